package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A file that cannot be laid out without changing what it says. */
public final class FixedLayout extends Check {

    static final FixedLayout CHECK = new FixedLayout();

    private FixedLayout() {
        super(
                "layout",
                Severity.ERROR,
                new Text(
                        "Laying a file out may never change its meaning, so 'norma fmt' leaves such a file alone; the"
                                + " definitions in it hold as they are. The cause is mostly a line break that is none to"
                                + " editors: type the line anew.",
                        "Разметка никогда не должна менять смысл, поэтому «norma fmt» не трогает такой файл;"
                                + " определения в нём действуют как есть. Чаще всего причина — перевод строки, которого не видят"
                                + " редакторы: наберите строку заново."));
    }

    public static Problem of(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "this is written in a way that cannot be laid out without changing what it says; it is left alone",
                        "так, как это записано, разметить файл, не изменив смысла, нельзя; он оставлен как есть"));
    }
}
