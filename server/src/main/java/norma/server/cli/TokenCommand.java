package norma.server.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import norma.server.access.Register;
import norma.server.store.Store;
import norma.server.store.Tokens.Token;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What programs show instead of a password. */
@Command(sortOptions = false)
final class TokenCommand implements Runnable {

    private final NormaCommand root;

    @Spec
    @Nullable
    CommandSpec spec;

    TokenCommand(NormaCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), root.say("which command?", "какая команда?"));
    }

    /** The token goes to the standard output by itself, so that a program can take it from there. */
    @Command(sortOptions = false)
    int add(
            @Parameters(index = "0", paramLabel = "ACCOUNT", descriptionKey = "account") String account,
            @Option(names = "--for", paramLabel = "TITLE", required = true) String title,
            @Option(names = "--days", paramLabel = "N") @Nullable Integer days,
            @Mixin StoreAt at)
            throws IOException {
        if (days != null && days < 1) throw new Refusal("--days is 1 or more", "--days не меньше 1");
        Long ends = days == null
                ? null
                : root.shell.clock().millis() + Duration.ofDays(days).toMillis();
        try (Store store = at.open(root.shell.home())) {
            String token = new Register(store, root.shell.clock()).token(account, title, ends);
            root.out().println(token);
        } catch (Register.Unfit e) {
            throw new Refusal(e.said());
        }
        if (!root.quiet)
            root.shell
                    .err()
                    .println(root.say(
                            "keep it: it is shown this once, and sent as Authorization: Bearer norma_…",
                            "сохраните его: он показан один раз; передавайте так: Authorization: Bearer norma_…"));
        return Norma.CLEAN;
    }

    @Command(sortOptions = false)
    int list(@Mixin StoreAt at) throws IOException {
        try (Store store = at.open(root.shell.home())) {
            List<List<String>> rows = new ArrayList<>();
            for (Token each : new Register(store, root.shell.clock()).tokens())
                rows.add(List.of(String.valueOf(each.number()), each.account(), each.title(), state(each)));
            root.out().print(Columns.of(rows));
        }
        return Norma.CLEAN;
    }

    private String state(Token token) {
        Long revoked = token.revokedAt();
        Long ends = token.endsAt();
        if (revoked != null) return root.say("revoked ", "отозван ") + day(revoked);
        if (ends == null) return root.say("no end", "бессрочный");
        return (ends <= root.shell.clock().millis() ? root.say("over since ", "истёк ") : root.say("until ", "до "))
                + day(ends);
    }

    private static String day(long at) {
        return Instant.ofEpochMilli(at).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    @Command(sortOptions = false)
    int revoke(
            @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "number") long number, @Mixin StoreAt at)
            throws IOException {
        try (Store store = at.open(root.shell.home())) {
            new Register(store, root.shell.clock()).revoke(number);
        } catch (Register.Unfit e) {
            throw new Refusal(e.said());
        }
        if (!root.quiet) root.shell.err().println(root.say("revoked: ", "отозван: ") + number);
        return Norma.CLEAN;
    }
}
