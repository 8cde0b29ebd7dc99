package norma.standard.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.document.Comment;
import norma.document.Document;
import norma.standard.check.Lints;
import norma.standard.yaml.check.SilenceWithoutReason;
import norma.standard.yaml.check.UnknownWarning;
import norma.standard.yaml.check.UselessSilence;

/** Comments such as {@code # norma: allow unused-norm – until the audit}: on their line that warning is meant. */
final class Silences {

    private static final Pattern ALLOW = Pattern.compile("norma:\\s*allow\\b\\s*(\\S*)\\s*[-–—:]?\\s*(.*)");

    private record Silence(Comment comment, String code, String reason) {

        boolean covers(Problem problem) {
            return problem.severity() == Severity.WARNING
                    && problem.code().equals(code)
                    && problem.span().line() == comment.line()
                    && problem.span().source() == comment.span().source();
        }
    }

    private final List<Silence> all = new ArrayList<>();

    private Silences() {}

    static Silences of(List<Source> sources) {
        Silences silences = new Silences();
        for (Source source : sources)
            if (source.text().contains("norma:")) Document.comments(source).forEach(silences::read);
        return silences;
    }

    private void read(Comment comment) {
        Matcher allow = ALLOW.matcher(comment.text());
        if (allow.matches()) all.add(new Silence(comment, allow.group(1), allow.group(2)));
    }

    /**
     * What is left to tell, with what is wrong with the silences themselves.
     *
     * @param whole whether everything was looked for, so that a silence that hushed nothing is needless
     */
    Problems applied(Problems found, boolean whole) {
        Problems told = new Problems();
        Set<Silence> used = new LinkedHashSet<>();
        for (Problem problem : found.all()) {
            List<Silence> covering =
                    all.stream().filter(silence -> silence.covers(problem)).toList();
            if (covering.isEmpty()) told.add(problem);
            used.addAll(covering);
        }
        Set<String> warnings = Lints.all().stream()
                .filter(check -> check.severity() == Severity.WARNING)
                .map(Check::code)
                .collect(Collectors.toSet());
        for (Silence silence : all) {
            if (!warnings.contains(silence.code()))
                told.add(UnknownWarning.of(silence.comment().span(), silence.code(), warnings));
            else if (silence.reason().isBlank())
                told.add(SilenceWithoutReason.of(silence.comment().span(), silence.code()));
            else if (whole && !used.contains(silence))
                told.add(UselessSilence.of(silence.comment().span(), silence.code()));
        }
        return told;
    }
}
