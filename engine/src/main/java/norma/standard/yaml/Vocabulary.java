package norma.standard.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.document.Form;
import norma.document.Node;
import norma.document.check.NotAList;
import norma.expression.Expected;
import norma.expression.Expression;
import norma.expression.check.UnknownName;
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
    private Predicate<String> kpiIsRead = id -> false;
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
        sections.of("lists").forEach((id, entry) -> lists.put(id, items(entry, problems)));
        return new Vocabulary(model, calendars, lists, problems);
    }

    private static List<String> items(Node.Entry entry, Problems problems) {
        if (!(entry.value() instanceof Node.Sequence sequence)) {
            problems.add(NotAList.of(entry.value().span()));
            return List.of();
        }
        return sequence.items().stream()
                .flatMap(item -> Form.asScalar(item, problems).stream())
                .map(Node.Scalar::text)
                .toList();
    }

    /**
     * @param byId reads a KPI when it is first asked for
     * @param isRead whether that has been done
     */
    void learn(List<String> ids, Function<String, Optional<Kpi>> byId, Predicate<String> isRead) {
        kpiIds = List.copyOf(ids);
        kpi = byId;
        kpiIsRead = isRead;
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

    /** For suggestions: whether there may be such a KPI, without reading one because of a mistake in another. */
    boolean mayBeKpi(String id, Predicate<Kpi> suits) {
        return !kpiIsRead.test(id) || kpi(id).filter(suits).isPresent();
    }

    /** Defined, but with problems of its own: whoever names it is not to blame. */
    boolean isBrokenKpi(String id) {
        return kpiIds.contains(id) && kpi(id).isEmpty();
    }

    Optional<Expression> compile(Node.Scalar scalar, SubjectNames names, Expected expected) {
        Problems found = new Problems();
        Optional<Expression> compiled = Expression.compile(scalar.text(), scalar::span, names, expected, found);
        found.all().stream().filter(problem -> !followsFromAnother(problem)).forEach(problems::add);
        return compiled;
    }

    private boolean followsFromAnother(Problem problem) {
        if (!(problem.check() instanceof UnknownName)) return false;
        String name = problem.span().text();
        int end = 0;
        while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '[') end++;
        return isBrokenKpi(name.substring(0, end));
    }

    Optional<Expression> compile(Form form, String key, SubjectNames names, Expected expected) {
        return form.scalar(key).flatMap(scalar -> compile(scalar, names, expected));
    }
}
