package norma.server.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import norma.Engine;
import norma.Memory;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Text;
import norma.fact.Change;
import norma.server.intake.Account;
import norma.server.intake.Inflow;
import norma.server.live.Threads;

/**
 * Facts judged by a rulebook as of a moment.
 *
 * @param later how many changes lie after it
 */
record Judged(Rulebook rulebook, Engine engine, Account account, long later, Path from, boolean generated)
        implements AutoCloseable {

    static Judged of(Inputs inputs, Shell shell, Locale locale, Progress progress, boolean quiet) {
        progress.now("reading definitions", "чтение определений");
        Rulebook rulebook = Rulebook.require(inputs.definitionFiles(shell.home()));
        WorkingCalendar calendar = rulebook.standards().model().calendar();
        if (inputs.facts != null) {
            FactsFolder folder = FactsFolder.of(inputs.facts, inputs.mapping, inputs.rejects);
            long asOf = inputs.asOf(calendar, shell.clock().millis());
            return judge(rulebook, folder, asOf, false, locale, progress);
        }
        GeneratedCompany company = GeneratedCompany.kept(shell.home(), progress);
        if (!quiet) progress.note(note(company, locale));
        FactsFolder folder = FactsFolder.of(company.folder(), inputs.mapping, inputs.rejects);
        return judge(rulebook, folder, inputs.asOf(calendar, company.asOf().toEpochMilli()), true, locale, progress);
    }

    private static String note(GeneratedCompany company, Locale locale) {
        return new Text(
                        "The data are generated, not real: " + company.folder() + "; use --facts DIR for your own",
                        "Данные сгенерированы, не настоящие: " + company.folder() + "; свои — через --facts ПАПКА")
                .in(locale);
    }

    private static Judged judge(
            Rulebook rulebook, FactsFolder folder, long asOf, boolean generated, Locale locale, Progress progress) {
        progress.now("reading, measuring and judging facts", "чтение, измерение и проверка данных");
        try (Inflow facts = new Inflow(sink -> read(folder, rulebook, sink, locale, progress), asOf)) {
            Engine engine = Engine.recalling(
                            Memory.none(asOf), rulebook.standards(), rulebook.drl(), new Threads(), facts)
                    .engine();
            return new Judged(rulebook, engine, facts.account(), facts.later(), folder.folder(), generated);
        }
    }

    private static Account read(
            FactsFolder folder, Rulebook rulebook, Consumer<Change> sink, Locale locale, Progress progress) {
        return folder.read(
                rulebook.standards().model(),
                change -> {
                    sink.accept(change);
                    progress.step();
                },
                locale);
    }

    @Override
    public void close() {
        engine.close();
    }
}
