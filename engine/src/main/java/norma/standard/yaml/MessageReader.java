package norma.standard.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Problems;
import norma.document.Form;
import norma.document.Node;
import norma.expression.Expected;
import norma.expression.Expression;
import norma.standard.Message;
import norma.standard.Subject;
import norma.standard.yaml.check.Placeholder;

/** Reads what a deviation says, and checks every place that is to be filled. */
final class MessageReader {

    private static final Set<String> SPECIAL = Set.of("title", "value", "limit", "norm", "severity");

    private static final Set<String> NEEDS_NORM = Set.of("value", "limit", "norm");

    private final Vocabulary vocabulary;
    private final SubjectNames names;
    private final Subject on;
    private final boolean breaksNorm;
    private final Problems problems;

    /** @param breaksNorm whether the rule has a value and a limit to speak of */
    MessageReader(Vocabulary vocabulary, SubjectNames names, Subject on, boolean breaksNorm, Problems problems) {
        this.vocabulary = vocabulary;
        this.names = names;
        this.on = on;
        this.breaksNorm = breaksNorm;
        this.problems = problems;
    }

    Optional<Message> read(Node node) {
        Optional<Form> form = Form.of(node, problems);
        Optional<Message.Template> en =
                form.flatMap(f -> f.requiredScalar("en")).flatMap(this::template);
        Optional<Message.Template> ru =
                form.flatMap(f -> f.requiredScalar("ru")).flatMap(this::template);
        form.ifPresent(Form::close);
        return en.isPresent() && ru.isPresent() ? Optional.of(new Message(en.get(), ru.get())) : Optional.empty();
    }

    private Optional<Message.Template> template(Node.Scalar scalar) {
        String text = scalar.text();
        List<Message.Part> parts = new ArrayList<>();
        boolean complete = true;
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            if (open < 0) open = text.length();
            if (open > at) parts.add(new Message.Part.Words(text.substring(at, open)));
            if (open == text.length()) break;
            int close = text.indexOf('}', open);
            if (close < 0) {
                problems.add(Placeholder.open(scalar.span(open, text.length())));
                return Optional.empty();
            }
            Optional<Message.Part> place = place(scalar, open + 1, close);
            place.ifPresent(parts::add);
            complete &= place.isPresent();
            at = close + 1;
        }
        return complete ? Optional.of(new Message.Template(List.copyOf(parts))) : Optional.empty();
    }

    private Optional<Message.Part> place(Node.Scalar scalar, int from, int to) {
        String written = scalar.text().substring(from, to).strip();
        boolean negated = written.startsWith("-");
        String name = Subjects.withoutPrefix(negated ? written.substring(1).strip() : written, on);
        if (NEEDS_NORM.contains(name) && !breaksNorm)
            problems.add(Placeholder.withoutNorm(scalar.span(from, to), name));
        if (SPECIAL.contains(name) && !negated) return Optional.of(new Message.Part.Place(name, Optional.empty()));
        if (vocabulary.isBrokenKpi(name)) return Optional.empty();
        if (names.find(name).isEmpty()) {
            Set<String> known = new LinkedHashSet<>(SPECIAL);
            known.addAll(names.known());
            problems.add(Placeholder.unknown(scalar.span(from, to), written, name, known));
            return Optional.empty();
        }
        String shown = negated ? "-" + name : name;
        return Expression.compile(shown, (a, b) -> scalar.span(from, to), names, Expected.any(), problems)
                .map(value -> new Message.Part.Place(name, Optional.of(value)));
    }
}
