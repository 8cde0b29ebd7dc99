package norma.server.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import norma.diagnostics.Digest;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.judge.DrlRules;
import norma.judge.DrlWords;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;

/** Definitions and rules, checked and compiled. */
record Rulebook(Standards standards, DrlRules drl, String rulesVersion) {

    /**
     * Nothing when there is any error; every problem is then in {@code problems}. Rules are compiled while definitions are
     * read: either takes half a second in a program that has just started.
     *
     * @param now tells which parts of the definitions have passed; without it nothing is said about that
     */
    static Optional<Rulebook> read(DefinitionFiles files, Optional<Instant> now, Problems problems) {
        Problems ofRules = new Problems();
        CompletableFuture<Optional<DrlRules>> compiling =
                CompletableFuture.supplyAsync(() -> DrlRules.compile(files.drl(), ofRules));
        Problems ofDefinitions = new Problems();
        Optional<Standards> standards =
                Definitions.read(files.yaml(), () -> compiling.join().map(DrlRules::declared), now, ofDefinitions);
        Optional<DrlRules> drl = compiling.join();
        ofRules.all().forEach(problems::add);
        ofDefinitions.all().forEach(problems::add);
        if (drl.isEmpty() || standards.isEmpty()) return Optional.empty();
        DrlWords.look(files.drl(), standards.get(), drl.get().declared().keySet(), problems);
        if (problems.hasErrors()) return Optional.empty();
        return Optional.of(
                new Rulebook(standards.get(), drl.get(), files.drl().isEmpty() ? "" : Digest.of(files.drl())));
    }

    /** @throws Refusal with every problem */
    static Rulebook require(DefinitionFiles files) {
        Problems problems = new Problems();
        return read(files, Optional.empty(), problems)
                .orElseThrow(() -> new Refusal(
                        new Text(
                                "the definitions have errors, so nothing was judged",
                                "в определениях есть ошибки, поэтому ничего не проверялось"),
                        problems.all()));
    }
}
