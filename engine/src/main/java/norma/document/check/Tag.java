package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A type that is forced upon a value. */
public final class Tag extends Check {

    static final Tag CHECK = new Tag();

    private Tag() {
        super(
                "tag",
                Severity.ERROR,
                new Text(
                        "Values are taken as they are written, so a tag could only change what you see. Remove it; a"
                                + " text that begins with '!' needs quotes.",
                        "Значения читаются так, как написаны, и тег мог бы только изменить то, что вы видите. Удалите"
                                + " его; текст, который начинается с «!», возьмите в кавычки."));
    }

    public static Problem of(Span span) {
        return CHECK.at(span, new Text("tags (!) are not used here", "теги (!) здесь не используются"));
    }
}
