package norma.standard.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.calendar.WorkingCalendar;
import norma.expression.Binding;
import norma.expression.Getter;
import norma.expression.Names;
import norma.expression.Type;
import norma.fact.FactType;
import norma.standard.Kpi;
import norma.standard.Over;
import norma.standard.Scoped;
import norma.standard.Subject;

/** What can be said of a subject: its fields, what they lead to, and the KPI that are measured for it. */
final class SubjectNames implements Names {

    private static final List<String> PARTS = List.of("cases", "numerator", "denominator");

    private final Vocabulary vocabulary;
    private final Optional<Subject> subject;

    private SubjectNames(Vocabulary vocabulary, Optional<Subject> subject) {
        this.vocabulary = vocabulary;
        this.subject = subject;
    }

    static SubjectNames of(Vocabulary vocabulary, FactType type) {
        return new SubjectNames(vocabulary, Optional.of(new Subject.OfFact(type)));
    }

    static SubjectNames of(Vocabulary vocabulary, Subject subject) {
        return new SubjectNames(vocabulary, Optional.of(subject));
    }

    /** For a formula: other KPI, in whatever scope and period it is asked for. */
    static SubjectNames ofAnyScope(Vocabulary vocabulary) {
        return new SubjectNames(vocabulary, Optional.empty());
    }

    @Override
    public Optional<Binding> find(String path) {
        return field(path).or(() -> reading(path));
    }

    private Optional<Binding> field(String path) {
        if (subject.isEmpty()) return Optional.empty();
        if (subject.get() instanceof Subject.OfFact fact)
            return vocabulary.catalogue().find(fact.type(), path);
        Subject.OfScope scope = (Subject.OfScope) subject.get();
        if (!scope.dimensions().contains(path)) return Optional.empty();
        Getter.Words getter = (object, scene) -> ((Scoped) object).dimension(path);
        return Optional.of(new Binding(path, Type.TEXT, Binding.Origin.FIELD, getter));
    }

    /** {@code win_rate}, {@code win_rate[month]}, {@code win_rate.cases}. */
    private Optional<Binding> reading(String path) {
        int bracket = path.indexOf('[');
        if (bracket >= 0 && !path.endsWith("]")) return Optional.empty();
        String named = bracket < 0 ? path : path.substring(0, bracket);
        String over = bracket < 0 ? "" : path.substring(bracket + 1, path.length() - 1);
        int dot = named.indexOf('.');
        String id = dot < 0 ? named : named.substring(0, dot);
        String part = dot < 0 ? "" : named.substring(dot + 1);
        if (!part.isEmpty() && !PARTS.contains(part)) return Optional.empty();
        Optional<Kpi> kpi = vocabulary.kpi(id).filter(this::isMeasured).filter(found -> hasPeriod(found, over));
        return kpi.map(found ->
                new Binding(path, type(found, part), Binding.Origin.READING, getter(found, named, over, part)));
    }

    private boolean isMeasured(Kpi kpi) {
        return subject.isEmpty() ? !kpi.ofSubject() : kpi.measures(subject.get());
    }

    /** Only calendar periods follow each other, so that there is a last complete one. */
    static boolean hasPeriod(Kpi kpi, String over) {
        boolean last = over.startsWith("last ");
        String period = last ? over.substring("last ".length()) : over;
        return over.isEmpty()
                || kpi.over().stream()
                        .filter(each -> !last || each instanceof Over.Each)
                        .anyMatch(each -> each.name().equals(period));
    }

    private static Type type(Kpi kpi, String part) {
        if (part.isEmpty()) return kpi.unit();
        return part.equals("cases") ? Type.COUNT : Type.NUMBER;
    }

    private static Getter getter(Kpi kpi, String named, String over, String part) {
        if (!part.isEmpty()) return (Getter.Number) (object, scene) -> scene.number(named, over, object);
        if (kpi.unit().whole()) return (Getter.Whole) (object, scene) -> scene.whole(named, over, object);
        if (kpi.unit().words()) return (Getter.Words) (object, scene) -> scene.words(named, over, object);
        return (Getter.Number) (object, scene) -> scene.number(named, over, object);
    }

    @Override
    public List<String> known() {
        List<String> known = new ArrayList<>();
        subject.ifPresent(found -> {
            if (found instanceof Subject.OfFact fact)
                known.addAll(vocabulary.catalogue().names(fact.type()));
            else known.addAll(((Subject.OfScope) found).dimensions());
        });
        vocabulary.kpiIds().stream()
                .filter(id -> vocabulary.mayBeKpi(id, this::isMeasured))
                .forEach(known::add);
        return List.copyOf(known);
    }

    @Override
    public List<String> periods(String kpi) {
        return vocabulary.kpi(kpi).stream()
                .flatMap(found -> found.over().stream())
                .map(Over::name)
                .toList();
    }

    @Override
    public Optional<List<String>> domain(String name) {
        return Optional.ofNullable(vocabulary.model().domains().get(name));
    }

    @Override
    public Optional<List<String>> list(String name) {
        return Optional.ofNullable(vocabulary.lists().get(name));
    }

    @Override
    public Optional<WorkingCalendar> calendar(String name) {
        return Optional.ofNullable(vocabulary.calendars().get(name));
    }

    @Override
    public List<String> calendars() {
        return List.copyOf(vocabulary.calendars().keySet());
    }

    @Override
    public WorkingCalendar defaultCalendar() {
        return vocabulary.model().calendar();
    }
}
