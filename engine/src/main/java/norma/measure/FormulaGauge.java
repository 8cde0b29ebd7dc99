package norma.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import norma.standard.Dimension;
import norma.standard.Kpi;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/** A KPI made of others in the same scope and period; measured again where one of them was revised. */
final class FormulaGauge extends Gauge {

    private final List<List<String>> cuts = new ArrayList<>();
    private final List<Gauge> parts;
    private final Formula formula;
    private @Nullable Long lastNow;

    FormulaGauge(Kpi kpi, List<Gauge> parts, Formula formula, List<List<Dimension>> by) {
        super(kpi);
        this.parts = parts;
        this.formula = formula;
        by.forEach(cut -> cuts.add(Scope.names(cut)));
    }

    @Override
    void refresh(Round round) {
        boolean isNew = lastNow == null;
        boolean again = turn(round.today()) || isNew || (formula.readsNow() && !Objects.equals(lastNow, round.now()));
        lastNow = round.now();
        Set<Scope> touched = new LinkedHashSet<>();
        for (Gauge part : parts) {
            for (Revision revision : round.of(part.kpi().id())) {
                Scope scope = revision.either().scope();
                if (cuts.contains(scope.dimensions())) touched.add(scope);
            }
        }
        if (again) touched.addAll(scopes());
        touched.forEach(scope -> show(scope, round));
    }

    @Override
    boolean isAlone() {
        return false;
    }

    @Override
    boolean isSettled() {
        return !formula.readsNow() && parts.stream().allMatch(Gauge::isSettled);
    }

    @Override
    Measured measured(Scope scope, Over over, Period period, long now) {
        return formula.of(scope, over, period, now);
    }

    @Override
    boolean isPresent(Scope scope) {
        return parts.stream().anyMatch(part -> part.isPresent(scope));
    }

    @Override
    boolean cuts(List<String> dimensions) {
        return cuts.contains(dimensions);
    }

    @Override
    Collection<Scope> scopes() {
        Set<Scope> scopes = new LinkedHashSet<>();
        for (Gauge part : parts) {
            for (Scope scope : part.scopes()) if (cuts.contains(scope.dimensions())) scopes.add(scope);
        }
        return scopes;
    }

    @Override
    List<Period> history(Scope scope, Over over, LocalDate today) {
        if (!(over instanceof Over.Each)) return List.of(period(new Slot(over, false), today));
        Set<Period> periods = new TreeSet<>(Comparator.comparing(period -> Objects.requireNonNull(period.from())));
        for (Gauge part : parts) {
            if (part.kpi().over().contains(over)) periods.addAll(part.history(scope, over, today));
        }
        return List.copyOf(periods);
    }

    @Override
    @Nullable
    LocalDate firstDay() {
        LocalDate first = null;
        for (Gauge part : parts) {
            LocalDate day = part.firstDay();
            if (day != null && (first == null || day.isBefore(first))) first = day;
        }
        return first;
    }
}
