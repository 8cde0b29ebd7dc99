package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norma.fact.Change;
import norma.fact.Employee;
import norma.server.store.Databases;
import norma.server.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounts and tokens as they are kept from the command line. */
class AccountCommandTest {

    private static final String PASSWORD = "correct horse battery\n";

    static Stream<String> databases() {
        return Databases.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anAccountIsMadeChangedAndRemoved(String database) {
        assertEquals(
                0,
                account(database, PASSWORD, "add", "olga", "--role", "administrator")
                        .exit());
        assertEquals(
                0,
                account(database, PASSWORD, "add", "semyon", "--role", "seller", "--employee", "s1")
                        .exit());
        assertEquals(0, account(database, "", "role", "semyon", "head").exit());
        assertEquals(
                0, account(database, "another good one\n", "password", "semyon").exit());
        assertEquals(
                0,
                account(database, "", "add", "crm", "--role", "operations", "--no-password")
                        .exit());
        assertEquals("""
                crm     operations         tokens only
                olga    administrator      password
                semyon  head           s1  password
                """, account(database, "", "list").out());
        assertEquals(0, account(database, "", "remove", "semyon").exit());
        assertFalse(account(database, "", "list").out().contains("semyon"));
        try (Store store = Store.open(database)) {
            assertEquals(
                    List.of(
                            "account_added",
                            "account_added",
                            "account_role",
                            "account_password",
                            "account_added",
                            "account_removed"),
                    store.read(tables -> tables.audit().after(0, 50)).stream()
                            .map(entry -> entry.act())
                            .toList());
            assertTrue(store.read(tables -> tables.audit().firstBroken()).isEmpty());
            assertTrue(store.read(tables -> tables.accounts().named("olga"))
                    .orElseThrow()
                    .password()
                    .startsWith("$argon2id$"));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTokenIsShownOnceAndRevoked(String database) {
        account(database, "", "add", "crm", "--role", "operations", "--no-password");
        Outcome made = token(database, "add", "crm", "--for", "facts of the CRM", "--days", "90");
        assertTrue(made.out().matches("norma_[0-9a-f]{64}\\R"), made.out());
        assertEquals(
                "1  crm  facts of the CRM  until 2026-06-14T09:00:00Z\n",
                token(database, "list").out());
        assertEquals(0, token(database, "revoke", "1").exit());
        assertEquals(
                "1  crm  facts of the CRM  revoked 2026-03-16T09:00:00Z\n",
                token(database, "list").out());
        assertEquals(2, token(database, "revoke", "1").exit());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add semyon --role seller                  | say which by --employee
            add local --role viewer                   | cannot be a name
            add a/b --role viewer                     | cannot be a name
            add olga --role viewer                    | was given before
            add semyon --role boss                    | does not fit here
            role olga viewer                          | is the last administrator
            role nobody viewer                        | there is no account nobody
            password nobody                           | there is no account nobody
            remove nobody                             | there is no account nobody
            ad semyon                                 | did you mean add?
            """)
    void whatCannotBeIsRefusedInWords(String arguments, String said) {
        String database = Databases.sqlite();
        account(database, PASSWORD, "add", "olga", "--role", "administrator");
        account(database, PASSWORD, "add", "viewer", "--role", "viewer");
        Outcome outcome = account(database, PASSWORD, arguments.strip().split(" "));
        assertEquals(2, outcome.exit(), outcome.err());
        assertTrue(outcome.err().contains(said), outcome.err());
    }

    @Test
    void aPasswordIsLongEnoughAndIsGiven() {
        String database = Databases.sqlite();
        assertTrue(account(database, "short\n", "add", "olga", "--role", "viewer")
                .err()
                .contains("12 to 200"));
        assertTrue(
                account(database, "", "add", "olga", "--role", "viewer").err().contains("no password was given"));
        assertEquals("", account(database, "", "list").out());
    }

    @Test
    void nobodyElseIsLetInBeforeSomebodyCanSignIn(@TempDir Path data) {
        for (String option : List.of("--host 0.0.0.0", "--name norma.example")) {
            Outcome outcome = Outcome.of(("serve --port 0 --data " + data + " " + option).split(" "));
            assertEquals(2, outcome.exit());
            assertTrue(
                    outcome.err().contains("norma account add NAME --role administrator --data " + data),
                    outcome.err());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "account-help, account --help",
        "account-add-help, account add --help",
        "account-list-help, account list --help",
        "account-role-help, account role --help",
        "account-password-help, account password --help",
        "account-remove-help, account remove --help",
        "token-help, token --help",
        "token-add-help, token add --help",
        "token-list-help, token list --help",
        "token-revoke-help, token revoke --help",
        "serve-help, serve --help",
    })
    void theHelpIsTheSameInBothLanguages(String name, String arguments) throws IOException {
        for (String language : List.of("en", "ru")) {
            Outcome outcome = Outcome.of((arguments + " --lang " + language).split(" "));
            assertEquals(0, outcome.exit());
            assertTrue(outcome.out().contains("\n  2   "), "it says what its exit codes mean");
            GoldenReportTest.compare(GoldenReportTest.GOLDEN.resolve(name + "." + language + ".txt"), outcome.text());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            serve --port x                         | '--port'           | '--port'
            serve --public-url norma.example       | https://norma.exam | https://norma.exam
            serve --smtp mail.example              | --mail-from        | --mail-from
            serve --definitions no-such-folder     | no-such-folder     | no-such-folder
            account                                | which command      | какая команда
            account add olga                       | --role             | --role
            token                                  | which command      | какая команда
            token add olga                         | --for              | --for
            token revoke seven                     | seven              | seven
            """)
    void wrongUseIsSaidInBothLanguagesAndEndsWithTwo(String arguments, String english, String russian) {
        for (String language : List.of("en", "ru")) {
            Outcome outcome = Outcome.of((arguments + " --lang " + language).split(" "));
            assertEquals(2, outcome.exit(), outcome.err());
            assertTrue(outcome.err().contains(language.equals("en") ? english : russian), outcome.err());
            assertEquals("", outcome.out());
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anEmployeeWhomFactsDoNotNameIsDoubted(String database) {
        Outcome early = account(database, PASSWORD, "add", "ada", "--role", "seller", "--employee", "s99");
        assertEquals(0, early.exit());
        assertFalse(early.err().contains("s99"), "nobody is known yet: " + early.err());
        try (Store store = Store.open(database)) {
            store.write(tables -> {
                for (String id : List.of("s11", "s12", "h1"))
                    tables.journal().add(List.of(new Change(Employee.TYPE, id, 1, Map.of("title", "Некто"))), 1);
                return 0;
            });
        }
        Outcome known = account(database, PASSWORD, "add", "bea", "--role", "seller", "--employee", "s12");
        assertFalse(known.err().contains("s12"), known.err());
        Outcome near = account(database, PASSWORD, "add", "cleo", "--role", "seller", "--employee", "s21");
        assertEquals(0, near.exit(), "facts may come later");
        assertTrue(
                near.err().contains("account cleo: facts name no employee s21; did you mean s11?")
                        || near.err().contains("account cleo: facts name no employee s21; did you mean s12?"),
                near.err());
        Outcome far = account(database, "", "role", "bea", "head", "--employee", "director", "--lang", "ru");
        assertEquals(0, far.exit());
        assertTrue(far.err().contains("учётная запись bea: сотрудника director в фактах нет\n"), far.err());
    }

    private static Outcome account(String database, String input, String... arguments) {
        return run("account", database, input, arguments);
    }

    private static Outcome token(String database, String... arguments) {
        return run("token", database, "", arguments);
    }

    private static Outcome run(String command, String database, String input, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--db", database));
        return Outcome.typed(input, all.toArray(String[]::new));
    }
}
