package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** Breaks between classes that do not rise. */
public final class Breaks extends Check {

    static final Breaks CHECK = new Breaks();

    private Breaks() {
        super(
                "breaks",
                Severity.ERROR,
                new Text(
                        "A class between breaks that fall, or beyond the whole, would hold nobody. Write per cents"
                                + " that rise, such as [80, 95].",
                        "В класс между убывающими границами или за пределами целого не попал бы никто. Укажите"
                                + " возрастающие проценты, например [80, 95]."));
    }

    public static Problem of(Span span, int most) {
        return CHECK.at(
                span,
                new Text(
                        "'breaks' are at most " + most + " per cents that rise, such as [80, 95]",
                        "«breaks» — возрастающие проценты, не больше " + most + ", например [80, 95]"));
    }
}
