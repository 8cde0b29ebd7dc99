package norma.standard.yaml;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import norma.diagnostics.Problem;
import norma.diagnostics.Source;
import norma.diagnostics.Span;

/**
 * What nothing could be taken from because of its own errors. Of a name that may be defined there nothing can be said: that
 * it is unknown would be a second error for one slip, and a false one.
 *
 * @param words every word of the files that could not be read
 * @param calendars those that are defined, with errors of their own or without
 * @param rules whether the rules in DRL are among what could not be read
 */
record Unread(Set<String> words, Set<String> calendars, boolean rules) {

    private static final Set<String> NAMES = Set.of(
            "placeholder",
            "unknown-assignee",
            "unknown-calendar",
            "unknown-deviation",
            "unknown-dimension",
            "unknown-kpi",
            "unknown-name",
            "unknown-norm",
            "unknown-period",
            "unknown-subject",
            "unknown-value");

    static Unread of(List<Source> files, Set<String> calendars, boolean rules) {
        Set<String> words = new HashSet<>();
        files.forEach(file -> words(file.text()).forEach(words::add));
        return new Unread(words, calendars, rules);
    }

    boolean mayCause(Problem problem) {
        if (!NAMES.contains(problem.code())) return false;
        if (rules && problem.code().equals("unknown-deviation")) return true;
        Span span = problem.span();
        if (problem.code().equals("unknown-calendar") && calendars.contains(span.text())) return true;
        return words(span.text()).anyMatch(words::contains);
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("[^a-z0-9_]+")).filter(word -> !word.isEmpty());
    }
}
