package norma.server.api;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import norma.fact.Money;
import norma.server.live.Refusal;
import norma.server.store.Deviations;
import org.jspecify.annotations.Nullable;

/** Which deviations a request asks for. */
public final class DeviationQuery {

    private static final List<String> COLUMNS =
            List.of("head", "team", "owner", "client", "rule", "severity", "review", "segment");

    private DeviationQuery() {}

    /** @param standing whether only those that stand are meant where the request does not say */
    public static Deviations.Filter filter(Context context, boolean standing) {
        Map<String, String> is = new LinkedHashMap<>();
        for (String column : COLUMNS) {
            String value = context.queryParam(column);
            if (value != null) is.put(column, value);
        }
        String state = context.queryParam("state");
        return new Deviations.Filter(
                        is,
                        time(context, "raised_after"),
                        time(context, "raised_before"),
                        money(context, "stake_from"),
                        state == null ? standing : !state.equals("all"))
                .with("subject_id", context.queryParam("subject"));
    }

    private static @Nullable Long time(Context context, String name) {
        String text = context.queryParam(name);
        if (text == null) return null;
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new Refusal(
                    "'" + name + "' is a time such as 2026-03-02T12:00:00+03:00",
                    "«" + name + "» — время, например 2026-03-02T12:00:00+03:00");
        }
    }

    private static @Nullable Long money(Context context, String name) {
        String text = context.queryParam(name);
        if (text == null) return null;
        try {
            return Money.of(new BigDecimal(text));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Refusal(
                    "'" + name + "' is an amount such as 100000 or 99.50",
                    "«" + name + "» — сумма, например 100000 или 99.50");
        }
    }
}
