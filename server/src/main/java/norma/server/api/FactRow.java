package norma.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import norma.diagnostics.Nearest;
import norma.diagnostics.Text;
import norma.expression.Kind;
import norma.expression.Type;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.fact.FactType;
import norma.fact.Money;
import norma.server.intake.Terms;
import org.jspecify.annotations.Nullable;

/**
 * One change of a fact as JSON: {@code {"type": "deal", "id": "D1", "at": "2026-03-02T12:00+03:00", "set": {"amount": "100.50"}}}.
 *
 * <p>Money and numbers may be given as numbers or as text; a time without an offset is in the zone of the model's calendar.
 */
final class FactRow {

    /** What keeps a row from being taken. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Text said;

        Refused(String en, String ru) {
            super(en);
            said = new Text(en, ru);
        }

        Text said() {
            return said;
        }
    }

    private final Terms terms;
    private final ZoneId zone;

    FactRow(Terms terms, ZoneId zone) {
        this.terms = terms;
        this.zone = zone;
    }

    /**
     * @param now of a change that names no time, epoch milliseconds
     * @throws Refused in words for whoever sent it
     */
    Change change(JsonNode row, long now) {
        FactType type = type(text(row, "type"));
        String id = text(row, "id");
        JsonNode at = row.path("at");
        JsonNode set = row.path("set");
        if (!set.isObject())
            throw new Refused("'set' names the fields and their values", "в «set» — поля и их значения");
        row.fieldNames().forEachRemaining(name -> {
            if (!List.of("type", "id", "at", "set").contains(name))
                throw new Refused(
                        "a fact has type, id, at and set; '" + name + "' belongs into set",
                        "у факта есть type, id, at и set; «" + name + "» — это поле, оно указывается в set");
        });
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        set.properties().forEach(field -> values.put(field.getKey(), value(type, field.getKey(), field.getValue())));
        return new Change(type, id, at.isMissingNode() || at.isNull() ? now : time("at", at), values);
    }

    private static FactType type(String name) {
        return Catalogue.type(name)
                .filter(found ->
                        Catalogue.TYPES.contains(found) && !found.name().equals("visit"))
                .orElseThrow(() -> new Refused(
                        "there are no facts of type '" + name + "'" + nearest(name, typeNames(), "; is it ", "?"),
                        "фактов типа «" + name + "» нет" + nearest(name, typeNames(), "; может быть, ", "?")));
    }

    private static List<String> typeNames() {
        return Catalogue.TYPES.stream().map(FactType::name).toList();
    }

    private @Nullable Object value(FactType type, String name, JsonNode value) {
        Type expected = name.equals("title")
                ? Type.TEXT
                : terms.catalogue()
                        .fieldType(type, name)
                        .orElseThrow(() -> new Refused(
                                type.name() + " has no field '" + name + "'"
                                        + nearest(name, terms.catalogue().names(type), "; is it ", "?"),
                                "у факта " + type.name() + " нет поля «" + name + "»"
                                        + nearest(name, terms.catalogue().names(type), "; может быть, ", "?")));
        if (value.isNull()) return null;
        if (value.isContainerNode()) throw wrong(name, value, expected);
        if (expected.kind() == Kind.TIME) return time(name, value);
        if (expected.truth()) {
            if (!value.isBoolean()) throw wrong(name, value, expected);
            return value.booleanValue();
        }
        if (expected.words()) return words(name, value, expected);
        BigDecimal number = number(name, value, expected);
        try {
            return expected.kind() == Kind.MONEY ? (Object) Money.of(number) : (Object) number.doubleValue();
        } catch (ArithmeticException e) {
            throw wrong(name, value, expected);
        }
    }

    private Object words(String name, JsonNode value, Type expected) {
        if (value.isBoolean()) throw wrong(name, value, expected);
        String words = value.asText();
        List<String> known = terms.domains().getOrDefault(expected.domain(), List.of());
        if (!known.isEmpty() && !known.contains(words))
            throw new Refused(
                    name + " cannot be '" + words + "': " + String.join(", ", known),
                    name + " не может быть «" + words + "»: " + String.join(", ", known));
        return words;
    }

    private static BigDecimal number(String name, JsonNode value, Type expected) {
        try {
            if (value.isNumber()) return value.decimalValue();
            if (value.isTextual()) return new BigDecimal(value.textValue().strip());
        } catch (NumberFormatException e) {
            throw wrong(name, value, expected);
        }
        throw wrong(name, value, expected);
    }

    private long time(String name, JsonNode value) {
        if (!value.isTextual()) throw wrong(name, value, Type.TIME);
        String text = value.textValue().strip();
        try {
            return moment(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(name, value, Type.TIME);
        }
    }

    private Instant moment(String text) {
        if (text.length() == 10) return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
        return offset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    private static Refused wrong(String name, JsonNode value, Type expected) {
        return new Refused(
                name + " is " + expected.describe().en() + ", not " + value,
                name + " — это " + expected.describe().ru() + ", а не " + value);
    }

    private static String text(JsonNode row, String name) {
        JsonNode value = row.path(name);
        if (!value.isTextual() && !value.isIntegralNumber() || value.asText().isBlank())
            throw new Refused("'" + name + "' is missing", "нет «" + name + "»");
        return value.asText();
    }

    private static String nearest(String word, List<String> known, String before, String after) {
        return Nearest.to(word, known)
                .best()
                .map(found -> before + found + after)
                .orElse("");
    }
}
