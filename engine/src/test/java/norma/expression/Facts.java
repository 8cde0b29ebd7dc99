package norma.expression;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import norma.calendar.WorkingCalendar;

/** Subjects with random values, and random conditions about them whose constants are the same few values. */
final class Facts implements Names {

    private static final Map<String, Type> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("size", Type.NUMBER);
        TYPES.put("other", Type.NUMBER);
        TYPES.put("rate", Type.PERCENT);
        TYPES.put("amount", Type.MONEY);
        TYPES.put("at", Type.TIME);
        TYPES.put("stage", Type.of("stage"));
        TYPES.put("pipeline", Type.of("pipeline"));
        TYPES.put("status", Type.of("status"));
        TYPES.put("word", Type.TEXT);
        TYPES.put("flag", Type.TRUTH);
    }

    private static final String[] DATES = {"2026-03-01", "2026-03-02", "2026-03-03"};
    private static final String[] COMPARED = {"=", "!=", "<", "<=", ">", ">="};

    private final Map<String, List<String>> domains;
    private final WorkingCalendar calendar =
            WorkingCalendar.named("office").zone(World.ZONE).build();

    Facts(Map<String, List<String>> domains) {
        this.domains = domains;
    }

    Map<String, Object> subject(Random random) {
        Map<String, Object> subject = new HashMap<>();
        TYPES.forEach((name, type) -> {
            if (random.nextInt(8) > 0) subject.put(name, value(type, random));
        });
        return subject;
    }

    private Object value(Type type, Random random) {
        return switch (type.kind()) {
            case NUMBER -> (double) random.nextInt(-1, 4) + (random.nextInt(4) == 0 ? 0.5 : 0);
            case PERCENT -> random.nextInt(5) / 4.0;
            case MONEY -> random.nextInt(-1, 4) * 10_000L + random.nextInt(-1, 2);
            case TIME ->
                World.time(pick(DATES, random)) + random.nextInt(-1, 2) * (random.nextBoolean() ? 1 : 3_600_000L);
            case TRUTH -> Truth.of(random.nextBoolean());
            default -> {
                List<String> domain = domains.getOrDefault(type.domain(), List.of("a", "b", "c"));
                yield domain.get(random.nextInt(domain.size()));
            }
        };
    }

    String condition(Random random, int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(12);
        if (kind < 4) return "(" + condition(random, depth - 1) + " and " + condition(random, depth - 1) + ")";
        if (kind < 6) return "(" + condition(random, depth - 1) + " or " + condition(random, depth - 1) + ")";
        if (kind < 7) return "not (" + condition(random, depth - 1) + ")";
        return one(random);
    }

    private String one(Random random) {
        List<Supplier<String>> kinds = List.of(
                () -> number(random) + " " + pick(COMPARED, random) + " " + number(random),
                () -> "amount " + pick(COMPARED, random) + " " + random.nextInt(4),
                () -> "rate " + pick(COMPARED, random) + " " + random.nextInt(5) * 25 + "%",
                () -> "at " + pick(COMPARED, random) + " " + pick(DATES, random),
                () -> pick(DATES, random) + " " + pick(COMPARED, random) + " at",
                () -> "at " + (random.nextBoolean() ? "in" : "not in") + " (" + pick(DATES, random) + ", "
                        + pick(DATES, random) + ")",
                () -> "stage " + pick(new String[] {"=", "!="}, random) + " "
                        + pick(new String[] {"lead", "proposal", "offer"}, random),
                () -> "stage " + (random.nextBoolean() ? "in" : "not in")
                        + pick(new String[] {" (lead, offer)", " late", " (proposal)"}, random),
                () -> "status " + pick(new String[] {"= open", "!= open", "= won", "in (open, won)"}, random),
                () -> "word " + pick(new String[] {"= 'a'", "!= 'a'", "in ('a', 'b')", "not in ('c')"}, random),
                () -> pick(new String[] {"flag", "not flag", "flag = true", "flag != false"}, random),
                () -> "size " + (random.nextBoolean() ? "in" : "not in") + " (1, " + number(random) + ")",
                () -> pick(TYPES.keySet().toArray(String[]::new), random)
                        + pick(new String[] {" is defined", " is undefined"}, random),
                () -> "days(at, now) " + pick(COMPARED, random) + " " + random.nextInt(13, 16),
                () -> "coalesce(size, other) " + pick(COMPARED, random) + " " + number(random));
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private static String number(Random random) {
        return pick(
                new String[] {"size", "other", "size + other", "size / other", "-size", "0", "1", "2", "1.5"}, random);
    }

    private static String pick(String[] of, Random random) {
        return of[random.nextInt(of.length)];
    }

    @Override
    public Optional<Binding> find(String path) {
        return Optional.ofNullable(TYPES.get(path))
                .map(type -> new Binding(path, type, Binding.Origin.FIELD, getter(path, type)));
    }

    private static Getter getter(String path, Type type) {
        if (type.whole()) return (Getter.Whole) (s, w) -> (Long) of(s).getOrDefault(path, Undefined.LONG);
        if (type.words()) return (Getter.Words) (s, w) -> (String) of(s).get(path);
        if (type.truth()) return (Getter.Condition) (s, w) -> (Truth) of(s).getOrDefault(path, Truth.UNDEFINED);
        return (Getter.Number) (s, w) -> (Double) of(s).getOrDefault(path, Undefined.DOUBLE);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> of(Object subject) {
        return (Map<String, Object>) subject;
    }

    @Override
    public List<String> known() {
        return List.copyOf(TYPES.keySet());
    }

    @Override
    public Optional<List<String>> domain(String name) {
        return name.equals("pipeline")
                ? Optional.of(List.of("main", "renewals"))
                : Optional.ofNullable(domains.get(name));
    }

    @Override
    public Optional<List<String>> list(String name) {
        return name.equals("late") ? Optional.of(List.of("offer")) : Optional.empty();
    }

    @Override
    public Optional<WorkingCalendar> calendar(String name) {
        return name.equals("office") ? Optional.of(calendar) : Optional.empty();
    }

    @Override
    public List<String> calendars() {
        return List.of("office");
    }

    @Override
    public WorkingCalendar defaultCalendar() {
        return calendar;
    }
}
