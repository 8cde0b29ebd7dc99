package norma.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.diagnostics.Written;
import norma.diagnostics.check.UnknownValue;
import norma.expression.Type;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.standard.Kpi;
import norma.standard.Over;
import norma.standard.Standards;
import norma.standard.yaml.check.UnknownDeviation;
import norma.standard.yaml.check.UnknownKpi;

/**
 * The words that conditions in DRL compare with: {@code kpi == "margin"}, {@code stage == "lead"}. Drools takes any text, and
 * a rule that waits for a word nobody uses matches nothing, silently. Looks at what is written, so that rules need not be
 * compiled for it.
 */
public final class DrlWords {

    private static final Pattern CONDITIONS =
            Pattern.compile("^\\s*when\\b(.*?)^\\s*then\\b", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern PATTERN = Pattern.compile("\\b([A-Z]\\w*)\\s*\\(");
    private static final Pattern COMPARED = Pattern.compile("(?<![\\w.$])(\\w+)\\s*[=!]=\\s*\"([^\"\\n]*)\"");
    private static final Pattern COMMENT = Pattern.compile("//[^\\n\"]*$", Pattern.MULTILINE);

    private final Standards standards;
    private final Set<String> deviations;
    private final Problems problems;

    private DrlWords(Standards standards, Set<String> declared, Problems problems) {
        this.standards = standards;
        this.deviations = new TreeSet<>(declared);
        this.deviations.addAll(standards.deviations().keySet());
        this.problems = problems;
    }

    private record Word(Span span, String text) implements Written {}

    private record Compared(String field, Word word) {}

    /** @param declared the deviations that rules in DRL declare, by id */
    public static void look(List<Source> drl, Standards standards, Set<String> declared, Problems problems) {
        DrlWords words = new DrlWords(standards, declared, problems);
        drl.forEach(words::look);
    }

    private void look(Source source) {
        Matcher comment = COMMENT.matcher(source.text());
        String text = comment.replaceAll(found -> " ".repeat(found.group().length()));
        Matcher rules = CONDITIONS.matcher(text);
        while (rules.find()) {
            Matcher pattern = PATTERN.matcher(text).region(rules.start(1), rules.end(1));
            while (pattern.find()) {
                int from = pattern.end();
                List<Compared> compared = COMPARED.matcher(text.substring(from, end(text, from)))
                        .results()
                        .map(each -> new Compared(each.group(1), word(source, from + each.start(2), each.group(2))))
                        .toList();
                compared.forEach(each -> look(pattern.group(1), each, compared));
            }
        }
    }

    /** Where the bracket that is open at this place is closed. */
    private static int end(String text, int from) {
        int open = 1;
        int at = from;
        while (at < text.length() && open > 0) {
            char sign = text.charAt(at++);
            if (sign == '(') open++;
            if (sign == ')') open--;
        }
        return at;
    }

    private void look(String type, Compared compared, List<Compared> beside) {
        String field = compared.field();
        Word word = compared.word();
        if (type.equals("Reading")) {
            if (field.equals("kpi")) ofKpi(word);
            if (field.equals("periodName")) ofPeriod(word, beside);
            return;
        }
        if (type.equals("Deviation")) {
            if (field.equals("rule") && !deviations.contains(word.text()))
                problems.add(UnknownDeviation.of(word, deviations));
            if (field.equals("subjectType"))
                oneOf(word, Catalogue.TYPES.stream().map(FactType::name).toList());
            return;
        }
        Catalogue.TYPES.stream()
                .filter(fact -> fact.javaType().getSimpleName().equals(type))
                .findFirst()
                .flatMap(fact -> standards.model().catalogue().fieldType(fact, field))
                .filter(Type::enumerated)
                .flatMap(choice ->
                        Optional.ofNullable(standards.model().domains().get(choice.domain())))
                .ifPresent(values -> oneOf(word, values));
    }

    private void ofKpi(Word word) {
        if (!standards.kpis().containsKey(word.text()))
            problems.add(UnknownKpi.of(word, standards.kpis().keySet()));
    }

    private void ofPeriod(Word word, List<Compared> beside) {
        List<String> periods = new ArrayList<>();
        beside.stream()
                .filter(each -> each.field().equals("kpi"))
                .flatMap(each ->
                        Optional.ofNullable(standards.kpis().get(each.word().text())).stream())
                .map(Kpi::over)
                .forEach(over -> over.stream().map(Over::name).forEach(periods::add));
        if (!periods.isEmpty()) oneOf(word, periods);
    }

    private void oneOf(Word word, List<String> values) {
        if (!values.contains(word.text())) problems.add(UnknownValue.choice(word, values));
    }

    private static Word word(Source source, int at, String text) {
        String before = source.text().substring(0, at);
        int line = (int) before.chars().filter(sign -> sign == '\n').count() + 1;
        return new Word(new Span(source, line, at - before.lastIndexOf('\n'), text.length()), text);
    }
}
