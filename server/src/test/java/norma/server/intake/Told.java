package norma.server.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Printer;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Text;
import norma.expression.Kind;
import norma.expression.Type;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.fact.Client;
import norma.fact.Deal;
import norma.fact.Money;
import norma.fact.Sale;

/** All that a folder gives, as text: problems, or changes and the account. */
final class Told {

    /** The firm of the tests: a few own attributes of every kind, and closed lists of stages and segments. */
    static final Terms TERMS = new Terms(
            new Catalogue(List.of(
                    own(Deal.TYPE, "region", Type.of("deal.region")),
                    own(Deal.TYPE, "discount", Type.PERCENT),
                    own(Deal.TYPE, "sent_at", Type.TIME),
                    own(Deal.TYPE, "seats", Type.COUNT),
                    own(Deal.TYPE, "tender", Type.TRUTH),
                    own(Client.TYPE, "city", Type.TEXT),
                    own(Sale.TYPE, "order_no", Type.TEXT))),
            Map.of(
                    "stage", List.of("lead", "proposal", "negotiation", "contract"),
                    "segment", List.of("b2b", "b2g"),
                    "deal.region", List.of("east", "west")),
            Optional.of("RUB"));

    private static final Set<String> OF_EXPRESSIONS =
            Set.of("type-mismatch", "unknown-name", "syntax", "unknown-function");

    private Told() {}

    private static Catalogue.Attribute own(norma.fact.FactType type, String name, Type of) {
        return new Catalogue.Attribute(type, name, of, Text.same(name));
    }

    static String all(Path folder, Path mapping, Terms terms, int changes) {
        Problems problems = new Problems();
        StringBuilder out = new StringBuilder();
        Optional<Intake> intake = mapping(mapping, terms, problems).flatMap(m -> Intake.bind(folder, m, problems));
        ZoneId zone = mapping(mapping, terms, new Problems()).map(Mapping::zone).orElse(ZoneId.of("UTC"));
        if (!problems.all().isEmpty()) out.append(problems(problems));
        if (intake.isEmpty()) return out.toString();
        int[] told = {0};
        Account account = intake.get()
                .read(
                        change -> {
                            if (told[0]++ < changes)
                                out.append(change(change, zone)).append('\n');
                        },
                        rejection -> {});
        if (told[0] > changes) out.append("… ").append(told[0] - changes).append(" more\n");
        out.append('\n').append(AccountText.of(account, Locale.ENGLISH, 30));
        out.append('\n').append(AccountText.of(account, Locale.forLanguageTag("ru"), 30));
        return out.toString();
    }

    /** In both languages; of what expressions complain about only the place, since their own tests hold the words. */
    private static String problems(Problems problems) {
        StringBuilder out = new StringBuilder();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))) {
            for (Problem problem : problems.all()) {
                if (OF_EXPRESSIONS.contains(problem.code()))
                    out.append(problem.span().location())
                            .append(": [")
                            .append(problem.code())
                            .append("]\n");
                else out.append(new Printer(locale).print(List.of(problem)));
            }
            out.append('\n');
        }
        return out.toString();
    }

    static Optional<Mapping> mapping(Path file, Terms terms, Problems problems) {
        try {
            return Mapping.read(new Source(file.getFileName().toString(), Files.readString(file)), terms, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String change(Change change, ZoneId zone) {
        StringBuilder out = new StringBuilder();
        out.append(change.type()).append(' ').append(change.id()).append(" @ ").append(time(change.at(), zone));
        change.set().forEach((field, value) -> {
            Type type = TERMS.catalogue().fieldType(change.type(), field).orElse(Type.TEXT);
            out.append("  ").append(field).append('=').append(shown(type, value, zone));
        });
        return out.toString();
    }

    private static String shown(Type type, Object value, ZoneId zone) {
        if (value == null) return "-";
        if (type.kind() == Kind.TIME) return time((Long) value, zone);
        if (type.kind() == Kind.MONEY) return String.valueOf(Money.decimal((Long) value));
        return value.toString();
    }

    private static String time(long at, ZoneId zone) {
        if (at == Change.START) return "start";
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(at).atZone(zone));
    }
}
