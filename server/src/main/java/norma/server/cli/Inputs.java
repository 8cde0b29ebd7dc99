package norma.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import norma.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is judged, by what, and as of when: the options that several commands share. */
final class Inputs {

    @Option(names = "--definitions", paramLabel = "DIR")
    @Nullable
    Path definitions;

    @Option(names = "--rules", paramLabel = "DIR")
    @Nullable
    Path rules;

    @Option(names = "--facts", paramLabel = "DIR")
    @Nullable
    Path facts;

    @Option(names = "--mapping", paramLabel = "FILE")
    @Nullable
    Path mapping;

    @Option(names = "--as-of", paramLabel = "TIME")
    @Nullable
    String asOf;

    @Option(names = "--rejects", paramLabel = "FILE")
    @Nullable
    Path rejects;

    /** Norma's own, unless other definitions are given: then only the rules beside those, or given too. */
    DefinitionFiles definitionFiles(Path home) {
        return DefinitionFiles.under(definitionPaths(home));
    }

    List<Path> definitionPaths(Path home) {
        List<Path> paths = new ArrayList<>();
        if (definitions != null) paths.add(definitions);
        else paths.add(home.resolve("kpi-definitions"));
        if (rules != null) paths.add(rules);
        else if (definitions == null && Files.isDirectory(home.resolve("rules"))) paths.add(home.resolve("rules"));
        return paths;
    }

    /** @return epoch milliseconds */
    long asOf(WorkingCalendar calendar, long otherwise) {
        return asOf == null ? otherwise : AsOf.parse(asOf, calendar);
    }
}
