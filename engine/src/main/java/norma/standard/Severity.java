package norma.standard;

import norma.diagnostics.Text;

/** How bad a deviation is, the worse the later. */
public enum Severity {
    WARN("warning", "предупреждение"),
    CRITICAL("critical", "критично");

    private final Text title;

    Severity(String en, String ru) {
        title = new Text(en, ru);
    }

    public Text title() {
        return title;
    }

    /** As definitions and output write it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
