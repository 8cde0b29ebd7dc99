package norma.server.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.diagnostics.Problems;
import norma.document.Node;
import norma.expression.Expected;
import norma.expression.Expression;
import norma.expression.Type;
import norma.fact.FactType;
import norma.server.intake.FactMaker.Dated;
import norma.server.intake.FactMaker.Valued;
import norma.server.intake.SourceMapping.ChangeMapping;
import norma.server.intake.SourceMapping.FactMapping;
import norma.server.intake.SourceMapping.FieldMapping;
import norma.server.intake.check.NoPresent;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions of one source, now that its columns are known. */
final class FactCompiler {

    private static final String START = "start";
    private static final String MOMENT = "at";

    private final Columns columns;
    private final Conversions conversions;
    private final Problems problems;

    FactCompiler(Columns columns, Conversions conversions, Problems problems) {
        this.columns = columns;
        this.conversions = conversions;
        this.problems = problems;
    }

    Optional<Expression> compile(Node.Scalar scalar, Expected expected) {
        Optional<Expression> found = Expression.compile(scalar.text(), scalar::span, columns, expected, problems);
        if (found.isPresent() && found.get().readsNow()) problems.add(NoPresent.of(scalar.span()));
        return found;
    }

    @Nullable
    Expression condition(Optional<Node.Scalar> scalar) {
        return scalar.flatMap(written -> compile(written, Expected.truth())).orElse(null);
    }

    /** Empty when something is wrong, which is then in the problems. */
    Optional<FactMaker> maker(FactMapping mapping, Ledger ledger) {
        FactType type = mapping.type();
        Optional<Valued> id = valued(mapping.id(), Type.TEXT);
        Expression onlyIf = condition(mapping.onlyIf());
        Optional<Node.Scalar> written = time(mapping);
        Valued at = written.flatMap(time -> valued(time, Type.TIME)).orElse(null);
        boolean saysAll = written.isEmpty() || isMoment(type);
        Settings set = settings(mapping.set());
        List<Dated> changes = new ArrayList<>();
        for (ChangeMapping change : mapping.changes()) {
            Optional<Valued> then = valued(change.at(), Type.TIME);
            Expression condition = condition(change.onlyIf());
            Settings settings = settings(change.set());
            then.ifPresent(time -> changes.add(new Dated(time, condition, settings)));
        }
        boolean onlyChanges = mapping.set().isEmpty() && !changes.isEmpty();
        return id.map(name -> new FactMaker(
                type,
                name,
                onlyIf,
                at,
                onlyChanges ? Optional.empty() : Optional.of(set),
                changes,
                mapping.keepsBlank(),
                saysAll,
                mapping.repeats(),
                ledger,
                conversions.moments()));
    }

    /** Empty for “before everything”; what happens at a moment is known from that moment on. */
    private Optional<Node.Scalar> time(FactMapping mapping) {
        Optional<Node.Scalar> at = mapping.at();
        if (at.isPresent()) {
            boolean start = at.get().text().equals(START) && !columns.has(START);
            return start ? Optional.empty() : at;
        }
        if (!isMoment(mapping.type())) return Optional.empty();
        return mapping.set().stream()
                .filter(field -> field.field().equals(MOMENT))
                .map(FieldMapping::value)
                .findFirst();
    }

    /** Sales, activities, costs and the like happen once; deals, clients and people change. */
    private static boolean isMoment(FactType type) {
        return type.field(MOMENT).isPresent();
    }

    private Settings settings(List<FieldMapping> fields) {
        List<String> names = new ArrayList<>();
        List<Valued> values = new ArrayList<>();
        for (FieldMapping field : fields)
            valued(field.value(), field.type()).ifPresent(value -> {
                names.add(field.field());
                values.add(value);
            });
        return new Settings(names, values);
    }

    private Optional<Valued> valued(Node.Scalar scalar, Type type) {
        return compile(scalar, Expected.convertible(type))
                .map(expression -> new Valued(expression, conversions.to(type), Columns.readBy(expression)));
    }
}
