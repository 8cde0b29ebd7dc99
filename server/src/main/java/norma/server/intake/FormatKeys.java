package norma.server.intake;

import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.document.Form;
import norma.document.Node;
import norma.document.check.WrongType;
import norma.server.intake.Formats.Percent;
import norma.server.intake.check.DatePattern;
import norma.standard.yaml.check.UnknownZone;

/** Reads the keys that say how values are written; they may stand in {@code defaults}, a source or a lookup. */
final class FormatKeys {

    private static final Map<String, RoundingMode> ROUNDINGS = Map.of(
            "exact", RoundingMode.UNNECESSARY,
            "half_up", RoundingMode.HALF_UP,
            "half_even", RoundingMode.HALF_EVEN);

    private final Form form;
    private final Problems problems;

    FormatKeys(Form form, Problems problems) {
        this.form = form;
        this.problems = problems;
    }

    static Optional<ZoneId> zone(Form form, Problems problems) {
        return form.scalar("zone").flatMap(scalar -> {
            try {
                return Optional.of(ZoneId.of(scalar.text()));
            } catch (DateTimeException e) {
                problems.add(UnknownZone.of(scalar, ZoneId.getAvailableZoneIds()));
                return Optional.empty();
            }
        });
    }

    /** What is not said here is as in {@code inherited}. */
    Formats read(Formats inherited) {
        Locale language = form.choice("language", Map.of("en", Locale.ENGLISH, "ru", Locale.forLanguageTag("ru")))
                .orElse(inherited.language());
        Optional<Form> truth = form.form("truth");
        Set<String> yes = truth.map(words -> words(words, "yes")).orElse(inherited.yes());
        Set<String> no = truth.map(words -> words(words, "no")).orElse(inherited.no());
        truth.ifPresent(Form::close);
        return new Formats(
                zone(form, problems).orElse(inherited.zone()),
                language,
                dates(language, inherited),
                sign("decimal").orElse(inherited.decimal()),
                raw("group").map(Node.Scalar::text).orElse(inherited.group()),
                form.choice("percent", Map.of("fraction", Percent.FRACTION, "points", Percent.POINTS))
                        .orElse(inherited.percent()),
                yes,
                no,
                form.has("nulls") ? nulls() : inherited.nulls(),
                form.flag("trim").orElse(inherited.trim()),
                form.choice("money_rounding", ROUNDINGS).orElse(inherited.rounding()));
    }

    private List<TimePattern> dates(Locale language, Formats inherited) {
        List<TimePattern> patterns = new ArrayList<>();
        for (Node.Scalar scalar : form.scalars("dates")) {
            try {
                patterns.add(TimePattern.of(scalar.text(), language));
            } catch (TimePattern.Wrong e) {
                problems.add(DatePattern.of(scalar.span(), e.text()));
            }
        }
        return patterns.isEmpty() ? inherited.dates() : List.copyOf(patterns);
    }

    private Set<String> nulls() {
        Set<String> words = new HashSet<>(Set.of(""));
        for (Node node : form.list("nulls")) if (node instanceof Node.Scalar scalar) words.add(scalar.text());
        return Set.copyOf(words);
    }

    private static Set<String> words(Form truth, String key) {
        return truth.scalars(key).stream()
                .map(scalar -> scalar.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One character; {@code tab} is one too. */
    Optional<Character> sign(String key) {
        Optional<Node.Scalar> scalar = raw(key);
        if (scalar.isEmpty()) return Optional.empty();
        String text = scalar.get().text();
        if (text.equals("tab")) return Optional.of('\t');
        if (text.length() == 1) return Optional.of(text.charAt(0));
        problems.add(WrongType.of(scalar.get(), new Text("one character", "один знак")));
        return Optional.empty();
    }

    /** A scalar that may be a blank: a space between thousands, a tab between columns. */
    Optional<Node.Scalar> raw(String key) {
        return form.node(key)
                .flatMap(node -> node instanceof Node.Scalar scalar ? Optional.of(scalar) : form.asScalar(node));
    }
}
