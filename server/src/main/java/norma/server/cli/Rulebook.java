package norma.server.cli;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import norma.diagnostics.Digest;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.judge.DrlRules;
import norma.judge.DrlWords;
import norma.standard.DeclaredDeviation;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;

/** Definitions and rules, checked and compiled. */
record Rulebook(Standards standards, DrlRules drl, String rulesVersion) {

    /**
     * Nothing when there is any error; every problem is then in {@code problems}. Rules are compiled while definitions are
     * read: either takes half a second in a program that has just started. What rules declare is known without waiting for
     * that where they were compiled before.
     *
     * @param now tells which parts of the definitions have passed; without it nothing is said about that
     */
    static Optional<Rulebook> read(DefinitionFiles files, Optional<Instant> now, Problems problems) {
        return read(files, now, Severity.WARNING, problems);
    }

    private static Optional<Rulebook> read(
            DefinitionFiles files, Optional<Instant> now, Severity least, Problems problems) {
        Problems ofRules = new Problems();
        CompletableFuture<Optional<DrlRules>> compiling =
                CompletableFuture.supplyAsync(() -> DrlRules.compile(files.drl(), ofRules));
        CheckedRules checked = CheckedRules.besideTheProgram();
        Optional<Map<String, DeclaredDeviation>> known = checked.known(files.drl());
        Problems ofDefinitions = new Problems();
        Optional<Standards> standards = Definitions.read(
                files.yaml(),
                () -> known.or(() -> compiling.join().map(DrlRules::declared)),
                now,
                least,
                ofDefinitions);
        Optional<DrlRules> drl = compiling.join();
        if (known.isEmpty()) drl.ifPresent(compiled -> checked.remember(files.drl(), compiled.declared()));
        ofRules.all().forEach(problems::add);
        ofDefinitions.all().forEach(problems::add);
        if (drl.isEmpty() || standards.isEmpty()) return Optional.empty();
        DrlWords.look(files.drl(), standards.get(), drl.get().declared().keySet(), problems);
        if (problems.hasErrors()) return Optional.empty();
        return Optional.of(
                new Rulebook(standards.get(), drl.get(), files.drl().isEmpty() ? "" : Digest.of(files.drl())));
    }

    /**
     * Without errors warnings are nobody's concern here, and are not looked for.
     *
     * @throws Refusal with every problem
     */
    static Rulebook require(DefinitionFiles files) {
        return read(files, Optional.empty(), Severity.ERROR, new Problems()).orElseThrow(() -> refusal(files));
    }

    private static Refusal refusal(DefinitionFiles files) {
        Problems problems = new Problems();
        read(files, Optional.empty(), problems);
        return new Refusal(
                new Text(
                        "the definitions have errors, so nothing was judged",
                        "в определениях есть ошибки, поэтому ничего не проверялось"),
                problems.all());
    }
}
