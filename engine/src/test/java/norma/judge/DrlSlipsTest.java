package norma.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.slip.Mutation;
import norma.slip.Mutation.Kind;
import norma.slip.Slips;
import norma.slip.Verdict;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.junit.jupiter.api.Test;

/**
 * A hand slips in a shipped rule in DRL. Drools says what it cannot compile, and where is its own affair: that share is
 * measured, and only held against getting worse.
 */
class DrlSlipsTest {

    private static final java.util.regex.Pattern TOKEN =
            java.util.regex.Pattern.compile("[\\p{L}\\p{N}_]+|[^\\s\\p{L}\\p{N}_]");
    private static final int RUNS = Integer.getInteger("slips.drl", 220);
    private static final List<Kind> KINDS = List.of(
            Kind.LINE_DELETED,
            Kind.LINE_DUPLICATED,
            Kind.LINES_SWAPPED,
            Kind.LINES_JOINED,
            Kind.TOKEN_DELETED,
            Kind.TOKEN_DUPLICATED,
            Kind.WORD_MISSPELT,
            Kind.LOOKALIKE,
            Kind.NO_BREAK_SPACE,
            Kind.CHARACTER_ADDED,
            Kind.TRUNCATED);

    private final List<Source> yaml = sources("kpi-definitions", ".yaml");
    private final List<Source> rules = sources("rules", ".drl");

    private final Slips slips = new Slips();

    @Test
    void slipsInRulesAreTold() {
        Random random = new Random(20_261_124);
        for (int run = 0; run < RUNS; ) {
            Source file = rules.get(random.nextInt(rules.size()));
            Mutation slip = Mutation.of(KINDS.get(run % KINDS.size()), file.text(), "", random);
            if (words(slip.text()).equals(words(file.text()))) continue;
            run++;
            slips.add(verdict(file, slip));
        }
        System.out.println(slips.summary());
        if (System.getProperty("slips.show") != null)
            for (Verdict.Kind kind : Verdict.Kind.values()) System.out.println("== " + kind + "\n" + slips.told(kind));
        assertEquals("", slips.told(Verdict.Kind.UNHEARD), "nothing that was written may go unheard");
        assertTrue(slips.exact() > 0.6, slips::summary);
    }

    private Verdict verdict(Source file, Mutation slip) {
        try {
            Problems problems = new Problems();
            Source changed = new Source(file.name(), slip.text());
            Optional<DrlRules> drl = checked(changed, problems);
            if (drl.isEmpty()) return Verdict.of(file.name(), file.text(), slip, problems.all());
            boolean same = meaning(drl.get())
                    .equals(meaning(checked(file, new Problems()).orElseThrow()));
            if (!same) return new Verdict(Verdict.Kind.ANOTHER_MEANING, slip.shown());
            boolean sameWords = tokens(slip.text()).equals(tokens(file.text()));
            return new Verdict(sameWords ? Verdict.Kind.SAME_WORDS : Verdict.Kind.UNHEARD, slip.shown());
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(slip.kind() + " broke the reading of\n" + slip.text(), e);
        }
    }

    /** As {@code norma check} does. */
    private Optional<DrlRules> checked(Source changed, Problems problems) {
        List<Source> all = rules.stream()
                .map(each -> each.name().equals(changed.name()) ? changed : each)
                .toList();
        Optional<DrlRules> drl = DrlRules.compile(all, problems);
        if (drl.isEmpty()) return drl;
        Optional<Standards> standards = Definitions.read(yaml, drl.get().declared(), problems);
        standards.ifPresent(
                read -> DrlWords.look(all, read, drl.get().declared().keySet(), problems));
        return problems.hasErrors() ? Optional.empty() : drl;
    }

    /** What the rules declare and what they ask for. */
    private static String meaning(DrlRules drl) {
        StringBuilder out = new StringBuilder();
        drl.packages().forEach(each -> each.getRules().forEach(rule -> {
            RuleImpl read = (RuleImpl) rule;
            out.append(each.getName()).append(' ').append(rule.getName()).append(rule.getMetaData());
            asked(read.getLhs(), out);
        }));
        return out.toString();
    }

    private static void asked(RuleConditionElement part, StringBuilder out) {
        out.append(part.getClass().getSimpleName());
        if (part instanceof GroupElement group) out.append(group.getType());
        if (part instanceof Pattern pattern) {
            out.append(pattern.getObjectType()).append(pattern.getConstraints());
            out.append(pattern.getInnerDeclarations().keySet());
            if (pattern.getSource() != null) asked(pattern.getSource(), out);
        }
        part.getNestedElements().forEach(inner -> asked(inner, out));
    }

    /** In whatever order: that of metadata and of imports tells nothing, and neither does an import that stands twice. */
    private static Set<String> tokens(String drl) {
        return TOKEN.matcher(words(drl)).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** What is left without comments and blanks. */
    private static String words(String drl) {
        return drl.replaceAll("(?m)^\\s*//.*$", "").replaceAll("\\s+", " ").strip();
    }

    private static List<Source> sources(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of("..", folder))) {
            List<Source> sources = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(ending))
                    .sorted()
                    .toList()) sources.add(new Source(file.getFileName().toString(), Files.readString(file)));
            return sources;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
