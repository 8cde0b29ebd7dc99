package norma.server.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import norma.expression.Function;
import norma.expression.Functions;
import norma.expression.Kind;
import norma.expression.Type;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.fact.Field;
import org.junit.jupiter.api.Test;

/**
 * The tables of the reference are written from the program: {@code -Dgolden.update=true} writes them anew, any other run
 * compares.
 */
class LanguageTablesTest {

    @Test
    void everyFunctionIsListedAsItIs() {
        compare(
                "functions",
                "| Function | Result | What it gives |\n|---|---|---|\n",
                rows(Functions.all().stream().map(LanguageTablesTest::row).toList()));
    }

    @Test
    void everyTypeOfFactIsListedWithItsFields() {
        compare(
                "facts",
                "",
                Catalogue.TYPES.stream().map(LanguageTablesTest::table).collect(Collectors.joining("\n")));
    }

    @Test
    void everyFixedChoiceIsListed() {
        List<String> rows = new TreeMap<>(Catalogue.FIXED_DOMAINS)
                .entrySet().stream()
                        .map(choice -> "| `" + choice.getKey() + "` | "
                                + choice.getValue().stream()
                                        .map(value -> "`" + value + "`")
                                        .collect(Collectors.joining(", "))
                                + " |")
                        .toList();
        compare("choices", "| Field | Values |\n|---|---|\n", rows(rows));
    }

    private static void compare(String section, String head, String body) {
        Page page = Page.of("docs/language.md");
        if (Boolean.getBoolean("golden.update"))
            page.withSection(section, head + body).write();
        else assertEquals(head + body, page.section(section));
    }

    private static String rows(List<String> rows) {
        return String.join("\n", rows) + "\n";
    }

    private static String row(Function function) {
        String result = function.result().map(type -> type.kind().words().en()).orElse("what its values are");
        return "| `" + function.signature() + "` | " + result + " | "
                + function.note().en() + " |";
    }

    private static String table(FactType type) {
        String title = type.title().en().toLowerCase(Locale.ROOT);
        String head = "**" + type.name() + "**" + (title.equals(type.name()) ? "" : " (" + title + ")")
                + "\n\n| Field | Type | Meaning |\n|---|---|---|\n";
        return head + rows(type.fields().stream().map(LanguageTablesTest::row).toList());
    }

    private static String row(Field field) {
        return "| `" + field.name() + "` | " + word(field.type()) + " | "
                + field.title().en() + " |";
    }

    private static String word(Type type) {
        if (type.kind() == Kind.REFERENCE) return "→ " + type.domain();
        if (type.enumerated()) return "choice `" + type.domain() + "`";
        return type.kind().name().toLowerCase(Locale.ROOT);
    }
}
