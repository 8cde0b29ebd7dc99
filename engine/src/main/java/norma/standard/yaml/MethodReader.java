package norma.standard.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.diagnostics.check.UnknownValue;
import norma.document.Form;
import norma.document.Node;
import norma.document.check.WrongType;
import norma.expression.Expected;
import norma.expression.Expression;
import norma.expression.Kind;
import norma.expression.Type;
import norma.expression.check.UnknownCalendar;
import norma.fact.Deal;
import norma.fact.FactType;
import norma.standard.Dimension;
import norma.standard.Kpi;
import norma.standard.Method;
import norma.standard.Over;
import norma.standard.yaml.check.Breaks;
import norma.standard.yaml.check.ConversionOrder;
import norma.standard.yaml.check.KpiKind;
import norma.standard.yaml.check.KpiType;
import norma.standard.yaml.check.OutOfBounds;
import norma.standard.yaml.check.UnknownKpi;

/** Reads how a KPI comes to its value: exactly one of the kinds. */
final class MethodReader {

    static final List<String> KINDS = List.of(
            "value",
            "count",
            "sum",
            "mean",
            "median",
            "quantile",
            "min",
            "max",
            "distinct",
            "ratio",
            "formula",
            "conversion",
            "survival",
            "weighted_sum",
            "abc",
            "xyz",
            "abc_xyz",
            "share");

    private static final Map<String, Method.Clock> CLOCKS = Map.of(
            "days", Method.Clock.DAYS,
            "whole_days", Method.Clock.WHOLE_DAYS,
            "calendar_days", Method.Clock.CALENDAR_DAYS,
            "working_days", Method.Clock.WORKING_DAYS,
            "hours", Method.Clock.HOURS,
            "working_hours", Method.Clock.WORKING_HOURS);

    private static final int MOST_PERIODS = 1_000;
    private static final Text CALENDAR_PERIOD =
            new Text("a calendar period, such as month", "календарный период, например month");

    /** @param unit as far as the kind tells it */
    record Read(Method method, Type unit) {}

    private final Vocabulary vocabulary;
    private final SubjectNames names;
    private final FactType of;
    private final Problems problems;
    private final Constants constants;

    MethodReader(Vocabulary vocabulary, FactType of, Problems problems) {
        this.vocabulary = vocabulary;
        this.names = SubjectNames.of(vocabulary, of);
        this.of = of;
        this.problems = problems;
        this.constants = new Constants(vocabulary, names, problems);
    }

    Optional<Read> read(Form form) {
        List<String> given = KINDS.stream().filter(form::has).toList();
        if (given.size() != 1) {
            problems.add(given.isEmpty() ? KpiKind.none(form.span(), KINDS) : KpiKind.several(form.span(), given));
            return Optional.empty();
        }
        String kind = given.get(0);
        return switch (kind) {
            case "value" ->
                expression(form, kind, Expected.any()).map(e -> new Read(new Method.OfSubject(e), e.type()));
            case "count" -> form.scalar(kind).flatMap(this::count).map(count -> new Read(count, Type.COUNT));
            case "sum" -> numeric(form, kind).map(e -> new Read(new Method.Sum(e), e.type()));
            case "mean" -> numeric(form, kind).map(e -> new Read(new Method.Mean(e), fractional(e.type())));
            case "median" -> numeric(form, kind).map(e -> new Read(new Method.Quantile(e, 0.5), fractional(e.type())));
            case "min" -> ordered(form, kind).map(e -> new Read(new Method.Min(e), e.type()));
            case "max" -> ordered(form, kind).map(e -> new Read(new Method.Max(e), e.type()));
            case "distinct" ->
                expression(form, kind, Expected.any()).map(e -> new Read(new Method.Distinct(e), Type.COUNT));
            case "formula" -> formula(form);
            case "abc_xyz" -> form.form(kind).flatMap(this::abcXyz);
            default -> form.form(kind).flatMap(inner -> nested(kind, inner));
        };
    }

    private Optional<Read> nested(String kind, Form form) {
        Optional<Read> read =
                switch (kind) {
                    case "quantile" -> quantile(form);
                    case "ratio" -> ratio(form);
                    case "conversion" -> conversion(form);
                    case "survival" -> survival(form);
                    case "weighted_sum" -> weightedSum(form);
                    case "abc" -> abc(form);
                    case "xyz" -> xyz(form);
                    case "share" -> share(form);
                    default -> throw new IllegalArgumentException(kind);
                };
        form.close();
        return read;
    }

    private Optional<Method.Count> count(Node.Scalar scalar) {
        if (scalar.text().equals("all")) return Optional.of(new Method.Count(Optional.empty()));
        return vocabulary.compile(scalar, names, Expected.truth()).map(e -> new Method.Count(Optional.of(e)));
    }

    private Optional<Read> quantile(Form form) {
        Optional<Expression> value = required(form, "of", Expected.numeric());
        Optional<Double> q = form.requiredScalar("q").flatMap(this::part);
        if (value.isEmpty() || q.isEmpty()) return Optional.empty();
        return Optional.of(new Read(
                new Method.Quantile(value.get(), q.get()),
                fractional(value.get().type())));
    }

    private Optional<Read> ratio(Form form) {
        boolean sums = form.has("sum");
        Optional<? extends Method.Additive> numerator = sums
                ? required(form, "sum", Expected.numeric()).map(Method.Sum::new)
                : form.requiredScalar("count").flatMap(this::count);
        Optional<? extends Method.Additive> denominator = sums
                ? required(form, "to", Expected.numeric()).map(Method.Sum::new)
                : form.requiredScalar("to").flatMap(this::count);
        if (numerator.isEmpty() || denominator.isEmpty()) return Optional.empty();
        boolean alike = unit(numerator.get()).fits(unit(denominator.get()));
        return Optional.of(new Read(
                new Method.Ratio(numerator.get(), denominator.get()), alike ? Type.RATIO : unit(numerator.get())));
    }

    private Optional<Double> part(Node.Scalar scalar) {
        return constants.number(scalar, Type.NUMBER, 0, 1, OutOfBounds::part);
    }

    private static Type unit(Method.Additive part) {
        return part instanceof Method.Sum sum ? sum.value().type() : Type.COUNT;
    }

    private Optional<Read> formula(Form form) {
        return form.scalar("formula")
                .flatMap(scalar -> vocabulary.compile(scalar, SubjectNames.ofAnyScope(vocabulary), Expected.any()))
                .map(e -> new Read(new Method.Formula(e), e.type()));
    }

    private Optional<Read> conversion(Form form) {
        Optional<Node.Scalar> from = form.requiredScalar("from");
        Optional<Node.Scalar> to = form.requiredScalar("to");
        Optional<Double> within = form.requiredScalar("within")
                .flatMap(scalar -> constants.number(scalar, Type.DAYS, 1e-3, 36_525, OutOfBounds::window));
        if (of != Deal.TYPE) problems.add(KpiType.conversionOfDeals(form.span()));
        if (from.isEmpty() || to.isEmpty() || within.isEmpty()) return Optional.empty();
        Map<String, List<String>> pipelines = vocabulary.model().pipelines();
        for (Map.Entry<String, List<String>> pipeline : pipelines.entrySet()) {
            int first = pipeline.getValue().indexOf(from.get().text());
            int last = to.get().text().equals("won")
                    ? Integer.MAX_VALUE
                    : pipeline.getValue().indexOf(to.get().text());
            if (first < 0 || last < 0) continue;
            if (last <= first)
                problems.add(ConversionOrder.of(to.get(), from.get().text()));
            return Optional.of(new Read(
                    new Method.Conversion(
                            pipeline.getKey(), from.get().text(), to.get().text(), within.get()),
                    Type.PERCENT));
        }
        List<String> stages = vocabulary.model().domains().getOrDefault("stage", List.of());
        Node.Scalar wrong = stages.contains(from.get().text()) ? to.get() : from.get();
        problems.add(UnknownValue.of(wrong.span(), wrong.text(), "stage", stages));
        return Optional.empty();
    }

    private Optional<Read> survival(Form form) {
        Optional<Expression> from = required(form, "from", Expected.time());
        Optional<Expression> to = required(form, "to", Expected.time());
        Method.Clock clock = form.choice("in", CLOCKS).orElse(Method.Clock.DAYS);
        double quantile = form.scalar("quantile").flatMap(this::part).orElse(0.5);
        WorkingCalendar calendar = form.scalar("calendar")
                .flatMap(this::calendar)
                .orElse(vocabulary.model().calendar());
        if (from.isEmpty() || to.isEmpty()) return Optional.empty();
        Type unit =
                switch (clock) {
                    case WORKING_DAYS -> Type.WORKING_DAYS;
                    case HOURS -> Type.HOURS;
                    case WORKING_HOURS -> Type.WORKING_HOURS;
                    case DAYS, WHOLE_DAYS, CALENDAR_DAYS -> Type.DAYS;
                };
        return Optional.of(new Read(new Method.Survival(from.get(), to.get(), clock, quantile, calendar), unit));
    }

    private Optional<WorkingCalendar> calendar(Node.Scalar scalar) {
        WorkingCalendar found = vocabulary.calendars().get(scalar.text());
        if (found == null)
            problems.add(UnknownCalendar.of(scalar, vocabulary.calendars().keySet()));
        return Optional.ofNullable(found);
    }

    private Optional<Read> weightedSum(Form form) {
        Optional<Expression> value = required(form, "value", Expected.numeric());
        Optional<Expression> weight = required(form, "weight", Expected.numeric());
        if (value.isEmpty() || weight.isEmpty()) return Optional.empty();
        return Optional.of(new Read(
                new Method.WeightedSum(value.get(), weight.get()), value.get().type()));
    }

    private Optional<Read> abc(Form form) {
        Optional<Dimension> item = item(form);
        Optional<Expression> measure = required(form, "measure", Expected.numeric());
        List<Double> breaks = breaks(form, Classes.MOST_ABC_BREAKS, 100);
        Method.Crossing crossing = crossing(form);
        if (item.isEmpty() || measure.isEmpty()) return Optional.empty();
        return Optional.of(
                new Read(new Method.Abc(item.get(), measure.get(), breaks, crossing), Classes.abc(breaks.size())));
    }

    private Optional<Read> xyz(Form form) {
        Optional<Dimension> item = item(form);
        Optional<Expression> measure = required(form, "measure", Expected.numeric());
        List<Double> breaks = breaks(form, Classes.MOST_XYZ_BREAKS, 1_000_000);
        Method.Crossing crossing = crossing(form);
        Over every =
                form.scalar("every").flatMap(s -> Phrases.over(s, problems)).orElse(new Over.Each(Over.Unit.MONTH));
        boolean sample = form.choice("deviation", Map.of("population", false, "sample", true))
                .orElse(false);
        int periods = periods(form, sample ? 2 : 1);
        if (item.isEmpty() || measure.isEmpty()) return Optional.empty();
        if (!(every instanceof Over.Each each)) {
            form.scalar("every").ifPresent(written -> problems.add(WrongType.of(written, CALENDAR_PERIOD)));
            return Optional.empty();
        }
        return Optional.of(new Read(
                new Method.Xyz(item.get(), measure.get(), breaks, crossing, each, periods, sample),
                Classes.xyz(breaks.size())));
    }

    private Optional<Read> abcXyz(Form form) {
        Optional<Method.Abc> abc = form.requiredScalar("abc").flatMap(s -> classKpi(s, Method.Abc.class));
        Optional<Method.Xyz> xyz = form.requiredScalar("xyz").flatMap(s -> classKpi(s, Method.Xyz.class));
        form.close();
        if (abc.isEmpty() || xyz.isEmpty()) return Optional.empty();
        Type classes =
                Classes.abcXyz(abc.get().breaks().size(), xyz.get().breaks().size());
        return Optional.of(new Read(new Method.AbcXyz(written(form, "abc"), written(form, "xyz")), classes));
    }

    private static String written(Form form, String key) {
        return form.scalar(key).map(Node.Scalar::text).orElseThrow();
    }

    private <M extends Method> Optional<M> classKpi(Node.Scalar scalar, Class<M> kind) {
        Optional<M> method = vocabulary
                .kpi(scalar.text())
                .map(Kpi::method)
                .filter(kind::isInstance)
                .map(kind::cast);
        if (method.isPresent()) return method;
        if (!vocabulary.kpiIds().contains(scalar.text())) problems.add(UnknownKpi.of(scalar, vocabulary.kpiIds()));
        else if (!vocabulary.isBrokenKpi(scalar.text()))
            problems.add(KpiType.noClasses(scalar, kind.getSimpleName().toUpperCase(Locale.ROOT)));
        return Optional.empty();
    }

    private Optional<Read> share(Form form) {
        Optional<Expression> sum = required(form, "sum", Expected.numeric());
        Optional<Dimension> item = form.requiredScalar("by").flatMap(s -> Dimensions.find(s, of, vocabulary, problems));
        if (sum.isEmpty() || item.isEmpty()) return Optional.empty();
        return Optional.of(new Read(new Method.Share(item.get(), sum.get()), Type.PERCENT));
    }

    private Optional<Dimension> item(Form form) {
        return form.requiredScalar("item").flatMap(s -> Dimensions.find(s, of, vocabulary, problems));
    }

    /**
     * @param most of them: there are letters for one class more
     * @param largest in per cent
     */
    private List<Double> breaks(Form form, int most, double largest) {
        form.required("breaks");
        List<Node.Scalar> written = form.scalars("breaks");
        List<Double> breaks = new ArrayList<>();
        written.forEach(scalar -> constants.number(scalar, Type.NUMBER).ifPresent(breaks::add));
        if (breaks.size() < written.size()) return List.copyOf(breaks);
        if (form.has("breaks") && written.isEmpty()) problems.add(Breaks.of(form.span(), most));
        double before = 0;
        for (int i = 0; i < breaks.size(); i++) {
            double each = breaks.get(i);
            if (i < most && each > before && each <= largest) {
                before = each;
                continue;
            }
            problems.add(Breaks.of(written.get(i).span(), most));
            break;
        }
        return List.copyOf(breaks);
    }

    private int periods(Form form, int least) {
        int periods = form.whole("periods").orElse(12);
        if (periods >= least && periods <= MOST_PERIODS) return periods;
        problems.add(OutOfBounds.periods(form.node("periods").orElseThrow().span(), least, MOST_PERIODS));
        return 12;
    }

    private Method.Crossing crossing(Form form) {
        return form.choice("crossing", Map.of("inside", Method.Crossing.INSIDE, "below", Method.Crossing.BELOW))
                .orElse(Method.Crossing.INSIDE);
    }

    private Optional<Expression> required(Form form, String key, Expected expected) {
        return form.requiredScalar(key).flatMap(scalar -> vocabulary.compile(scalar, names, expected));
    }

    private Optional<Expression> numeric(Form form, String kind) {
        return expression(form, kind, Expected.numeric());
    }

    private Optional<Expression> ordered(Form form, String kind) {
        Optional<Expression> found = expression(form, kind, Expected.any());
        boolean ordered = found.filter(e -> e.type().numeric() || e.type().kind() == Kind.TIME)
                .isPresent();
        if (found.isPresent() && !ordered)
            problems.add(KpiType.noOrder(found.get().span()));
        return ordered ? found : Optional.empty();
    }

    private Optional<Expression> expression(Form form, String key, Expected expected) {
        return vocabulary.compile(form, key, names, expected);
    }

    /** The mean of counts is no count. */
    private static Type fractional(Type type) {
        return type.kind() == Kind.COUNT ? Type.NUMBER : type;
    }
}
