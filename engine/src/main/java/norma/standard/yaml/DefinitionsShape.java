package norma.standard.yaml;

import static norma.document.Shape.allOrNone;
import static norma.document.Shape.atLeastOne;
import static norma.document.Shape.exactlyOne;
import static norma.document.Shape.keys;
import static norma.document.Shape.list;
import static norma.document.Shape.may;
import static norma.document.Shape.must;
import static norma.document.Shape.oneOrMore;
import static norma.document.Shape.text;

import java.util.List;
import norma.document.Shape;
import norma.document.Shape.Named;
import norma.document.Shape.Word;
import norma.fact.Catalogue;
import norma.fact.FactType;

/** What may stand in a file of definitions. */
public final class DefinitionsShape {

    static final Word ID = Word.like(
            "[a-z][a-z0-9_]{0,63}", "small Latin letters, digits and _", "строчные латинские буквы, цифры и _");
    static final Word DATE = Word.like("\\d{4}-\\d{2}-\\d{2}", "a date: 2026-12-31", "дата: 2026-12-31");
    static final Word TIME_OF_DAY =
            Word.like("\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?", "a time of day: 09:00", "время суток: 09:00");
    static final Word LAPSE = Word.like(
            "\\d{1,5}(wd|d|h)",
            "3wd (working days), 7d (days of 24 hours) or 12h (hours)",
            "3wd (рабочие дни), 7d (сутки) или 12h (часы)");
    static final Word PERIOD = Word.like(
            "day|week|month|quarter|year|all|rolling \\d{1,5}d",
            "day, week, month, quarter, year, rolling 90d, all",
            "day, week, month, quarter, year, rolling 90d, all");
    static final Word EXPRESSION = Word.as("an expression", "выражение");
    static final Word FACT_TYPE =
            Word.of(Catalogue.TYPES.stream().map(FactType::name).toList());
    static final Word KPI = Word.naming("kpi");
    static final Word CALENDAR = Word.naming("calendar");

    private DefinitionsShape() {}

    public static Shape.Keys file() {
        return keys(
                must("schema", Word.of("1"), "the version of the language, always 1", "версия языка, всегда 1"),
                may("model", model(), "what the firm is", "что такое компания"),
                may("calendars", new Named(ID, calendar()), "working time", "рабочее время"),
                may(
                        "lists",
                        new Named(ID, list(Word.ANY)),
                        "named lists of values, for “in”",
                        "именованные списки значений для «in»"),
                may("kpis", new Named(ID, KpiShape.kpi()), "how figures are measured", "как измеряются показатели"),
                may(
                        "norms",
                        new Named(ID, RuleShapes.norm()),
                        "what a KPI ought to be",
                        "какими должны быть показатели"),
                may(
                        "deviations",
                        new Named(ID, RuleShapes.deviation()),
                        "when something needs attention",
                        "когда что-то требует внимания"),
                may(
                        "decisions",
                        new Named(ID, RuleShapes.decision()),
                        "what is to be done about deviations",
                        "что делать с отклонениями"));
    }

    /** What may stand in a KPI. */
    public static Shape.Keys kpi() {
        return KpiShape.kpi();
    }

    /** The keys that say how a KPI is measured; each has exactly one of them. */
    public static List<String> kinds() {
        return MethodReader.KINDS;
    }

    private static Shape.Keys model() {
        Shape choice = choice();
        return keys(
                may("title", text(), "the firm's name", "название компании"),
                may(
                        "currency",
                        Word.like("[A-Z]{3}", "an ISO 4217 code: RUB", "код ISO 4217: RUB"),
                        "of every amount",
                        "валюта всех сумм"),
                may(
                        "calendar",
                        CALENDAR,
                        "gives the zone of all dates, and the working time where none is named",
                        "задаёт часовой пояс всех дат и рабочее время там, где оно не названо"),
                may(
                        "pipelines",
                        new Named(Word.ANY, choice),
                        "the open stages of each pipeline, in order",
                        "открытые этапы каждой воронки по порядку"),
                may("segments", choice, "values of client.segment", "значения client.segment"),
                may("sizes", choice, "values of client.size", "значения client.size"),
                may("roles", choice, "values of contact.role", "значения contact.role"),
                may("lines", choice, "values of product.line", "значения product.line"),
                may("positions", choice, "values of employee.position", "значения employee.position"),
                may(
                        "attributes",
                        new Named(FACT_TYPE, new Named(Word.ANY, attribute())),
                        "own fields, by type of fact",
                        "собственные поля по типам фактов"),
                may(
                        "actions",
                        new Named(Word.ANY, text()),
                        "what users call that which decisions ask for",
                        "как пользователи называют то, о чём просят решения"));
    }

    private static Shape.Keys attribute() {
        List<String> types = new java.util.ArrayList<>(
                List.of("text", "money", "number", "count", "percent", "days", "time", "truth"));
        types.addAll(FACT_TYPE.values());
        return keys(
                may(
                        "type",
                        Word.of(types),
                        "text unless said otherwise; a type of fact makes it a reference",
                        "по умолчанию text; тип фактов делает поле ссылкой"),
                may("values", choice(), "the only values that it has", "единственно возможные значения"),
                may("title", text(), "what users call it", "как его называют пользователи"));
    }

    private static Shape choice() {
        return oneOrMore(new Shape.Either(List.of(
                Word.ANY,
                keys(
                        must("id", Word.ANY, "as facts and definitions write it", "как пишут данные и определения"),
                        may("title", text(), "what users call it", "как его называют пользователи")))));
    }

    private static Shape.Keys calendar() {
        Shape.Keys hours = keys(
                        must("from", TIME_OF_DAY, "when work begins", "начало работы"),
                        must("to", TIME_OF_DAY, "when work ends", "конец работы"),
                        may("lunch_from", TIME_OF_DAY, "when the break begins", "начало перерыва"),
                        may("lunch_to", TIME_OF_DAY, "when the break ends", "конец перерыва"),
                        may(
                                "short_by",
                                Word.like("\\d{1,5}h", "hours: 1h", "часы: 1h"),
                                "by how much a short day ends earlier",
                                "на сколько короче сокращённый день"))
                .with(List.of(), allOrNone("lunch_from", "lunch_to"));
        Shape.Keys holiday = keys(
                        may("date", DATE, "the day", "день"),
                        may("from", DATE, "the first day", "первый день"),
                        may("to", DATE, "the last day", "последний день"))
                .with(text().keys(), exactlyOne("date", "from"), allOrNone("from", "to"));
        return keys(
                        may("title", text(), "what users call it", "как его называют пользователи"),
                        may(
                                "extends",
                                CALENDAR,
                                "another calendar; what is said here about a date replaces what is said there",
                                "другой календарь; сказанное здесь о дате заменяет сказанное там"),
                        may(
                                "zone",
                                Word.as("Europe/Moscow", "Europe/Moscow"),
                                "where the days begin and end",
                                "где начинаются и кончаются дни"),
                        may(
                                "week",
                                oneOrMore(Word.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")),
                                "the weekdays that are worked",
                                "рабочие дни недели"),
                        may("hours", hours, "when work is done", "часы работы"),
                        may("holidays", oneOrMore(holiday), "dates that are not worked", "нерабочие даты"),
                        may(
                                "working",
                                oneOrMore(DATE),
                                "dates that are worked although they are a weekend or a holiday",
                                "рабочие даты, хотя это выходной или праздник"),
                        may("short", oneOrMore(DATE), "working dates that end earlier", "сокращённые рабочие даты"))
                .with(List.of(), atLeastOne("extends", "zone"));
    }
}
