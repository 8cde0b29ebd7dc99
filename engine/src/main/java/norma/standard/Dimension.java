package norma.standard;

import java.util.Optional;
import norma.expression.Binding;
import norma.expression.Getter;
import norma.expression.Kind;
import norma.expression.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Something that cases are told apart by: the owner, the client's segment.
 *
 * @param name as the definition writes it
 */
public record Dimension(String name, Binding binding) {

    /** Whether it is told by the case itself, so that no other fact need be found. */
    public boolean isOwn() {
        return binding.origin() == Binding.Origin.FIELD && binding.name().indexOf('.') < 0;
    }

    /** Null when the case has no value there. */
    public @Nullable String of(Object subject, Scene scene) {
        return ((Getter.Words) binding.getter()).words(subject, scene);
    }

    /**
     * The same of the first many cases at once.
     *
     * @param into written over
     */
    public void of(Object[] subjects, int many, Scene scene, @Nullable String[] into) {
        ((Getter.Words) binding.getter()).words(subjects, many, scene, into);
    }

    /** The type of fact that the values are identifiers of. */
    public Optional<String> entity() {
        return binding.type().kind() == Kind.REFERENCE
                ? Optional.of(binding.type().domain())
                : Optional.empty();
    }
}
