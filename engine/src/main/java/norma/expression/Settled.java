package norma.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import norma.diagnostics.Span;

/**
 * A part of a condition whose truth is settled before any fact is known.
 *
 * @param always whether it is never false (but it may be undefined); otherwise it is never true
 * @param together what it contradicts, where it is not impossible in itself
 */
public record Settled(Span span, boolean always, Optional<Span> together) {

    /** Every such part, outermost and first ones first; empty for a condition that depends on the facts. */
    public static List<Settled> in(Expression condition, Possibilities given) {
        List<Settled> found = new ArrayList<>();
        new Search(condition, found).look(condition.tree(), given);
        return List.copyOf(found);
    }

    private record Search(Expression condition, List<Settled> found) {

        void look(Tree part, Possibilities given) {
            if (given.where(part, true).isEmpty()) never(part, given);
            else if (given.where(part, false).isEmpty()) always(part, given);
            else if (part instanceof Tree.Junction junction) inside(junction, given, given);
        }

        private void never(Tree part, Possibilities given) {
            List<Tree> parts = part instanceof Tree.Junction junction && junction.all() ? flat(junction) : List.of();
            for (Tree each : parts) {
                if (!given.where(each, true).isEmpty()) continue;
                never(each, given);
                return;
            }
            for (int second = 1; second < parts.size(); second++) {
                for (int first = 0; first < second; first++) {
                    Tree one = parts.get(first);
                    Tree other = parts.get(second);
                    if (!given.where(one, true).where(other, true).isEmpty()) continue;
                    found.add(new Settled(span(other), false, Optional.of(span(one))));
                    return;
                }
            }
            found.add(new Settled(span(part), false, Optional.empty()));
        }

        private void always(Tree part, Possibilities given) {
            List<Tree> parts = part instanceof Tree.Junction junction && !junction.all() ? flat(junction) : List.of();
            Tree settled = parts.stream()
                    .filter(each -> given.where(each, false).isEmpty())
                    .findFirst()
                    .orElse(part);
            found.add(new Settled(span(settled), true, Optional.empty()));
        }

        /** What stands beside in {@code and} is true wherever it matters. */
        private void inside(Tree.Junction junction, Possibilities given, Possibilities around) {
            List<Tree> parts = flat(junction);
            for (Tree part : parts) {
                Possibilities beside = around;
                if (junction.all()) for (Tree other : parts) if (other != part) beside = beside.where(other, true);
                if (beside.where(part, true).isEmpty()) never(part, beside);
                else if (given.where(part, false).isEmpty()) always(part, given);
                else if (part instanceof Tree.Junction inner) inside(inner, given, beside);
            }
        }

        private static List<Tree> flat(Tree.Junction junction) {
            return junction.parts().stream()
                    .flatMap(part -> part instanceof Tree.Junction inner && inner.all() == junction.all()
                            ? flat(inner).stream()
                            : Stream.of(part))
                    .toList();
        }

        private Span span(Tree part) {
            return condition.span(part.from(), part.to());
        }
    }
}
