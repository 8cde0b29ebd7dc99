package norma.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.Engine;
import norma.Memory;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.judge.DrlRules;
import norma.measure.Crew;
import norma.server.intake.Inflow;
import norma.server.intake.Intake;
import norma.server.intake.Mapping;
import norma.server.intake.Rejection;
import norma.server.intake.Terms;
import norma.server.live.Threads;
import norma.standard.Model;
import norma.standard.Standards;

/** From a file of deals to what deviates: read, taken in, judged. */
final class IntakeBenchmark {

    /** Clients and sellers are columns of the deals, as in a flat export. */
    private static final String MAPPING = """
            schema: 1
            zone: UTC
            sources:
              - file: deals.csv
                percent: fraction
                facts:
                  - { type: client, id: client, at: start, set: { segment: segment } }
                  - { type: employee, id: owner, at: start, set: { team: team } }
                  - type: deal
                    id: id
                    at: start
                    set:
                      client: client
                      owner: owner
                      pipeline: "'sales'"
                      stage: stage
                      status: status
                      amount: amount
                      probability: probability
                      kind: kind
                      channel: channel
                      created_at: created_at
                      stage_entered_at: stage_entered_at
                      expected_close_at: expected_close_at
                      closed_at: closed_at
                      next_step_at: next_step_at
            """;

    private static final Crew CREW = new Threads();

    private IntakeBenchmark() {}

    static void run(Table table, Size size) throws Exception {
        Firm firm = Firm.generated(size.seed(), size.deals(), size.sellers());
        Standard standard = Standard.of(size.rules(), 0.001);
        Path folder = Files.createTempDirectory("export");
        Path csv = folder.resolve("deals.csv");
        try {
            firm.writeCsv(csv);
            Standards standards = standard.read();
            Map<String, List<Finding>> answers = new LinkedHashMap<>();
            table.add(
                    "%,d deals from CSV to judged by %d norms".formatted(size.deals(), size.rules()),
                    new Contest()
                            .with("Norma", () -> answers.put("Norma", norma(folder, standards)))
                            .with("DuckDB, tables and rows fetched", () -> answers.put("DuckDB", duckDb(csv, standard)))
                            .after(() -> JudgeBenchmark.compare(answers))
                            .run(size.warmups(), size.rounds()));
        } finally {
            Files.deleteIfExists(csv);
            Files.deleteIfExists(folder);
        }
    }

    private static List<Finding> norma(Path folder, Standards standards) {
        Intake intake = intake(folder, standards.model());
        try (Inflow facts = new Inflow(sink -> intake.read(sink, IntakeBenchmark::refuse), Firm.NOW)) {
            Engine.Recalled begun = Engine.recalling(Memory.none(Firm.NOW), standards, DrlRules.none(), CREW, facts);
            begun.engine().close();
            return begun.difference().raised().stream()
                    .map(NormaJudging::finding)
                    .toList();
        }
    }

    private static void refuse(Rejection rejection) {
        throw new IllegalStateException(rejection.toString());
    }

    private static Intake intake(Path folder, Model model) {
        Problems problems = new Problems();
        Terms terms = new Terms(model.catalogue(), model.domains(), Optional.of(model.currency()));
        return Mapping.read(new Source("mapping.yaml", MAPPING), terms, problems)
                .flatMap(mapping -> Intake.bind(folder, mapping, problems))
                .orElseThrow(() -> new IllegalStateException(problems.all().toString()));
    }

    private static List<Finding> duckDb(Path csv, Standard standard) throws Exception {
        DuckDb duckDb = new DuckDb(csv, standard);
        try {
            return duckDb.judge();
        } finally {
            duckDb.close();
        }
    }
}
