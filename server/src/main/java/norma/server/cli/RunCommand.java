package norma.server.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import norma.Engine;
import norma.measure.Reading;
import norma.server.report.CsvReport;
import norma.server.report.Cycle;
import norma.server.report.Directory;
import norma.server.report.JsonReport;
import norma.server.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One control cycle: what is, held against what should be, and what to do about it. */
@Command(sortOptions = false, addMethodSubcommands = false)
final class RunCommand implements Callable<Integer> {

    /** How the outcome is written. */
    enum Format {
        table,
        json,
        ndjson,
        csv
    }

    private final NormaCommand root;

    @Mixin
    Inputs inputs = new Inputs();

    @Option(names = "--kpi", paramLabel = "ID")
    List<String> kpis = new ArrayList<>();

    @Option(names = "--rule", paramLabel = "ID")
    List<String> rules = new ArrayList<>();

    @Option(names = "--by", paramLabel = "DIM")
    List<String> by = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table")
    Format format = Format.table;

    @Option(names = "--section", paramLabel = "SECTION", defaultValue = "deviations")
    CsvReport.Section section = CsvReport.Section.DEVIATIONS;

    @Option(names = "--top", paramLabel = "N", defaultValue = "5")
    int top = 5;

    RunCommand(NormaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Cycle cycle;
        try (Progress progress = root.progress();
                Judged judged = Judged.of(inputs, root.shell, root.locale, progress, root.quiet)) {
            Selection selection = Selection.of(judged.rulebook(), kpis, rules, by);
            cycle = selection.of(cycle(judged));
            progress.over();
            write(cycle);
        }
        return cycle.deviations().isEmpty() && cycle.failures().isEmpty() ? Norma.CLEAN : Norma.FINDINGS;
    }

    private static Cycle cycle(Judged judged) {
        Engine engine = judged.engine();
        List<Reading> readings = List.copyOf(engine.readings());
        return new Cycle(
                judged.rulebook().standards(),
                judged.rulebook().rulesVersion(),
                engine.now(),
                judged.from().toString(),
                judged.generated(),
                judged.account(),
                judged.later(),
                readings,
                unmeasured(judged, readings),
                engine.deviations(),
                engine.decisions(),
                List.copyOf(engine.failures()),
                new Directory(engine));
    }

    private static List<String> unmeasured(Judged judged, List<Reading> readings) {
        Set<String> measured =
                readings.stream().map(reading -> reading.definition().id()).collect(Collectors.toSet());
        return judged.rulebook().standards().kpis().keySet().stream()
                .filter(kpi -> !measured.contains(kpi))
                .toList();
    }

    private void write(Cycle cycle) throws IOException {
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(root.out(), StandardCharsets.UTF_8));
        switch (format) {
            case json -> new JsonReport(cycle).write(out);
            case ndjson -> new JsonReport(cycle).writeLines(out);
            case csv -> new CsvReport(cycle, root.locale).write(section, out);
            case table -> out.write(TextReport.of(cycle, root.locale, root.coloured(), top));
        }
        out.flush();
    }
}
