package norma.standard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import norma.calendar.WorkingCalendar;
import norma.expression.Expression;

/** How a KPI comes to its value. */
public sealed interface Method {

    /** What it reads of a case, or of other readings. */
    default List<Expression> expressions() {
        return List.of();
    }

    /** One value of each subject. */
    record OfSubject(Expression value) implements Method {

        @Override
        public List<Expression> expressions() {
            return List.of(value);
        }
    }

    /** What can be added up case by case, and therefore be a part of a ratio. */
    sealed interface Additive extends Method permits Count, Sum {}

    /** @param which the cases that count; all when empty */
    record Count(Optional<Expression> which) implements Additive {

        @Override
        public List<Expression> expressions() {
            return which.stream().toList();
        }
    }

    record Sum(Expression value) implements Additive {

        @Override
        public List<Expression> expressions() {
            return List.of(value);
        }
    }

    record Mean(Expression value) implements Method {

        @Override
        public List<Expression> expressions() {
            return List.of(value);
        }
    }

    /**
     * The q-quantile by linear interpolation between the two nearest ranks (Hyndman and Fan's type 7, the
     * {@code quantile_cont} of SQL); the median is 0.5.
     */
    record Quantile(Expression value, double q) implements Method {

        @Override
        public List<Expression> expressions() {
            return List.of(value);
        }
    }

    record Min(Expression value) implements Method {

        @Override
        public List<Expression> expressions() {
            return List.of(value);
        }
    }

    record Max(Expression value) implements Method {

        @Override
        public List<Expression> expressions() {
            return List.of(value);
        }
    }

    /** How many different values there are. */
    record Distinct(Expression value) implements Method {

        @Override
        public List<Expression> expressions() {
            return List.of(value);
        }
    }

    record Ratio(Additive numerator, Additive denominator) implements Method {

        @Override
        public List<Expression> expressions() {
            return Stream.of(numerator, denominator)
                    .flatMap(part -> part.expressions().stream())
                    .toList();
        }
    }

    /** Of other KPI in the same scope and period. */
    record Formula(Expression value) implements Method {

        @Override
        public List<Expression> expressions() {
            return List.of(value);
        }
    }

    /**
     * Of the deals that entered a stage in the period, the share that later reached another stage, or one beyond it, or
     * were won, within a time; a deal counts once, by its first entry. A deal whose time is not yet over is immature.
     *
     * @param withinDays days of 24 hours
     */
    record Conversion(String pipeline, String from, String to, double withinDays) implements Method {}

    /**
     * The time by which a share of the cases has ended, those that have not ended yet counted as running (Kaplan and
     * Meier 1958).
     *
     * @param to undefined or after now for a case that has not ended
     * @param quantile the share that has ended: 0.5 for the median
     */
    record Survival(Expression from, Expression to, Clock in, double quantile, WorkingCalendar calendar)
            implements Method {

        @Override
        public List<Expression> expressions() {
            return List.of(from, to);
        }
    }

    /** How a duration is counted. */
    enum Clock {
        DAYS,
        WHOLE_DAYS,
        CALENDAR_DAYS,
        WORKING_DAYS,
        HOURS,
        WORKING_HOURS
    }

    /** The sum of value times weight; its denominator is the sum of the values without their weights. */
    record WeightedSum(Expression value, Expression weight) implements Method {

        @Override
        public List<Expression> expressions() {
            return List.of(value, weight);
        }
    }

    /** On which side of a break the item falls that crosses it. */
    enum Crossing {
        /** In the class that it completes: the share before it is below the break. */
        INSIDE,
        /** Only items whose share up to and with themselves is strictly below the break. */
        BELOW
    }

    /**
     * Items ordered by a measure, largest first, and cut where their shares of the whole add up to the breaks. Items
     * with equal measures are ordered by identifier; items that measure nothing or less are in the last class.
     *
     * @param breaks in per cent, rising
     */
    record Abc(Dimension item, Expression measure, List<Double> breaks, Crossing crossing) implements Method {

        @Override
        public List<Expression> expressions() {
            return List.of(measure);
        }
    }

    /**
     * Items by the coefficient of variation of a measure over whole periods, periods without cases counted as zero; not
     * applicable where the mean is not above zero.
     *
     * @param breaks in per cent, rising
     * @param periods how many whole periods before now
     * @param sample sample deviation (n - 1) instead of population deviation (n)
     */
    record Xyz(
            Dimension item,
            Expression measure,
            List<Double> breaks,
            Crossing crossing,
            Over.Each every,
            int periods,
            boolean sample)
            implements Method {

        @Override
        public List<Expression> expressions() {
            return List.of(measure);
        }
    }

    /** The two classes of an item side by side. */
    record AbcXyz(String abc, String xyz) implements Method {}

    /** Each item's part of the whole. */
    record Share(Dimension item, Expression sum) implements Method {

        @Override
        public List<Expression> expressions() {
            return List.of(sum);
        }
    }
}
