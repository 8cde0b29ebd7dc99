package norma.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import norma.server.access.Register;
import norma.server.store.Accounts.Account;
import norma.server.store.Role;
import norma.server.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may ask the service. */
@Command(sortOptions = false)
final class AccountCommand implements Runnable {

    private final NormaCommand root;

    @Spec
    @Nullable
    CommandSpec spec;

    AccountCommand(NormaCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), root.say("which command?", "какая команда?"));
    }

    @Command(sortOptions = false)
    int add(
            @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name") String name,
            @Option(names = "--role", paramLabel = "ROLE", required = true) RoleName role,
            @Option(names = "--employee", paramLabel = "ID") @Nullable String employee,
            @Option(names = "--no-password") boolean without,
            @Mixin StoreAt at)
            throws IOException {
        return change(
                at,
                register -> {
                    register.requireNew(name, role.role(), employee);
                    register.add(name, role.role(), employee, without ? null : asked(name));
                    doubt(register, name);
                },
                root.say("added: ", "добавлено: ") + name);
    }

    @Command(sortOptions = false)
    int list(@Mixin StoreAt at) throws IOException {
        try (Store store = at.open(root.shell.home())) {
            List<List<String>> rows = new ArrayList<>();
            for (Account each : new Register(store, root.shell.clock()).accounts())
                rows.add(List.of(
                        each.name(),
                        each.role().word(),
                        Optional.ofNullable(each.employee()).orElse(""),
                        each.password() == null
                                ? root.say("tokens only", "только токены")
                                : root.say("password", "пароль")));
            root.out().print(Columns.of(rows));
        }
        return Norma.CLEAN;
    }

    @Command(sortOptions = false)
    int role(
            @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name") String name,
            @Parameters(index = "1", paramLabel = "ROLE", descriptionKey = "role") RoleName role,
            @Option(names = "--employee", paramLabel = "ID") @Nullable String employee,
            @Mixin StoreAt at)
            throws IOException {
        return change(
                at,
                register -> {
                    register.role(name, role.role(), employee);
                    doubt(register, name);
                },
                root.say("changed: ", "изменено: ") + name);
    }

    /** Facts may come later: it is said, and done all the same. */
    private void doubt(Register register, String name) {
        register.doubt(name).ifPresent(said -> root.shell.err().println("norma: " + said.in(root.locale)));
    }

    @Command(sortOptions = false)
    int password(@Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name") String name, @Mixin StoreAt at)
            throws IOException {
        return change(at, register -> register.password(name, asked(name)), root.say("changed: ", "изменено: ") + name);
    }

    @Command(sortOptions = false)
    int remove(@Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name") String name, @Mixin StoreAt at)
            throws IOException {
        return change(at, register -> register.remove(name), root.say("removed: ", "удалено: ") + name);
    }

    private char[] asked(String name) {
        try {
            return new PasswordPrompt(root).ask(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int change(StoreAt at, Consumer<Register> work, String done) throws IOException {
        try (Store store = at.open(root.shell.home())) {
            work.accept(new Register(store, root.shell.clock()));
        } catch (Register.Unfit e) {
            throw new Refusal(e.said());
        }
        if (!root.quiet) root.shell.err().println(done);
        return Norma.CLEAN;
    }

    /** Roles as they are typed. */
    enum RoleName {
        viewer,
        seller,
        head,
        operations,
        administrator;

        Role role() {
            return Role.of(name()).orElseThrow();
        }
    }
}
