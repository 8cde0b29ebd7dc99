package norma.server.report;

/** What happened, in a word or two, for headlines that feeds and letters begin with. */
public final class Happened {

    private Happened() {}

    /** @param kind of an event of the store */
    public static String headline(String kind, Prose prose) {
        return switch (kind) {
            case "raised" -> prose.say("New", "Новое");
            case "worsened" -> prose.say("Worse", "Стало хуже");
            case "eased" -> prose.say("Better", "Стало лучше");
            case "cleared" -> prose.say("Over", "Закончилось");
            case "new" -> prose.say("To be looked at again", "Снова требует внимания");
            case "decided" -> prose.say("A decision is called for", "Требуется решение");
            case "effect" -> prose.say("Seen whether the decision worked", "Проверен результат решения");
            case "rule_failed" -> prose.say("A rule cannot be judged", "Правило не удаётся проверить");
            case "rule_mended" -> prose.say("A rule is judged again", "Правило снова проверяется");
            case "facts_late" -> prose.say("Facts have stopped arriving", "Данные перестали поступать");
            case "facts_back" -> prose.say("Facts arrive again", "Данные снова поступают");
            default -> kind;
        };
    }
}
