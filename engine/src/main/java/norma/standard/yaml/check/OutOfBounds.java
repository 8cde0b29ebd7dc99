package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A number that is too small or too large for its place. */
public final class OutOfBounds extends Check {

    static final OutOfBounds CHECK = new OutOfBounds();

    private OutOfBounds() {
        super(
                "out-of-bounds",
                Severity.ERROR,
                new Text(
                        "Outside of these bounds the figure has no meaning, or takes too long to work out. Write a"
                                + " number within them.",
                        "За этими пределами показатель не имеет смысла или слишком долго вычисляется. Напишите число"
                                + " в этих пределах."));
    }

    public static Problem part(Span span) {
        return CHECK.at(span, new Text("a part of the whole is from 0 to 1", "доля целого — от 0 до 1"));
    }

    public static Problem window(Span span) {
        return CHECK.at(
                span,
                new Text("a window is longer than nothing and at most 36525d", "окно больше нуля и не больше 36525d"));
    }

    public static Problem periods(Span span, int least, int most) {
        return CHECK.at(
                span,
                new Text("'periods' is from " + least + " to " + most, "«periods» — от " + least + " до " + most));
    }
}
