package norma.server.notify;

import static norma.document.Shape.keys;
import static norma.document.Shape.may;
import static norma.document.Shape.must;
import static norma.document.Shape.oneOrMore;

import norma.document.Shape;
import norma.document.Shape.Named;
import norma.document.Shape.Word;

/** What may stand in a {@code routes.yaml}. */
public final class RoutesShape {

    private static final Word LANGUAGE = Word.of("en", "ru");
    private static final Word PAUSE = Word.like("\\d{1,4}(m|h|d|wd)", "15m, 2h, 1d or 3wd", "15m, 2h, 1d или 3wd");

    private RoutesShape() {}

    public static Shape.Keys file() {
        return keys(
                must("schema", Word.of("1"), "the version of the format, always 1", "версия формата, всегда 1"),
                may("language", LANGUAGE, "of letters, unless said otherwise", "язык писем, если не сказано иначе"),
                may(
                        "people",
                        new Named(Word.ANY, person()),
                        "by the id of an employee, or a name of your own",
                        "по идентификатору сотрудника или по своему имени"),
                may(
                        "webhooks",
                        new Named(Word.ANY, webhook()),
                        "programs that are told",
                        "программы, которым сообщать"),
                may(
                        "arrivals",
                        new Named(Word.ANY, PAUSE),
                        "how long facts of a type may stay away",
                        "сколько времени данные могут не поступать, по типам"),
                may(
                        "routes",
                        new Named(Word.ANY, route()),
                        "who is told what, and when",
                        "кому, что и когда сообщать"));
    }

    private static Shape.Keys person() {
        return keys(
                must("mail", Word.as("head@firm.example", "head@firm.example"), "the address", "адрес почты"),
                may("language", LANGUAGE, "of his letters", "язык его писем"));
    }

    private static Shape.Keys webhook() {
        return keys(
                must("url", Word.as("https://crm.example/norma", "https://crm.example/norma"), "where", "куда"),
                must(
                        "secret",
                        Word.like("[A-Za-z_][A-Za-z0-9_]*", "CRM_SECRET", "CRM_SECRET"),
                        "the variable of the environment that holds the secret",
                        "переменная окружения, в которой лежит секрет"));
    }

    private static Shape.Keys route() {
        Shape words = oneOrMore(Word.ANY);
        return keys(
                may("title", Shape.text(), "what readers call it", "как его называют читатели"),
                may("on", oneOrMore(Word.of(RouteReader.KINDS)), "what is told", "о чём сообщать"),
                may(
                        "when",
                        keys(
                                may(
                                        "severity",
                                        oneOrMore(Word.of("warn", "critical")),
                                        "how bad",
                                        "насколько серьёзно"),
                                may(
                                        "rule",
                                        oneOrMore(Word.naming("deviation")),
                                        "which deviations",
                                        "какие отклонения"),
                                may("segment", words, "of the client", "сегмент клиента"),
                                may("team", words, "by id", "по идентификатору"),
                                may("head", words, "by id", "по идентификатору"),
                                may("owner", words, "by id", "по идентификатору"),
                                may("client", words, "by id", "по идентификатору")),
                        "what the deviation has to be",
                        "каким должно быть отклонение"),
                must(
                        "to",
                        words,
                        "head, owner, a position, one of the people or webhooks, an address",
                        "head, owner, должность, кто-то из people или webhooks, адрес"),
                may(
                        "group_by",
                        Word.of(RouteReader.PARTS.keySet().stream().toList()),
                        "a message for each",
                        "отдельное сообщение для каждого"),
                may("wait", PAUSE, "for others of the group", "ждать других из группы"),
                may("repeat_after", PAUSE, "while nobody takes notice", "пока никто не принял к сведению"),
                may(
                        "digest",
                        Word.as("working days at 09:00, daily at 09:00", "working days at 09:00, daily at 09:00"),
                        "one letter about everything at that time",
                        "одно письмо обо всём в это время"),
                may("only", Word.of("working hours"), "else it waits for them", "иначе ждёт рабочего времени"));
    }
}
