package norma.measure;

import java.math.BigDecimal;
import norma.expression.Kind;
import norma.fact.Money;
import norma.standard.Kpi;
import norma.standard.Scoped;
import org.jspecify.annotations.Nullable;

/**
 * The value of a KPI for a scope in a period. Getters are for hand-written DRL.
 *
 * @param current whether the period is the one that now is in; false for one that is over
 */
public record Reading(Kpi definition, Scope scope, Period period, boolean current, Measured measured)
        implements Scoped {

    /** Which reading it is, whatever its value: what moves with the days, a rolling period and all until now, stays the same. */
    public String identity() {
        String name = period.name();
        boolean moves = name.startsWith("rolling") || name.equals("all");
        return definition.id() + scope + name + (moves ? "" : period.from());
    }

    /** The id of the KPI. */
    public String getKpi() {
        return definition.id();
    }

    public Scope getScope() {
        return scope;
    }

    @Override
    public @Nullable String dimension(String name) {
        return scope.dimension(name);
    }

    /** What the reading is about when its scope has one dimension, such as a client; null otherwise. */
    public @Nullable String getSubject() {
        return scope.values().size() == 1 ? scope.values().get(0) : null;
    }

    /** {@code month}, {@code rolling 90d}, {@code all}. */
    public String getPeriodName() {
        return period.name();
    }

    public Period getPeriod() {
        return period;
    }

    public boolean isCurrent() {
        return current;
    }

    /** In units: an amount in the currency, a percentage as a fraction; NaN when undefined, or a class. */
    public double getValue() {
        if (measured.value() instanceof Long whole)
            return definition.unit().kind() == Kind.MONEY ? whole / (double) Money.UNIT : whole;
        return measured.number();
    }

    /** An amount of money, exact; null when undefined, or no money. */
    public @Nullable BigDecimal getMoney() {
        return definition.unit().kind() == Kind.MONEY ? Money.decimal(measured.whole()) : null;
    }

    /** The class; null when undefined, or a number. */
    public @Nullable String getWords() {
        return measured.words();
    }

    public long getCases() {
        return measured.cases();
    }

    public boolean isDefined() {
        return measured.isDefined();
    }
}
