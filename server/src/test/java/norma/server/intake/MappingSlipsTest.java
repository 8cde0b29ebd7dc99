package norma.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.server.demo.DemoCompany;
import norma.slip.Meaning;
import norma.slip.Mutation;
import norma.slip.Slips;
import norma.slip.Verdict;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hand slips in a shipped mapping: what comes of it is a problem at that line, the same facts, or other facts by it. */
class MappingSlipsTest {

    private static final int RUNS = Integer.getInteger("slips.mapping", 4_000);
    /** Not yet all are told beside their line. */
    private static final double ELSEWHERE = 0.005;

    /** The columns are named in the first row, and a few more tell the rest. */
    private static final int ROWS = 20;

    @TempDir
    private Path folder;

    private record Shipped(String name, String text, Path facts, Terms terms) {

        Optional<Mapping> read(String instead, Problems problems) {
            Optional<Mapping> mapping = Mapping.read(new Source(name, instead), terms, problems);
            return mapping.filter(read -> Intake.bind(facts, read, problems).isPresent());
        }

        String meaning(String instead) {
            Mapping read = read(instead, new Problems()).orElseThrow();
            return Meaning.of(List.of(read.zone().getId(), read.sources()));
        }
    }

    @Test
    void fourThousandSlipsAreToldWhereTheyAre() throws IOException {
        List<Shipped> shipped = shipped();
        List<String> meanings =
                shipped.stream().map(file -> file.meaning(file.text())).toList();
        Slips slips = new Slips();
        Random random = new Random(20_261_123);
        Mutation.Kind[] kinds = Mutation.Kind.values();
        for (int run = 0; run < RUNS; ) {
            int at = random.nextInt(shipped.size());
            Shipped file = shipped.get(at);
            String other = shipped.get(random.nextInt(shipped.size())).text();
            Mutation slip = Mutation.of(kinds[run % kinds.length], file.text(), other, random);
            if (slip.text().strip().equals(file.text().strip())) continue;
            run++;
            slips.add(verdict(file, slip, meanings.get(at)));
        }
        System.out.println(slips.summary());
        assertEquals("", slips.told(Verdict.Kind.UNHEARD), "nothing that was written may go unheard");
        assertTrue(slips.share(Verdict.Kind.ELSEWHERE) < ELSEWHERE, () -> slips.told(Verdict.Kind.ELSEWHERE));
        assertTrue(slips.exact() > 0.95, slips::summary);
    }

    private static Verdict verdict(Shipped file, Mutation slip, String before) {
        try {
            Problems problems = new Problems();
            Optional<Mapping> read = file.read(slip.text(), problems);
            if (read.isEmpty()) return Verdict.of(file.name(), file.text(), slip, problems.all());
            String after =
                    Meaning.of(List.of(read.get().zone().getId(), read.get().sources()));
            return Verdict.withoutProblem(file.text(), slip, before.equals(after));
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(slip.kind() + " broke the reading of\n" + slip.text(), e);
        }
    }

    private List<Shipped> shipped() throws IOException {
        List<Shipped> all = new ArrayList<>();
        Path root = Project.root();
        Path demo = folder.resolve("demo");
        new DemoCompany(1, DemoCompany.LAST_DAY, day -> day.getDayOfWeek().getValue() < 6).write(demo);
        Source model = source(root.resolve("kpi-definitions/model.yaml"));
        Source office = new Source("office", "schema: 1\ncalendars: { office: { zone: Europe/Moscow } }");
        all.add(new Shipped(
                "demo", Files.readString(demo.resolve("mapping.yaml")), heads(demo, "demo"), terms(model, office)));
        try (Stream<Path> examples = Files.list(root.resolve("docs/examples"))) {
            for (Path example : examples.filter(Files::isDirectory).sorted().toList()) {
                String name = example.getFileName().toString();
                String text = Files.readString(example.resolve("mapping.yaml"));
                Terms terms = terms(source(example.resolve("definitions.yaml")));
                all.add(new Shipped(name, text, heads(Project.data(name), name), terms));
            }
        }
        return all;
    }

    private static Terms terms(Source... definitions) {
        Optional<Standards> standards = Definitions.read(List.of(definitions), Map.of(), new Problems());
        return Terms.of(standards.orElseThrow().model());
    }

    private static Source source(Path file) throws IOException {
        return new Source(file.getFileName().toString(), Files.readString(file));
    }

    /** The first rows of each file: a mapping is checked against the names of columns, whatever stands below. */
    private Path heads(Path from, String name) throws IOException {
        Path to = Files.createDirectories(folder.resolve("heads").resolve(name));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".csv")).toList())
                try (Stream<String> lines = Files.lines(file)) {
                    Files.write(
                            to.resolve(file.getFileName()), lines.limit(ROWS).toList());
                }
        }
        return to;
    }
}
