package norma.standard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Text;
import norma.fact.Catalogue;

/**
 * The firm: its currency, calendar, stages, segments and own attributes.
 *
 * @param currency ISO 4217 code of every amount
 * @param calendar gives the zone of dates, and the working time where a definition names no calendar
 * @param pipelines the open stages of each pipeline, in order
 * @param domains the values of every choice by the choice's name ({@code stage}, {@code deal.status}); a choice that is
 *     not here takes any text
 * @param titles what a user calls a value, by {@code domain:value}, and an action, by {@code action:name}
 */
public record Model(
        String currency,
        WorkingCalendar calendar,
        Map<String, List<String>> pipelines,
        Map<String, List<String>> domains,
        Map<String, Text> titles,
        Catalogue catalogue) {

    /** What the firm is called, where the model says so. */
    public Optional<Text> firm() {
        return Optional.ofNullable(titles.get("firm:title"));
    }

    public Text title(String domain, String value) {
        return Optional.ofNullable(titles.get(domain + ":" + value)).orElse(Text.same(value));
    }
}
