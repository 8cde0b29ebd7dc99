package norma.server.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Text;
import norma.diagnostics.check.UnknownValue;
import norma.document.Document;
import norma.document.Form;
import norma.document.Node;
import norma.document.check.WrongType;
import norma.standard.yaml.check.UnknownSchema;

/** Reads routes as operations staff write them. */
public final class RoutesFile {

    private static final Map<String, Locale> LANGUAGES =
            Map.of("en", Locale.ENGLISH, "ru", Locale.forLanguageTag("ru"));
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\",;:()]+@[^\\s@<>\",;:()]+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Text A_MAIL =
            new Text("an e-mail address, such as head@firm.example", "адрес почты, например head@firm.example");
    private static final Text AN_ADDRESS = new Text(
            "an absolute address, such as https://crm.example/norma",
            "полный адрес, например https://crm.example/norma");
    private static final Text A_VARIABLE = new Text(
            "the name of a variable of the environment, such as CRM_SECRET",
            "имя переменной окружения, например CRM_SECRET");

    private final Names names;
    private final Problems problems;

    private RoutesFile(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** The routes, or nothing when there are errors; every problem is then in {@code problems}. */
    public static Optional<Routes> read(Source source, Names names, Problems problems) {
        Problems found = new Problems();
        RoutesFile file = new RoutesFile(names, found);
        Optional<Routes> routes = Document.read(source, found).map(root -> file.read(Form.of(root, found)));
        found.all().forEach(problems::add);
        return found.hasErrors() ? Optional.empty() : routes;
    }

    static boolean isMail(String text) {
        return MAIL.matcher(text).matches();
    }

    private Routes read(Form form) {
        form.requiredScalar("schema").ifPresent(schema -> {
            if (!schema.text().equals("1")) problems.add(UnknownSchema.of(schema.span()));
        });
        Locale language = form.choice("language", LANGUAGES).orElse(Locale.ENGLISH);
        Map<String, Routes.Person> people = new LinkedHashMap<>();
        each(form, "people", (id, person) -> person(person, language).ifPresent(read -> people.put(id.text(), read)));
        Map<String, Routes.Webhook> webhooks = new LinkedHashMap<>();
        each(form, "webhooks", (id, hook) -> webhook(hook).ifPresent(read -> webhooks.put(id.text(), read)));
        Map<String, Pause> arrivals = new LinkedHashMap<>();
        for (Node.Entry each : form.entries("arrivals")) {
            if (!names.factTypes().contains(each.key().text()))
                problems.add(UnknownValue.choice(each.key(), names.factTypes()));
            Form.asScalar(each.value(), problems)
                    .flatMap(scalar -> RouteReader.pause(scalar, problems))
                    .ifPresent(bound -> arrivals.put(each.key().text(), bound));
        }
        RouteReader reader = new RouteReader(names, keys(form, "people"), keys(form, "webhooks"), problems);
        List<Route> routes = new ArrayList<>();
        each(form, "routes", (id, route) -> reader.read(id, route).ifPresent(routes::add));
        form.close();
        return new Routes(language, people, webhooks, List.copyOf(routes), Map.copyOf(arrivals));
    }

    private void each(Form form, String key, BiConsumer<Node.Scalar, Form> reader) {
        for (Node.Entry entry : form.entries(key))
            Form.of(entry.value(), problems).ifPresent(found -> {
                reader.accept(entry.key(), found);
                found.close();
            });
    }

    private static List<String> keys(Form form, String key) {
        return form.entries(key).stream().map(entry -> entry.key().text()).toList();
    }

    private Optional<Routes.Person> person(Form form, Locale usual) {
        Optional<String> mail = form.requiredScalar("mail")
                .filter(scalar -> fits(scalar, isMail(scalar.text()), A_MAIL))
                .map(Node.Scalar::text);
        Locale language = form.choice("language", LANGUAGES).orElse(usual);
        return mail.map(address -> new Routes.Person(address, language));
    }

    private Optional<Routes.Webhook> webhook(Form form) {
        Optional<URI> url = form.requiredScalar("url").flatMap(this::address);
        Optional<String> secret = form.requiredScalar("secret")
                .filter(scalar -> fits(scalar, VARIABLE.matcher(scalar.text()).matches(), A_VARIABLE))
                .map(Node.Scalar::text);
        return url.isPresent() && secret.isPresent()
                ? Optional.of(new Routes.Webhook(url.get(), secret.get()))
                : Optional.empty();
    }

    private Optional<URI> address(Node.Scalar scalar) {
        try {
            URI address = new URI(new URI(scalar.text()).toASCIIString());
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (fits(scalar, web && address.getHost() != null && address.getUserInfo() == null, AN_ADDRESS))
                return Optional.of(address);
        } catch (URISyntaxException e) {
            problems.add(WrongType.of(scalar, AN_ADDRESS));
        }
        return Optional.empty();
    }

    private boolean fits(Node.Scalar scalar, boolean fits, Text expected) {
        if (!fits) problems.add(WrongType.of(scalar, expected));
        return fits;
    }
}
