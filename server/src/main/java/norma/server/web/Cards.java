package norma.server.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import norma.fact.Client;
import norma.fact.Employee;
import norma.fact.Team;
import norma.server.report.Prose;
import norma.server.report.Told;
import norma.server.store.Around;
import norma.server.store.Decisions;
import norma.server.store.Deviations;
import norma.server.store.Review;
import norma.standard.DecisionRule;
import norma.standard.Severity;
import org.jspecify.annotations.Nullable;

/** Writes rows of the store as a reader takes them in. */
final class Cards {

    private final Prose prose;
    private final long now;
    private final String me;
    private final Names names;
    private final Set<Long> fresh;

    /**
     * @param fresh numbers of what came since the reader last looked
     */
    Cards(Frame frame, Names names, Set<Long> fresh) {
        this.prose = frame.prose();
        this.now = frame.now();
        this.me = frame.me();
        this.names = names;
        this.fresh = fresh;
    }

    /** Asks for whatever these rows name. */
    static void ask(Names names, Deviations.Row row, List<Decisions.Row> decisions) {
        Around around = row.around();
        names.ask(Employee.TYPE.name(), around.owner())
                .ask(Employee.TYPE.name(), around.head())
                .ask(Employee.TYPE.name(), row.review().by())
                .ask(Team.TYPE.name(), around.team())
                .ask(Client.TYPE.name(), around.client());
        decisions.forEach(each -> names.ask(
                        Employee.TYPE.name(), each.decision().assignee().orElse(null))
                .ask(Employee.TYPE.name(), each.stateBy()));
    }

    Card card(Deviations.Row row, List<Decisions.Row> decisions) {
        Told told = Told.of(row.body());
        Around around = row.around();
        Long over = row.clearedAt();
        return new Card(
                row.number(),
                row.severity() == Severity.CRITICAL,
                Prose.sentence(prose.say(row.severity().title())),
                row.rule(),
                prose.say(told.text("title")),
                told.subject(prose),
                told.message(prose),
                row.stake() == null ? "" : prose.glance(Objects.requireNonNull(row.stake())),
                age(row.since(), over == null ? now : over),
                prose.date(row.since()),
                over == null ? "" : prose.date(over),
                fresh.contains(row.number()),
                word(row.review().state()),
                reviewed(row.review()),
                named(Employee.TYPE.name(), around.owner()),
                named(Employee.TYPE.name(), around.head()),
                named(Client.TYPE.name(), around.client()),
                decisions.stream().map(this::step).toList(),
                row.stands());
    }

    private Card.Named named(String type, @Nullable String id) {
        return new Card.Named(id == null ? "" : id, names.of(type, id));
    }

    String age(long since, long to) {
        long days = ChronoUnit.DAYS.between(date(since), date(to));
        if (days <= 0) return prose.say("< 1 day", "< 1 дня");
        return prose.count(days, "day", "days", "день", "дня", "дней");
    }

    private LocalDate date(long at) {
        return Instant.ofEpochMilli(at).atZone(prose.zone()).toLocalDate();
    }

    private String reviewed(Review review) {
        if (review.state() == Review.State.NEW) return "";
        StringBuilder said = new StringBuilder(Prose.sentence(reviewed(review.state())));
        Long until = review.until();
        if (until != null) said.append(prose.say(" until ", " до ")).append(prose.date(until));
        Review.Awaited awaited = review.awaited();
        if (awaited != null) said.append(sooner(awaited));
        said.append(signed(review.by(), review.at()));
        if (review.reason() != null) said.append(": ").append(review.reason());
        return said.toString();
    }

    private String sooner(Review.Awaited awaited) {
        return switch (awaited) {
            case CHANGE -> prose.say(", or until it changes", " или пока не изменится");
            case CONTACT -> prose.say(", or until somebody is in contact", " или до ближайшего контакта");
        };
    }

    /** Who did something, and when. */
    private String signed(@Nullable String by, @Nullable Long at) {
        String who = by == null ? "" : " · " + who(by);
        return at == null ? who : who + " · " + prose.moment(at);
    }

    String who(String by) {
        return by.equals(me) ? prose.say("you", "вы") : names.of(Employee.TYPE.name(), by);
    }

    private String reviewed(Review.State state) {
        return switch (state) {
            case NEW -> prose.say("unanswered", "без ответа");
            case ACKNOWLEDGED -> prose.say("acknowledged", "принято к сведению");
            case HELD -> prose.say("on hold", "отложено");
            case DISMISSED -> prose.say("dismissed", "закрыто без действий");
        };
    }

    Card.Step step(Decisions.Row row) {
        Long due = row.decision().due().orElse(null);
        boolean open = row.state() == Decisions.State.OPEN || row.state() == Decisions.State.IN_PROGRESS;
        String effect = row.effect() == null ? "" : ": " + effect(row.effect());
        String reason = row.reason() == null ? "" : ": " + row.reason();
        String signed = row.state() == Decisions.State.OPEN ? "" : signed(row.stateBy(), row.stateAt());
        Long checkAt = row.checkAt();
        String check = checkAt == null
                ? ""
                : prose.say("; the effect will be seen on ", "; результат проверится ") + prose.date(checkAt);
        return new Card.Step(
                row.number(),
                row.deviation(),
                Prose.sentence(prose.action(row.decision().action())),
                named(Employee.TYPE.name(), row.decision().assignee().orElse(null)),
                due == null ? "" : prose.date(due),
                open && due != null && due < now,
                row.state(),
                Prose.sentence(state(row.state()) + effect + signed + reason + check),
                row.decision().mode() == DecisionRule.Mode.SHADOW);
    }

    String state(Decisions.State state) {
        return switch (state) {
            case OPEN -> "";
            case IN_PROGRESS -> prose.say("in progress", "в работе");
            case DONE -> prose.say("done", "сделано");
            case CHECKED -> prose.say("checked", "проверено");
            case REJECTED -> prose.say("rejected", "отклонено");
        };
    }

    String effect(String effect) {
        return switch (effect) {
            case "effective" -> prose.say("it worked", "помогло");
            case "not_effective" -> prose.say("it did not work", "не помогло");
            default -> prose.say("inconclusive", "однозначно сказать нельзя");
        };
    }

    private static String word(Review.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
