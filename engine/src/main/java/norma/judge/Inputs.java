package norma.judge;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import norma.expression.Binding;
import norma.expression.Expression;
import norma.expression.Reading;
import norma.standard.DeviationRule;
import norma.standard.Kpi;
import norma.standard.Message;
import norma.standard.Method;
import norma.standard.Standards;
import norma.standard.Subject;

/** What a deviation rule reads: fields of its subject, readings, time. */
final class Inputs {

    private final DeviationRule rule;
    private final long ofSubject;
    private final boolean conditionReadsNow;
    private final boolean valueReadsNow;

    Inputs(DeviationRule rule, Standards standards) {
        Map<String, Kpi> kpis = standards.kpis();
        this.rule = rule;
        this.ofSubject = rule.on() instanceof Subject.OfFact on
                ? Alteration.TOUCHED | Alteration.of(on.type(), paths(kpis))
                : Alteration.TOUCHED;
        this.conditionReadsNow =
                rule.onlyIf().filter(each -> readsNow(each, kpis)).isPresent();
        this.valueReadsNow =
                rule.breaks().filter(table -> readsNow(table.value(), kpis)).isPresent();
    }

    /** Every expression whose value the rule depends on. */
    Set<Expression> expressions() {
        Set<Expression> expressions = new LinkedHashSet<>();
        rule.onlyIf().ifPresent(expressions::add);
        rule.breaks().ifPresent(table -> expressions.add(table.value()));
        return expressions;
    }

    /** What is read of the subject, as {@link Alteration}. */
    long ofSubject() {
        return ofSubject;
    }

    private Set<String> paths(Map<String, Kpi> kpis) {
        Set<String> paths = new LinkedHashSet<>();
        expressions().forEach(expression -> collect(expression, kpis, paths));
        rule.breaks().ifPresent(table -> table.levels().forEach(level -> level.dimensions()
                .forEach(dimension -> paths.add(dimension.binding().name()))));
        rule.groupBy().forEach(dimension -> paths.add(dimension.binding().name()));
        return paths;
    }

    /** Those that the expression reads, and those that the subject's own KPI in it do. */
    private static void collect(Expression expression, Map<String, Kpi> kpis, Set<String> paths) {
        paths.addAll(expression.fields());
        for (Reading reading : expression.readings()) {
            Kpi kpi = kpis.get(reading.kpi());
            if (kpi == null || !(kpi.method() instanceof Method.OfSubject own)) continue;
            collect(own.value(), kpis, paths);
            kpi.onlyIf().ifPresent(condition -> collect(condition, kpis, paths));
        }
    }

    /** By itself, or by a KPI of the subject that does. */
    private static boolean readsNow(Expression expression, Map<String, Kpi> kpis) {
        return expression.readsNow()
                || expression.readings().stream()
                        .map(reading -> kpis.get(reading.kpi()))
                        .anyMatch(kpi -> kpi != null
                                && kpi.method() instanceof Method.OfSubject own
                                && readsNow(own.value(), kpis));
    }

    /** Whether time alone may change its condition. */
    boolean conditionReadsNow() {
        return conditionReadsNow;
    }

    /** Whether time alone may change its condition or the value that it judges. */
    boolean readsNow() {
        return conditionReadsNow || valueReadsNow;
    }

    boolean readsReadings() {
        return expressions().stream().anyMatch(e -> !e.readings().isEmpty());
    }

    /** Whether a reading is judged, or told with what is found. */
    boolean tellsReadings() {
        Stream<Expression> told = Stream.of(rule.message().en(), rule.message().ru())
                .flatMap(template -> template.parts().stream())
                .flatMap(part -> part instanceof Message.Part.Place place ? place.value().stream() : Stream.empty());
        return readsReadings()
                || Stream.concat(rule.stake().stream(), told)
                        .anyMatch(e -> !e.readings().isEmpty())
                || rule.groupBy().stream().anyMatch(each -> each.binding().origin() == Binding.Origin.READING);
    }
}
