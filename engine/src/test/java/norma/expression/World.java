package norma.expression;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import norma.calendar.Pauses;
import norma.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** A small company for the tests: names with types and values, as lines of {@code world.txt} say. */
final class World implements Names, Scene {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<String>> domains = Map.of(
            "stage", List.of("lead", "proposal", "negotiation", "contract"),
            "status", List.of("open", "won", "lost"),
            "segment", List.of("b2b", "b2g"));
    private final Map<String, List<String>> lists =
            Map.of("key_stages", List.of("proposal", "negotiation"), "odd_stages", List.of("proposal", "presale"));
    private final WorkingCalendar office =
            WorkingCalendar.named("office").zone(ZONE).build();
    private final WorkingCalendar shop = WorkingCalendar.named("shop")
            .zone(ZONE)
            .week(java.util.EnumSet.complementOf(java.util.EnumSet.of(DayOfWeek.SUNDAY)))
            .build();
    long now = time("2026-03-16T12:00");
    Pauses pauses = Pauses.none();

    static World standard() {
        World world = new World();
        for (String line : lines("world.txt")) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] parts = line.split("\\s*[:=]\\s*", 3);
            world.give(parts[0], type(parts[1]), parts.length > 2 ? parts[2] : "?");
        }
        return world;
    }

    static List<String> lines(String resource) {
        try (var in = World.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    World give(String name, Type type, String value) {
        types.put(name, type);
        values.put(name, value);
        return this;
    }

    static Type type(String written) {
        int bracket = written.indexOf('(');
        if (bracket < 0) return new Type(Kind.valueOf(written.toUpperCase(Locale.ROOT)), "");
        String domain = written.substring(bracket + 1, written.length() - 1);
        return new Type(Kind.valueOf(written.substring(0, bracket).toUpperCase(Locale.ROOT)), domain);
    }

    static long time(String written) {
        LocalDateTime local = written.contains("T")
                ? LocalDateTime.parse(written)
                : LocalDate.parse(written).atStartOfDay();
        return local.atZone(ZONE).toInstant().toEpochMilli();
    }

    @Override
    public Optional<Binding> find(String path) {
        Type type = types.get(path);
        if (type == null) return Optional.empty();
        Binding.Origin origin =
                path.startsWith("win_rate") || path.equals("stage_age") ? Binding.Origin.READING : Binding.Origin.FIELD;
        return Optional.of(new Binding(path, type, origin, getter(path, type)));
    }

    private Getter getter(String path, Type type) {
        String text = text(path);
        if (type.words()) return (Getter.Words) (subject, scene) -> text;
        if (type.whole()) {
            long whole = wholeOf(path, type);
            return (Getter.Whole) (subject, scene) -> whole;
        }
        if (type.truth()) {
            Truth truth = text == null ? Truth.UNDEFINED : Truth.of(text.equals("true"));
            return (Getter.Condition) (subject, scene) -> truth;
        }
        double number = text == null ? Undefined.DOUBLE : Double.parseDouble(text);
        return (Getter.Number) (subject, scene) -> number;
    }

    private long wholeOf(String path, Type type) {
        String text = text(path);
        if (text == null) return Undefined.LONG;
        return type.kind() == Kind.TIME ? time(text) : MoneyMath.of(new BigDecimal(text));
    }

    private @Nullable String text(String path) {
        String text = values.get(path);
        return text == null || text.equals("?") ? null : text;
    }

    @Override
    public List<String> known() {
        return new ArrayList<>(types.keySet());
    }

    @Override
    public Optional<List<String>> domain(String name) {
        return Optional.ofNullable(domains.get(name));
    }

    @Override
    public Optional<List<String>> list(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    @Override
    public Optional<WorkingCalendar> calendar(String name) {
        return name.equals("office") ? Optional.of(office) : name.equals("shop") ? Optional.of(shop) : Optional.empty();
    }

    @Override
    public List<String> calendars() {
        return List.of("office", "shop");
    }

    @Override
    public WorkingCalendar defaultCalendar() {
        return office;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public Pauses pauses(Object subject) {
        return pauses;
    }

    @Override
    public @Nullable Object find(String factType, String id) {
        return null;
    }

    @Override
    public long whole(String kpi, String over, Object subject) {
        return Undefined.LONG;
    }

    @Override
    public double number(String kpi, String over, Object subject) {
        return Undefined.DOUBLE;
    }

    @Override
    public @Nullable String words(String kpi, String over, Object subject) {
        return null;
    }
}
