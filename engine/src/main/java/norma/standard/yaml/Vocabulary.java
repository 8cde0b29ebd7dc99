package norma.standard.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Problems;
import norma.document.Form;
import norma.document.Node;
import norma.expression.Expected;
import norma.expression.Expression;
import norma.fact.Catalogue;
import norma.standard.Kpi;
import norma.standard.Model;

/** The words that every definition may use: the model, calendars, lists, and KPI by id as they become known. */
final class Vocabulary {

    private final Model model;
    private final Map<String, WorkingCalendar> calendars;
    private final Map<String, List<String>> lists;
    private final Problems problems;
    private Function<String, Optional<Kpi>> kpi = id -> Optional.empty();
    private List<String> kpiIds = List.of();

    private Vocabulary(
            Model model, Map<String, WorkingCalendar> calendars, Map<String, List<String>> lists, Problems problems) {
        this.model = model;
        this.calendars = calendars;
        this.lists = lists;
        this.problems = problems;
    }

    static Vocabulary of(Sections sections, Problems problems) {
        Map<String, WorkingCalendar> calendars = new CalendarReader(sections.of("calendars"), problems).all();
        Model model = new ModelReader(calendars, problems).read(sections.model());
        Map<String, List<String>> lists = new LinkedHashMap<>();
        sections.of("lists").forEach((id, entry) -> lists.put(id, items(entry.value(), problems)));
        return new Vocabulary(model, calendars, lists, problems);
    }

    private static List<String> items(Node node, Problems problems) {
        if (!(node instanceof Node.Sequence sequence)) {
            problems.error(
                    "not-a-list",
                    node.span(),
                    new norma.diagnostics.Text("a list is expected here: [a, b]", "здесь ожидается список: [a, b]"));
            return List.of();
        }
        return sequence.items().stream()
                .filter(Node.Scalar.class::isInstance)
                .map(item -> ((Node.Scalar) item).text())
                .toList();
    }

    void learn(List<String> ids, Function<String, Optional<Kpi>> byId) {
        kpiIds = List.copyOf(ids);
        kpi = byId;
    }

    Model model() {
        return model;
    }

    Catalogue catalogue() {
        return model.catalogue();
    }

    Map<String, WorkingCalendar> calendars() {
        return calendars;
    }

    Map<String, List<String>> lists() {
        return lists;
    }

    Optional<Kpi> kpi(String id) {
        return kpi.apply(id);
    }

    List<String> kpiIds() {
        return kpiIds;
    }

    Optional<Expression> compile(Node.Scalar scalar, SubjectNames names, Expected expected) {
        return Expression.compile(scalar.text(), scalar::span, names, expected, problems);
    }

    Optional<Expression> compile(Form form, String key, SubjectNames names, Expected expected) {
        return form.scalar(key).flatMap(scalar -> compile(scalar, names, expected));
    }
}
