package norma.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import norma.Engine;
import norma.expression.Truth;
import norma.expression.Type;
import norma.expression.Value;
import norma.fact.Catalogue;
import norma.fact.Client;
import norma.fact.Employee;
import norma.fact.Fact;
import norma.fact.Field;
import norma.server.report.Directory;
import norma.server.report.Prose;
import norma.server.report.Told;
import norma.server.report.Traces;
import norma.server.store.Decisions;
import norma.server.store.Deviations;
import norma.server.store.Events;
import norma.server.store.Tables;
import norma.server.store.View;
import org.jspecify.annotations.Nullable;

/** Puts the page of one deviation together. */
final class DeviationRoom {

    private static final int OTHERS = 12;

    private final View seen;
    private final Questions engine;
    private final Frame frame;
    private final Prose prose;

    DeviationRoom(View seen, Questions engine, Frame frame) {
        this.seen = seen;
        this.engine = engine;
        this.frame = frame;
        this.prose = frame.prose();
    }

    private record Kept(
            List<Decisions.Row> decisions,
            List<Events.Event> events,
            List<Deviations.Row> others,
            List<Deviations.Row> before) {}

    private record Known(Names names, Optional<Why> why, List<DeviationPage.Facts> facts) {}

    DeviationPage page(Deviations.Row row) {
        Kept kept = seen.read(tables -> kept(tables, row));
        Names asked = new Names();
        Cards.ask(asked, row, kept.decisions());
        kept.others().forEach(other -> Cards.ask(asked, other, List.of()));
        kept.events().forEach(event -> asked.ask(Employee.TYPE.name(), History.by(event)));
        Known known = engine.ask(found -> new Known(asked.from(found), why(row, found), facts(row, found)));
        Cards cards = new Cards(frame, known.names(), java.util.Set.of());
        return new DeviationPage(
                frame,
                cards.card(row, kept.decisions()),
                heading(row),
                known.why(),
                known.why().isPresent() ? List.of() : evidence(Told.of(row.body())),
                new History(prose, cards).of(kept.events()),
                known.facts(),
                kept.others().stream().map(other -> other(other, cards)).toList(),
                kept.before().stream().map(other -> other(other, cards)).toList(),
                HoldDays.of(frame));
    }

    private static Kept kept(Tables tables, Deviations.Row row) {
        Deviations deviations = tables.deviations();
        String client = row.around().client();
        Stream<Deviations.Row> ofClient =
                client == null ? Stream.of() : deviations.page(standing(null, client), null, 4 * OTHERS).stream();
        Stream<Deviations.Row> ofSubject = deviations.page(standing(row.subjectId(), null), null, OTHERS).stream()
                .filter(other -> other.subjectType().equals(row.subjectType()));
        List<Deviations.Row> others = Stream.concat(ofSubject, ofClient)
                .filter(other -> other.number() != row.number())
                .distinct()
                .limit(OTHERS)
                .toList();
        List<Deviations.Row> before = deviations.episodes(row.id()).stream()
                .filter(other -> other.number() < row.number())
                .limit(OTHERS)
                .toList();
        return new Kept(tables.decisions().of(row.number()), tables.events().of(row.number()), others, before);
    }

    private static Deviations.Filter standing(@Nullable String subject, @Nullable String client) {
        return Deviations.Filter.STANDING.with("client", client).with("subject_id", subject);
    }

    private List<DeviationPage.Line> heading(Deviations.Row row) {
        List<DeviationPage.Line> lines = new ArrayList<>();
        lines.add(new DeviationPage.Line(frame.say("so since", "так с"), prose.moment(row.since())));
        lines.add(new DeviationPage.Line(frame.say("raised", "обнаружено"), prose.moment(row.raisedAt())));
        Long over = row.clearedAt();
        if (over != null) lines.add(new DeviationPage.Line(frame.say("over", "закончилось"), prose.moment(over)));
        if (row.regressions() > 0)
            lines.add(new DeviationPage.Line(
                    frame.say("came back", "возвращалось"),
                    prose.count(row.regressions(), "time", "times", "раз", "раза", "раз")));
        return lines;
    }

    private Optional<Why> why(Deviations.Row row, Engine found) {
        if (!row.stands()) return Optional.empty();
        return fact(found, row.subjectType(), row.subjectId()).flatMap(fact -> found.explain(fact).stream()
                .filter(each -> each.rule().id().equals(row.rule()))
                .findFirst()
                .map(each -> Why.of(each, prose, new Directory(found), found.now())));
    }

    private List<DeviationPage.Line> evidence(Told told) {
        List<DeviationPage.Line> lines = new ArrayList<>();
        told.node("evidence")
                .forEach(each -> lines.add(new DeviationPage.Line(
                        each.path("name").asText(), each.path("value").asText())));
        return lines;
    }

    private List<DeviationPage.Facts> facts(Deviations.Row row, Engine found) {
        List<DeviationPage.Facts> facts = new ArrayList<>();
        fact(found, row.subjectType(), row.subjectId()).ifPresent(fact -> facts.add(facts(fact, found)));
        boolean clientItself = row.subjectType().equals(Client.TYPE.name());
        String client = row.around().client();
        if (client != null && !clientItself)
            fact(found, Client.TYPE.name(), client).ifPresent(fact -> facts.add(facts(fact, found)));
        return facts;
    }

    private static Optional<Fact> fact(Engine engine, String type, String id) {
        return Catalogue.type(type).flatMap(found -> engine.fact(found, id));
    }

    private DeviationPage.Facts facts(Fact fact, Engine found) {
        Directory directory = new Directory(found);
        List<DeviationPage.Line> lines = new ArrayList<>();
        for (Field field : fact.type().fields()) {
            if (!field.name().equals("title"))
                add(prose.say(field.title()), value(field.type(), field.value().apply(fact)), directory, lines);
        }
        for (Catalogue.Attribute own : found.standards().model().catalogue().attributes(fact.type()))
            add(prose.say(own.title()), value(own.type(), fact.attributes().get(own.name())), directory, lines);
        String title = fact.name().equals(fact.id()) ? fact.id() : fact.name() + " · " + fact.id();
        return new DeviationPage.Facts(prose.say(fact.type().title()), title, lines);
    }

    private void add(String title, Value value, Directory directory, List<DeviationPage.Line> lines) {
        if (value.defined())
            lines.add(new DeviationPage.Line(Prose.sentence(title), Traces.shown(value, prose, directory)));
    }

    /** Facts hold a condition as a Boolean, values as a truth. */
    private static Value value(Type type, @Nullable Object held) {
        return new Value(type, held instanceof Boolean truth ? (truth ? Truth.TRUE : Truth.FALSE) : held);
    }

    private DeviationPage.Other other(Deviations.Row row, Cards cards) {
        Card card = cards.card(row, List.of());
        return new DeviationPage.Other(
                row.number(), card.critical(), card.severity(), card.title(), card.subject(), card.message());
    }
}
