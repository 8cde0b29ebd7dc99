package norma.server.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.document.Document;
import norma.document.Form;
import norma.document.Node;
import norma.server.intake.check.OtherCurrency;
import norma.standard.yaml.check.UnknownSchema;

/** How the files of a folder become facts: a checked {@code mapping.yaml}. Its columns are checked by {@link Intake}. */
public final class Mapping {

    private final Terms terms;
    private final ZoneId zone;
    private final List<SourceMapping> sources;

    private Mapping(Terms terms, ZoneId zone, List<SourceMapping> sources) {
        this.terms = terms;
        this.zone = zone;
        this.sources = List.copyOf(sources);
    }

    /** The mapping, or nothing when there are errors; every problem is then in {@code problems}. */
    public static Optional<Mapping> read(Source source, Terms terms, Problems problems) {
        Problems found = new Problems();
        Optional<Mapping> mapping =
                Document.read(source, found).flatMap(root -> of(Form.of(root, found), terms, found));
        found.all().forEach(problems::add);
        return found.hasErrors() ? Optional.empty() : mapping;
    }

    private static Optional<Mapping> of(Form form, Terms terms, Problems problems) {
        form.requiredScalar("schema").ifPresent(schema -> {
            if (!schema.text().equals("1")) problems.add(UnknownSchema.of(schema.span()));
        });
        form.required("zone");
        ZoneId zone = FormatKeys.zone(form, problems).orElse(java.time.ZoneOffset.UTC);
        form.scalar("currency").ifPresent(currency -> currency(currency, terms, problems));
        Formats formats = Formats.of(zone);
        Layout layout = Layout.usual();
        Optional<Form> defaults = form.form("defaults");
        if (defaults.isPresent()) {
            formats = new FormatKeys(defaults.get(), problems).read(formats);
            layout = new LayoutKeys(defaults.get(), problems).shared(layout);
            defaults.get().close();
        }
        form.required("sources");
        List<SourceMapping> sources = new ArrayList<>();
        for (Node node : form.list("sources"))
            Form.of(node, problems)
                    .flatMap(new SourceKeys(terms, layout, formats, problems)::read)
                    .ifPresent(sources::add);
        form.close();
        return Optional.of(new Mapping(terms, zone, sources));
    }

    private static void currency(Node.Scalar currency, Terms terms, Problems problems) {
        if (terms.currency().isEmpty() || terms.currency().get().equals(currency.text())) return;
        String base = terms.currency().get();
        problems.add(OtherCurrency.of(currency, base));
    }

    Terms terms() {
        return terms;
    }

    /** Of dates and of local times. */
    public ZoneId zone() {
        return zone;
    }

    /** The files that it names, as it names them. */
    public List<String> files() {
        return sources.stream().map(source -> source.file().file().text()).toList();
    }

    List<SourceMapping> sources() {
        return sources;
    }
}
