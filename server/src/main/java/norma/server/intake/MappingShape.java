package norma.server.intake;

import static norma.document.Shape.keys;
import static norma.document.Shape.list;
import static norma.document.Shape.may;
import static norma.document.Shape.must;
import static norma.document.Shape.oneOrMore;

import java.util.List;
import norma.document.Shape;
import norma.document.Shape.Key;
import norma.document.Shape.Named;
import norma.document.Shape.Word;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.fact.Visit;

/** What may stand in a {@code mapping.yaml}. */
public final class MappingShape {

    private static final Word EXPRESSION = Word.as("an expression over the columns", "выражение над столбцами");
    private static final Word FLAG = Word.of("true", "false");
    private static final Word SIGN = Word.EVEN_BLANK;
    private static final Key ZONE = may(
            "zone",
            Word.as("Europe/Moscow", "Europe/Moscow"),
            "of dates and of times without one",
            "дат и времён без пояса");

    private MappingShape() {}

    public static Shape.Keys file() {
        return keys(
                must("schema", Word.of("1"), "the version of the format, always 1", "версия формата, всегда 1"),
                new Key("zone", true, ZONE.value(), ZONE.note()),
                may(
                        "currency",
                        Word.like("[A-Z]{3}", "an ISO 4217 code: RUB", "код ISO 4217: RUB"),
                        "must be that of the model",
                        "должна совпадать с валютой модели"),
                may(
                        "defaults",
                        new Shape.Keys(shared(), List.of()).with(formats()),
                        "for all sources",
                        "для всех источников"),
                must("sources", oneOrMore(source()), "one entry for each file", "по одной записи на файл"));
    }

    private static Shape.Keys source() {
        return described()
                .with(List.of(
                        may(
                                "values",
                                new Named(Word.ANY, new Named(Word.ANY, Word.EVEN_BLANK)),
                                "by column: which value is to be read as which",
                                "по столбцам: какое значение как читать"),
                        may(
                                "types",
                                new Named(
                                        Word.ANY,
                                        Word.of("text", "money", "number", "count", "percent", "time", "truth")),
                                "columns that expressions calculate with",
                                "столбцы, с которыми считают выражения"),
                        may(
                                "lookups",
                                new Named(Word.ANY, lookup()),
                                "other files, joined by a key",
                                "другие файлы, присоединённые по ключу"),
                        may(
                                "unpivot",
                                keys(
                                        must(
                                                "columns",
                                                new Named(Word.ANY, Word.ANY),
                                                "the columns to turn, and what each is to be called",
                                                "какие столбцы развернуть и как назвать каждый"),
                                        must("name", Word.ANY, "the column of those names", "столбец этих названий"),
                                        must("value", Word.ANY, "the column of the values", "столбец значений")),
                                "one row becomes one for each of these columns",
                                "из строки получается по строке на каждый из столбцов"),
                        may("only_if", EXPRESSION, "which rows are meant", "какие строки нужны"),
                        may("ignore", oneOrMore(Word.ANY), "columns of no use here", "ненужные столбцы"),
                        must("facts", oneOrMore(fact()), "what facts a row is", "какие факты даёт строка")));
    }

    private static Shape.Keys described() {
        Shape.Keys column = keys(
                must("name", Word.ANY, "its name", "его имя"),
                must("from", Word.ANY, "the first position, from 1", "первая позиция, с 1"),
                must("to", Word.ANY, "the last position, included", "последняя позиция включительно"));
        List<Key> layout = List.of(
                must(
                        "file",
                        Word.ANY,
                        "its name in the folder; * and ? name several",
                        "имя в папке; * и ? называют несколько"),
                may(
                        "format",
                        Word.of("csv", "json", "ndjson", "fixed", "form"),
                        "by the file's name unless given",
                        "по имени файла, если не указан"));
        List<Key> cut = List.of(
                may("skip", Word.ANY, "lines before the header", "строк до заголовка"),
                may(
                        "header",
                        new Shape.Either(List.of(Word.of("true"), list(Word.ANY))),
                        "true, or the names of the columns",
                        "true или имена столбцов"),
                may(
                        "columns",
                        oneOrMore(new Shape.Either(List.of(Word.ANY, column))),
                        "of fixed: name, from, to; of json and form: paths that may be absent",
                        "для fixed: name, from, to; для json и form: пути, которых может не быть"),
                may("short_lines", FLAG, "whether a line may end early", "может ли строка кончаться раньше"),
                may(
                        "rows",
                        oneOrMore(Word.ANY),
                        "of json and form: where the list of rows is",
                        "для json и form: где список строк"));
        return new Shape.Keys(layout, List.of()).with(shared()).with(cut).with(formats());
    }

    private static List<Key> shared() {
        return List.of(
                may(
                        "encoding",
                        Word.as("utf-8, windows-1251", "utf-8, windows-1251"),
                        "of the file",
                        "кодировка файла"),
                may("delimiter", SIGN, "one character, or tab: between cells", "один знак или tab: между ячейками"),
                may("quote", SIGN, "one character, or none: around cells", "один знак или none: вокруг ячеек"));
    }

    private static List<Key> formats() {
        Shape words = oneOrMore(Word.ANY);
        return List.of(
                may(
                        "nulls",
                        oneOrMore(Word.EVEN_BLANK),
                        "words that mean undefined",
                        "слова, которые значат «нет значения»"),
                may("trim", FLAG, "whether blanks around values go", "убирать ли пробелы вокруг значений"),
                may(
                        "dates",
                        oneOrMore(Word.as("iso, epoch_seconds, dd.MM.yyyy", "iso, epoch_seconds, dd.MM.yyyy")),
                        "formats of dates, tried in this order",
                        "форматы дат в порядке проверки"),
                ZONE,
                may("language", Word.of("en", "ru"), "of the names of months", "язык названий месяцев"),
                may("decimal", SIGN, "one character: before decimals", "один знак: перед дробной частью"),
                may("group", SIGN, "one character: between thousands", "один знак: между тысячами"),
                may(
                        "percent",
                        Word.of("fraction", "points"),
                        "what a bare number means: 0.35, or 35",
                        "что значит число без знака: 0.35 или 35"),
                may(
                        "truth",
                        keys(
                                may("yes", words, "words for true", "слова для «да»"),
                                may("no", words, "words for false", "слова для «нет»")),
                        "how truth is written",
                        "как пишется истина"),
                may(
                        "money_rounding",
                        Word.of("exact", "half_up", "half_even"),
                        "to 1/10000 of the currency unit",
                        "до 1/10000 единицы валюты"));
    }

    private static Shape.Keys lookup() {
        return described()
                .with(List.of(
                        must("key", EXPRESSION, "over the columns of that file", "над столбцами того файла"),
                        must("on", EXPRESSION, "over the columns of this file", "над столбцами этого файла")));
    }

    private static Shape.Keys fact() {
        Named set = new Named(Word.ANY, EXPRESSION);
        Key onlyIf = may("only_if", EXPRESSION, "which rows give it", "какие строки его дают");
        Shape.Keys change = keys(
                must("at", EXPRESSION, "when", "когда"),
                onlyIf,
                must("set", set, "fields, each with an expression", "поля, каждое с выражением"));
        return keys(
                must(
                        "type",
                        Word.of(Catalogue.TYPES.stream()
                                .filter(type -> type != Visit.TYPE)
                                .map(FactType::name)
                                .toList()),
                        "the type of fact",
                        "тип фактов"),
                must("id", EXPRESSION, "what identifies it", "что его определяет"),
                onlyIf,
                may(
                        "at",
                        EXPRESSION,
                        "when it becomes so; start for “before everything”",
                        "когда это становится так; start — до всего"),
                may("set", set, "fields, each with an expression", "поля, каждое с выражением"),
                may(
                        "changes",
                        oneOrMore(change),
                        "further changes of the same fact",
                        "дальнейшие изменения того же факта"),
                may(
                        "repeats",
                        Word.of("reject", "first", "last"),
                        "what a known identifier with other values means",
                        "что значит тот же идентификатор с другими значениями"),
                may(
                        "blank",
                        Word.of("clear", "keep"),
                        "what an undefined value does to its field",
                        "что делает с полем отсутствие значения"));
    }
}
