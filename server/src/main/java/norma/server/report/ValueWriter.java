package norma.server.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import norma.diagnostics.Text;
import norma.expression.Kind;
import norma.expression.Truth;
import norma.expression.Type;
import norma.expression.Value;
import norma.fact.Money;
import org.jspecify.annotations.Nullable;

/** Values as programs read them: money and numbers exact, percent as a fraction, times with their offset. */
final class ValueWriter {

    private static final double LARGEST_WHOLE = 1L << 53;

    private final ZoneId zone;

    ValueWriter(ZoneId zone) {
        this.zone = zone;
    }

    /** The word that output uses for a unit. */
    static String unit(Type type) {
        if (type.kind() == Kind.TEXT
                && (type.domain().startsWith("abc") || type.domain().equals("xyz"))) return "class";
        return type.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    String time(long epochMilli) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(epochMilli).atZone(zone));
    }

    void value(JsonGenerator json, String field, Optional<Value> value) throws IOException {
        if (value.isEmpty()) json.writeNullField(field);
        else value(json, field, value.get().type(), value.get().raw());
    }

    void value(JsonGenerator json, String field, Type type, @Nullable Object raw) throws IOException {
        json.writeFieldName(field);
        if (raw == null || raw == Truth.UNDEFINED) json.writeNull();
        else if (raw instanceof Truth truth) json.writeBoolean(truth == Truth.TRUE);
        else if (raw instanceof Long whole && type.kind() == Kind.TIME) json.writeString(time(whole));
        else if (raw instanceof Long || raw instanceof Double) json.writeNumber(number(raw));
        else json.writeString(String.valueOf(raw));
    }

    /** A part of a reading: a count, or an amount of money. */
    void part(JsonGenerator json, String field, @Nullable Object raw) throws IOException {
        json.writeFieldName(field);
        if (raw == null) json.writeNull();
        else json.writeNumber(number(raw));
    }

    /** The value as text: the same digits as in JSON; empty for undefined. */
    String text(Type type, @Nullable Object raw) {
        if (raw == null || raw == Truth.UNDEFINED) return "";
        if (raw instanceof Truth truth) return truth == Truth.TRUE ? "true" : "false";
        if (raw instanceof Long whole && type.kind() == Kind.TIME) return time(whole);
        return raw instanceof Long || raw instanceof Double ? number(raw) : String.valueOf(raw);
    }

    String text(Optional<Value> value) {
        return value.map(v -> text(v.type(), v.raw())).orElse("");
    }

    /** Money without trailing zeros; a number that is whole without a point. */
    static String number(Object raw) {
        if (raw instanceof Long money) return plain(BigDecimal.valueOf(money, Money.SCALE));
        double number = (Double) raw;
        if (number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE) return Long.toString((long) number);
        return Double.toString(number);
    }

    private static String plain(BigDecimal exact) {
        BigDecimal stripped = exact.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    static void text(JsonGenerator json, String field, Text text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("en", text.en());
        json.writeStringField("ru", text.ru());
        json.writeEndObject();
    }
}
