package norma.standard.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.document.Form;
import norma.document.Node;
import norma.expression.Expected;
import norma.expression.Expression;
import norma.standard.Message;
import norma.standard.Subject;

/** Reads what a deviation says, and checks every place that is to be filled. */
final class MessageReader {

    private static final Set<String> SPECIAL = Set.of("title", "value", "limit", "norm", "severity");

    private final SubjectNames names;
    private final Subject on;
    private final Problems problems;

    MessageReader(SubjectNames names, Subject on, Problems problems) {
        this.names = names;
        this.on = on;
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
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            if (open < 0) open = text.length();
            if (open > at) parts.add(new Message.Part.Words(text.substring(at, open)));
            if (open == text.length()) break;
            int close = text.indexOf('}', open);
            if (close < 0) {
                problems.error(
                        "placeholder",
                        scalar.span(open, text.length()),
                        new Text("'{' is never closed", "«{» нигде не закрыта"));
                return Optional.empty();
            }
            Optional<Message.Part> place = place(scalar, open + 1, close);
            if (place.isEmpty()) return Optional.empty();
            parts.add(place.get());
            at = close + 1;
        }
        return Optional.of(new Message.Template(List.copyOf(parts)));
    }

    private Optional<Message.Part> place(Node.Scalar scalar, int from, int to) {
        String written = scalar.text().substring(from, to).strip();
        String name = Subjects.withoutPrefix(written, on);
        if (SPECIAL.contains(name)) return Optional.of(new Message.Part.Place(name, Optional.empty()));
        if (names.find(name).isEmpty()) {
            List<String> known = new ArrayList<>(SPECIAL);
            known.addAll(names.known());
            problems.add(Problem.error(
                            "placeholder",
                            scalar.span(from, to),
                            new Text("nothing is called '" + written + "'", "ничего не называется «" + written + "»"))
                    .allowing(name, known));
            return Optional.empty();
        }
        return Expression.compile(name, (a, b) -> scalar.span(from, to), names, Expected.any(), problems)
                .map(value -> new Message.Part.Place(name, Optional.of(value)));
    }
}
