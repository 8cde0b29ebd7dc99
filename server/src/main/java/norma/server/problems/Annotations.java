package norma.server.problems;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** Problems as commands in the log of a build, which GitHub and those who follow it show beside the changed line. */
public record Annotations(Locale locale, List<Problem> problems) {

    public String text() {
        return problems.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(Problem problem) {
        Span span = problem.span();
        return (problem.severity() == Severity.ERROR ? "::error " : "::warning ")
                + "file=" + property(span.source().name())
                + ",line=" + span.line()
                + ",col=" + span.column()
                + ",endColumn=" + (span.column() + span.length())
                + ",title=" + property(problem.code())
                + "::" + data(Advice.of(problem).in(locale) + also(problem)) + "\n";
    }

    private String also(Problem problem) {
        String see = new Text("; see also ", "; см. также ").in(locale);
        return problem.also().stream().map(place -> see + place.location()).collect(Collectors.joining());
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
