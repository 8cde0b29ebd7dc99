package norma.server.access;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import norma.diagnostics.Nearest;
import norma.diagnostics.Text;
import norma.fact.Employee;
import norma.server.store.Accounts.Account;
import norma.server.store.Role;
import norma.server.store.Store;
import norma.server.store.Tables;
import norma.server.store.Tokens;
import org.jspecify.annotations.Nullable;

/** The accounts and tokens, as whoever keeps them changes them; every change is in the audit trail. */
public final class Register {

    /** Something that cannot be done, and why; nothing has happened. */
    public static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Text said;

        Unfit(String en, String ru) {
            super(en);
            this.said = new Text(en, ru);
        }

        public Text said() {
            return said;
        }
    }

    /** Who changes accounts from a terminal is known to the operating system, and not to Norma. */
    private static final String WHO = "console";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");
    /** What the audit trail signs with where nobody with an account did it. */
    private static final Set<String> OURS = Set.of(WHO, Caller.LOCAL.name(), "files", "norma");

    private final Store store;
    private final Clock clock;

    public Register(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @throws Unfit where there cannot be an account of that name and role */
    public void requireNew(String name, Role role, @Nullable String employee) {
        if (!NAME.matcher(name).matches() || OURS.contains(name))
            throw new Unfit(
                    "'" + name + "' cannot be a name: letters, digits, and . _ @ - after the first, at most 64",
                    "«" + name
                            + "» не подходит: имя состоит из букв и цифр, после первой можно . _ @ -, всего до 64 знаков");
        if (store.<Boolean>read(tables -> tables.accounts().isTaken(name)))
            throw new Unfit(
                    "the name " + name + " was given before; what was done under it stays signed by it",
                    "имя " + name + " уже выдавалось: им подписано то, что под ним сделано");
        requireEmployee(role, employee);
    }

    private static void requireEmployee(Role role, @Nullable String employee) {
        if (role.isOfEmployee() && (employee == null || employee.isBlank()))
            throw new Unfit(
                    "a " + role.word() + " sees what is of one person of the firm: say which by --employee ID",
                    "роль " + role.word() + " видит относящееся к одному сотруднику: укажите его через --employee ID");
    }

    /** @param password null for whoever has tokens only */
    public void add(String name, Role role, @Nullable String employee, char @Nullable [] password) {
        requireNew(name, role, employee);
        String hash = password == null ? null : hashed(password);
        store.write(tables -> {
            tables.accounts().add(new Account(name, employee, role, hash, clock.millis()));
            return note(tables, "account_added", "account/" + name, said(role, employee));
        });
    }

    public void role(String name, Role role, @Nullable String employee) {
        store.write(tables -> {
            Account account = require(tables, name);
            String of = employee == null ? account.employee() : employee;
            requireEmployee(role, of);
            if (role != Role.ADMINISTRATOR) requireAnotherAdministrator(tables, account);
            tables.accounts().role(name, role, of);
            return note(tables, "account_role", "account/" + name, said(role, of));
        });
    }

    /** Whoever was signed in under the password of before is not any more. */
    public void password(String name, char[] password) {
        String hash = hashed(password);
        store.write(tables -> {
            require(tables, name);
            tables.accounts().password(name, hash);
            tables.signIns().endAllOf(name);
            return note(tables, "account_password", "account/" + name, "");
        });
    }

    public void remove(String name) {
        store.write(tables -> {
            Account account = require(tables, name);
            boolean last = tables.accounts().all().size() == 1;
            if (!last) requireAnotherAdministrator(tables, account);
            tables.accounts().remove(name, clock.millis());
            tables.signIns().endAllOf(name);
            return note(tables, "account_removed", "account/" + name, "");
        });
    }

    public List<Account> accounts() {
        return store.read(tables -> tables.accounts().all());
    }

    /** What may be wrong with accounts that there are; nothing is wrong before any employee is known. */
    public List<Text> doubts() {
        List<Account> ofEmployees =
                accounts().stream().filter(each -> each.employee() != null).toList();
        if (ofEmployees.isEmpty()) return List.of();
        Set<String> known = employees();
        return ofEmployees.stream()
                .flatMap(each -> doubt(each.name(), Objects.requireNonNull(each.employee()), known).stream())
                .toList();
    }

    /** What may be wrong with one account: facts name no such employee. */
    public Optional<Text> doubt(String name) {
        return accounts().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .flatMap(each -> Optional.ofNullable(each.employee()))
                .flatMap(employee -> doubt(name, employee, employees()));
    }

    private Set<String> employees() {
        return store.read(tables -> tables.journal().ids(Employee.TYPE));
    }

    private static Optional<Text> doubt(String name, String employee, Set<String> known) {
        if (known.isEmpty() || known.contains(employee)) return Optional.empty();
        Optional<String> meant = Nearest.to(employee, known).best();
        return Optional.of(new Text(
                "account " + name + ": facts name no employee " + employee
                        + meant.map(each -> "; did you mean " + each + "?").orElse(""),
                "учётная запись " + name + ": сотрудника " + employee + " в фактах нет"
                        + meant.map(each -> "; возможно, имелось в виду " + each + "?")
                                .orElse("")));
    }

    /** Whether somebody could sign in, or send a token, who may do everything. */
    public boolean hasAdministrator() {
        return accounts().stream().anyMatch(account -> account.role() == Role.ADMINISTRATOR);
    }

    /**
     * @param title what it is for
     * @param endsAt epoch milliseconds; null for never
     * @return the token: it is kept nowhere
     */
    public String token(String account, String title, @Nullable Long endsAt) {
        String token = Secret.token();
        store.write(tables -> {
            require(tables, account);
            long number = tables.tokens().add(account, title, Secret.hash(token), clock.millis(), endsAt);
            return note(tables, "token_added", "token/" + number, account + ": " + title);
        });
        return token;
    }

    public List<Tokens.Token> tokens() {
        return store.read(tables -> tables.tokens().all());
    }

    public void revoke(long number) {
        store.write(tables -> {
            if (!tables.tokens().revoke(number, clock.millis()))
                throw new Unfit(
                        "there is no token " + number + " that is good", "действующего токена " + number + " нет");
            return note(tables, "token_revoked", "token/" + number, "");
        });
    }

    private static Account require(Tables tables, String name) {
        return tables.accounts()
                .named(name)
                .orElseThrow(() -> new Unfit("there is no account " + name, "учётной записи " + name + " нет"));
    }

    /** Somebody has to be left who may do everything. */
    private static void requireAnotherAdministrator(Tables tables, Account account) {
        boolean another = tables.accounts().all().stream()
                .anyMatch(each ->
                        each.role() == Role.ADMINISTRATOR && !each.name().equals(account.name()));
        if (account.role() == Role.ADMINISTRATOR && !another)
            throw new Unfit(
                    account.name() + " is the last administrator: make another one first",
                    account.name() + " — последний администратор: сначала назначьте другого");
    }

    private static String hashed(char[] password) {
        if (password.length < Passwords.SHORTEST || password.length > Passwords.LONGEST)
            throw new Unfit(
                    "a password has " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters",
                    "в пароле от " + Passwords.SHORTEST + " до " + Passwords.LONGEST + " знаков");
        return Passwords.hash(password);
    }

    private static String said(Role role, @Nullable String employee) {
        return employee == null ? role.word() : role.word() + " " + Objects.requireNonNull(employee);
    }

    private int note(Tables tables, String act, String target, String body) {
        tables.audit().add(clock.millis(), WHO, act, target, body);
        return 0;
    }
}
