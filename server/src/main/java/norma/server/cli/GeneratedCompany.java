package norma.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Problems;
import norma.server.demo.DemoCompany;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;

/**
 * The demo company as a folder of files, kept from one run to the next.
 *
 * @param asOf the moment of its export
 */
record GeneratedCompany(Path folder, Instant asOf) {

    private static final String STAMP = ".made-by";

    /** The company in {@code .norma/demo} of Norma's home, or in the temporary folder where that cannot be written. */
    static GeneratedCompany kept(Path home, Progress progress) {
        String maker = maker();
        Path folder = home.resolve(".norma").resolve("demo");
        Optional<GeneratedCompany> kept = read(folder, maker);
        if (kept.isPresent()) return kept.get();
        progress.now("generating the demo company", "создаётся демонстрационная компания");
        DemoCompany company = company(home, DemoCompany.SEED);
        try {
            return write(company, folder, maker);
        } catch (IOException notWritable) {
            return elsewhere(company, maker);
        }
    }

    private static GeneratedCompany elsewhere(DemoCompany company, String maker) {
        try {
            return write(company, Files.createTempDirectory("norma-demo"), maker);
        } catch (IOException e) {
            throw new Refusal(
                    "the demo company cannot be written: " + e.getMessage(),
                    "демонстрационную компанию не удалось записать: " + e.getMessage());
        }
    }

    /** @param home whose calendar says which days are worked */
    static DemoCompany company(Path home, long seed) {
        Path calendars = home.resolve("kpi-definitions").resolve("calendars");
        Problems problems = new Problems();
        WorkingCalendar office = Definitions.read(
                        DefinitionFiles.under(List.of(calendars)).yaml(), java.util.Map.of(), problems)
                .map(Standards::calendars)
                .map(all -> all.get("office"))
                .orElseThrow(() -> new Refusal(
                        "the demo company needs the calendar 'office' of " + calendars,
                        "демонстрационной компании нужен календарь office из " + calendars));
        return new DemoCompany(seed, DemoCompany.LAST_DAY, office::isWorking);
    }

    private static GeneratedCompany write(DemoCompany company, Path folder, String maker) throws IOException {
        company.write(folder);
        Files.writeString(folder.resolve(STAMP), maker + "\n" + company.asOf() + "\n");
        return new GeneratedCompany(folder, company.asOf());
    }

    private static Optional<GeneratedCompany> read(Path folder, String maker) {
        try {
            Path stamp = folder.resolve(STAMP);
            if (maker.isEmpty() || !Files.isRegularFile(stamp)) return Optional.empty();
            List<String> lines = Files.readAllLines(stamp);
            if (lines.size() != 2 || !lines.get(0).equals(maker)) return Optional.empty();
            return Optional.of(new GeneratedCompany(folder, Instant.parse(lines.get(1))));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Tells one build of the generator from another; empty where that cannot be told. */
    private static String maker() {
        try {
            Path code = Path.of(DemoCompany.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (!Files.isRegularFile(code)) return "";
            return Files.getLastModifiedTime(code).toMillis() + " " + Files.size(code);
        } catch (IOException | java.net.URISyntaxException e) {
            return "";
        }
    }
}
