package norma.server.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.Engine;
import norma.calendar.Pauses;
import norma.fact.Change;
import norma.fact.Employee;
import norma.fact.Hold;
import norma.server.report.Entries;
import norma.server.store.Decisions;
import norma.server.store.Deviations;
import norma.server.store.Review;
import norma.server.store.Sight;
import norma.server.store.Tables;
import norma.standard.DecisionRule;
import org.jspecify.annotations.Nullable;

/** Does what one person decided to do, and writes it into the audit trail. */
final class Acting {

    /** Whose clock a hold stops. */
    private static final Set<String> WITH_CLOCK = Set.of("deal", "client");

    private final Engine engine;
    private final Keeper keeper;
    private final Tables tables;
    private final String who;
    private final Sight sight;

    /** @param sight what is seen; what may be changed is less */
    Acting(Engine engine, Keeper keeper, Tables tables, String who, Sight sight) {
        this.engine = engine;
        this.keeper = keeper;
        this.tables = tables;
        this.who = who;
        this.sight = sight;
    }

    /**
     * @return changes of facts that follow from it
     * @throws Refusal when it cannot be done; then nothing is
     */
    List<Change> act(Act act) {
        if (act instanceof Act.Acknowledge each) {
            standing(each.deviations()).forEach(row -> review(row, Review.acknowledged(who, engine.now())));
        } else if (act instanceof Act.Hold each) {
            return hold(each);
        } else if (act instanceof Act.Dismiss each) {
            String reason = reason(each.reason());
            standing(each.deviations()).forEach(row -> review(row, Review.dismissed(who, engine.now(), reason)));
        } else if (act instanceof Act.Progress each) {
            progress(each);
        } else if (act instanceof Act.Assign each) {
            assign(each);
        } else if (act instanceof Act.Comment each) {
            comment(each);
        }
        return List.of();
    }

    private List<Change> hold(Act.Hold hold) {
        String reason = reason(hold.reason());
        if (hold.until() <= engine.now())
            throw new Refusal("a hold ends later than now", "отложить можно только на будущее");
        List<Change> holds = new ArrayList<>();
        for (Deviations.Row row : standing(hold.deviations())) {
            review(row, Review.held(who, engine.now(), hold.until(), hold.awaited(), reason));
            if (WITH_CLOCK.contains(row.subjectType())) holds.add(pause(row, hold.until(), reason));
        }
        return holds;
    }

    private Change pause(Deviations.Row row, long until, String reason) {
        Map<String, @Nullable Object> set = new LinkedHashMap<>();
        set.put(row.subjectType(), row.subjectId());
        set.put("from", engine.now());
        set.put("to", until);
        set.put("reason", reason);
        return new Change(Hold.TYPE, Awaiting.pause(row.number(), engine.now()), engine.now(), set);
    }

    private void review(Deviations.Row row, Review review) {
        keeper.review(tables, row, review);
        audit(review.state().name().toLowerCase(Locale.ROOT), "deviation/" + row.number(), review.reason());
    }

    private List<Deviations.Row> standing(List<Long> numbers) {
        if (numbers.isEmpty()) throw new Refusal("no deviation is named", "не названо ни одного отклонения");
        List<Deviations.Row> rows = new ArrayList<>();
        for (long number : numbers) {
            Deviations.Row row = tables.seenBy(sight.toAct())
                    .deviations()
                    .number(number)
                    .orElseThrow(() -> new Refusal("there is no deviation " + number, "отклонения " + number + " нет"));
            if (!row.stands())
                throw new Refusal("deviation " + number + " is over", "отклонение " + number + " уже закончилось");
            rows.add(row);
        }
        return rows;
    }

    private void progress(Act.Progress progress) {
        Decisions.Row row = decision(progress.decision(), sight.toAct());
        boolean over = row.state() == Decisions.State.CHECKED || row.state() == Decisions.State.REJECTED;
        if (over) throw new Refusal("decision " + row.number() + " is closed", "решение " + row.number() + " закрыто");
        @Nullable
        String reason = progress.state() == Decisions.State.REJECTED ? reason(progress.reason()) : progress.reason();
        Long checkAt = progress.state() == Decisions.State.DONE ? checkAt(row) : null;
        tables.decisions().state(row.number(), progress.state(), who, engine.now(), reason, checkAt);
        happened(progress.state().word(), row, reason);
    }

    private @Nullable Long checkAt(Decisions.Row row) {
        DecisionRule rule = engine.standards().decisions().get(row.decision().rule());
        Optional<DecisionRule.Effect> effect = rule == null ? Optional.empty() : rule.effect();
        return effect.map(each -> each.checkAfter()
                        .after(engine.now(), engine.standards().model().calendar(), Pauses.none()))
                .orElse(null);
    }

    private void assign(Act.Assign assign) {
        Decisions.Row row = decision(assign.decision(), sight.toAct());
        if (engine.fact(Employee.TYPE, assign.employee()).isEmpty())
            throw new Refusal("there is no employee " + assign.employee(), "сотрудника " + assign.employee() + " нет");
        tables.decisions().assign(row.number(), assign.employee());
        happened("assigned", row, assign.employee());
    }

    private void comment(Act.Comment comment) {
        String text = reason(comment.text());
        if (comment.decision() != null) {
            happened("comment", decision(comment.decision(), sight), text);
            return;
        }
        Long number = comment.deviation();
        Deviations.Row row = tables.seenBy(sight)
                .deviations()
                .number(number == null ? 0 : number)
                .orElseThrow(() -> new Refusal("there is no deviation " + number, "отклонения " + number + " нет"));
        tables.events().add(engine.now(), "comment", row.number(), null, Entries.map("by", who, "text", text));
        audit("comment", "deviation/" + row.number(), text);
    }

    private Decisions.Row decision(long number, Sight within) {
        return tables.seenBy(within)
                .decisions()
                .number(number)
                .orElseThrow(() -> new Refusal("there is no decision " + number, "решения " + number + " нет"));
    }

    private void happened(String kind, Decisions.Row row, @Nullable String said) {
        tables.events().add(engine.now(), kind, row.deviation(), row.number(), Entries.map("by", who, "text", said));
        audit(kind, "decision/" + row.number(), said);
    }

    private void audit(String act, String target, @Nullable String said) {
        tables.audit().add(engine.now(), who, act, target, said == null ? "" : said);
    }

    private static String reason(@Nullable String given) {
        if (given == null || given.isBlank()) throw new Refusal("a reason is needed", "нужна причина");
        return given.strip();
    }
}
