package norma.server.notify;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.diagnostics.check.UnknownValue;
import norma.document.Form;
import norma.document.Node;
import norma.document.check.WrongType;
import norma.standard.yaml.check.UnknownDeviation;

/** Reads one route. */
final class RouteReader {

    /** What may be told, and what of it is told unless a route says otherwise. */
    static final List<String> KINDS = List.of(
            "raised",
            "worsened",
            "eased",
            "cleared",
            "new",
            "decided",
            "effect",
            "rule_failed",
            "rule_mended",
            "facts_late",
            "facts_back");

    private static final Set<String> USUAL = Set.of("raised", "worsened");
    static final Map<String, String> PARTS = Stream.of("head", "owner", "client", "rule", "team", "segment")
            .collect(Collectors.toMap(Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
    private static final Pattern DIGEST = Pattern.compile("(daily|working days) at ([01]\\d|2[0-3]):([0-5]\\d)");
    private static final Text A_DIGEST = new Text(
            "a time, such as 'working days at 09:00' or 'daily at 09:00'",
            "время: «working days at 09:00» или «daily at 09:00»");
    private static final Text A_PAUSE =
            new Text("a period, such as 15m, 2h, 1d or 3wd", "срок, например 15m, 2h, 1d или 3wd");

    private final Names names;
    private final List<String> people;
    private final List<String> webhooks;
    private final Problems problems;

    RouteReader(Names names, List<String> people, List<String> webhooks, Problems problems) {
        this.names = names;
        this.people = people;
        this.webhooks = webhooks;
        this.problems = problems;
    }

    static Optional<Pause> pause(Node.Scalar scalar, Problems problems) {
        Optional<Pause> pause = Pause.of(scalar.text());
        if (pause.isEmpty()) problems.add(WrongType.of(scalar, A_PAUSE));
        return pause;
    }

    Optional<Route> read(Node.Scalar id, Form form) {
        Text title = form.text("title").orElse(Text.same(id.text()));
        Optional<Route.Digest> digest = form.scalar("digest").flatMap(this::digest);
        Set<String> on = on(form);
        Map<String, Set<String>> when = form.form("when").map(this::when).orElse(Map.of());
        form.required("to");
        List<Route.Target> to = form.scalars("to").stream()
                .flatMap(scalar -> target(scalar).stream())
                .toList();
        Optional<String> part = form.choice("group_by", PARTS);
        Pause delay =
                form.scalar("wait").flatMap(scalar -> pause(scalar, problems)).orElse(Pause.NONE);
        Optional<Pause> repeat = form.scalar("repeat_after").flatMap(scalar -> pause(scalar, problems));
        boolean working = form.choice("only", Map.of("working hours", true)).orElse(false);
        if (digest.isPresent())
            for (Node.Scalar scalar : form.scalars("to"))
                if (webhooks.contains(scalar.text()) && !people.contains(scalar.text()))
                    problems.add(UnknownValue.choice(scalar, readers()));
        return Optional.of(new Route(id.text(), title, on, when, to, part, delay, repeat, digest, working));
    }

    private Set<String> on(Form form) {
        if (!form.has("on")) return USUAL;
        Set<String> on = new LinkedHashSet<>();
        for (Node.Scalar scalar : form.scalars("on")) {
            if (KINDS.contains(scalar.text())) on.add(scalar.text());
            else problems.add(UnknownValue.choice(scalar, KINDS));
        }
        return on;
    }

    private Map<String, Set<String>> when(Form form) {
        Map<String, Set<String>> when = new LinkedHashMap<>();
        choices(form, "severity", List.of("warn", "critical"), when);
        choices(form, "segment", names.segments(), when);
        for (String column : List.of("team", "head", "owner", "client")) choices(form, column, List.of(), when);
        List<Node.Scalar> rules = form.scalars("rule");
        for (Node.Scalar rule : rules)
            if (!names.rules().contains(rule.text())) problems.add(UnknownDeviation.of(rule, names.rules()));
        if (!rules.isEmpty())
            when.put("rule", rules.stream().map(Node.Scalar::text).collect(Collectors.toSet()));
        form.close();
        return when;
    }

    /** @param known empty where anything may stand */
    private void choices(Form form, String column, List<String> known, Map<String, Set<String>> when) {
        Set<String> chosen = new LinkedHashSet<>();
        for (Node.Scalar scalar : form.scalars(column)) {
            chosen.add(scalar.text());
            if (!known.isEmpty() && !known.contains(scalar.text())) problems.add(UnknownValue.choice(scalar, known));
        }
        if (!chosen.isEmpty()) when.put(column, chosen);
    }

    private Optional<Route.Target> target(Node.Scalar scalar) {
        String text = scalar.text();
        if (text.equals("head") || text.equals("owner")) return Optional.of(new Route.Target.By(text));
        if (people.contains(text)) return Optional.of(new Route.Target.Person(text));
        if (webhooks.contains(text)) return Optional.of(new Route.Target.Hook(text));
        if (names.positions().contains(text)) return Optional.of(new Route.Target.Holder(text));
        if (RoutesFile.isMail(text)) return Optional.of(new Route.Target.Person(text));
        List<String> known = readers();
        known.addAll(webhooks);
        problems.add(UnknownValue.choice(scalar, known));
        return Optional.empty();
    }

    /** Whom a letter can be written to. */
    private List<String> readers() {
        Set<String> readers = new LinkedHashSet<>(List.of("head", "owner"));
        readers.addAll(people);
        readers.addAll(names.positions());
        return new ArrayList<>(readers);
    }

    private Optional<Route.Digest> digest(Node.Scalar scalar) {
        Matcher matcher = DIGEST.matcher(scalar.text());
        if (!matcher.matches()) {
            problems.add(WrongType.of(scalar, A_DIGEST));
            return Optional.empty();
        }
        LocalTime at = LocalTime.of(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        return Optional.of(new Route.Digest(at, matcher.group(1).equals("working days")));
    }
}
