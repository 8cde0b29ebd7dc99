package norma.server.report;

/** Colours a text for a terminal, or leaves it as it is. */
enum Paint {
    PLAIN(""),
    BOLD("\u001b[1m"),
    DIM("\u001b[2m"),
    CRITICAL("\u001b[31;1m"),
    WARN("\u001b[33m"),
    ACTION("\u001b[36m");

    private static final String RESET = "\u001b[0m";

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    String over(String text, boolean coloured) {
        return !coloured || code.isEmpty() || text.isBlank() ? text : code + text + RESET;
    }
}
