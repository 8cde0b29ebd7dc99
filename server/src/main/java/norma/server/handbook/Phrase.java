package norma.server.handbook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import norma.deviation.Wording;
import norma.diagnostics.Text;
import norma.expression.Value;
import norma.fact.Employee;
import norma.fact.FactType;
import norma.standard.DecisionRule.Assignee;
import norma.standard.Lapse;
import norma.standard.Limit;
import norma.standard.Model;
import norma.standard.Over;

/** Says the small things of definitions in one language. */
final class Phrase {

    private static final Map<Over.Unit, Text> PERIODS = Map.of(
            Over.Unit.DAY, new Text("days", "дни"),
            Over.Unit.WEEK, new Text("weeks", "недели"),
            Over.Unit.MONTH, new Text("months", "месяцы"),
            Over.Unit.QUARTER, new Text("quarters", "кварталы"),
            Over.Unit.YEAR, new Text("years", "годы"));

    private final Locale locale;
    private final Model model;
    private final Wording wording;

    Phrase(Model model, Locale locale) {
        this.locale = locale;
        this.model = model;
        this.wording = new Wording(model, locale);
    }

    String say(String en, String ru) {
        return locale.getLanguage().equals("ru") ? ru : en;
    }

    String say(Text text) {
        return text.in(locale);
    }

    String limit(Optional<Limit> limit) {
        return limit.map(found -> wording.of(new Value(found.type(), found.boxed())))
                .orElse("—");
    }

    String periods(List<Over> over) {
        return over.stream().map(this::period).collect(Collectors.joining(", "));
    }

    private String period(Over over) {
        if (over instanceof Over.Each each) return say(PERIODS.getOrDefault(each.unit(), Text.same(each.name())));
        if (over instanceof Over.Rolling rolling)
            return say("the last ", "последние ") + rolling.days() + " "
                    + wording.plural(rolling.days(), "day", "days", "день", "дня", "дней");
        return say("all time", "всё время");
    }

    String lapse(Lapse lapse) {
        int n = lapse.amount();
        return n + " "
                + switch (lapse.unit()) {
                    case WORKING_DAYS ->
                        wording.plural(n, "working day", "working days", "рабочий день", "рабочих дня", "рабочих дней");
                    case DAYS -> wording.plural(n, "day", "days", "день", "дня", "дней");
                    case HOURS -> wording.plural(n, "hour", "hours", "час", "часа", "часов");
                };
    }

    /** @param subject what the deviation is about, where that is a type of fact */
    String assignee(Assignee to, Optional<FactType> subject) {
        if (to instanceof Assignee.Holder holder) return value("position", holder.position());
        if (to instanceof Assignee.Of of) {
            String path = of.employee().name();
            return isItself(path, subject) ? say("the employee", "сотрудник") : employee(path, subject);
        }
        String path = ((Assignee.HeadOf) to).employee().name();
        if (isItself(path, subject)) return say("the head of the employee", "руководитель сотрудника");
        String employee = employee(path, subject);
        return say("the head of the " + employee, "руководитель сотрудника «" + employee + "»");
    }

    /** Whether the employee is the one that the deviation is about. */
    private static boolean isItself(String path, Optional<FactType> subject) {
        return !path.contains(".")
                && subject.filter(type ->
                                type == Employee.TYPE && type.field(path).isEmpty())
                        .isPresent();
    }

    private String employee(String path, Optional<FactType> subject) {
        return subject.map(type -> path(
                        type,
                        path.startsWith(type.name() + ".")
                                ? path.substring(type.name().length() + 1)
                                : path))
                .orElse(path);
    }

    /** What a path leads to, by its title; the path itself where it has none. */
    String path(FactType of, String path) {
        return model.catalogue().title(of, path).map(this::say).orElse(path);
    }

    String action(String action) {
        return say(model.title("action", action));
    }

    /** The title of a dimension's value, such as a stage. */
    String value(String dimension, String value) {
        String last = dimension.substring(dimension.lastIndexOf('.') + 1);
        return say(model.title(last, value));
    }
}
