package norma.fact;

import java.util.function.Function;
import norma.diagnostics.Text;
import norma.expression.Getter;
import norma.expression.Type;
import org.jspecify.annotations.Nullable;

/**
 * A field of a type of fact.
 *
 * @param name as definitions write it, such as {@code stage_entered_at}
 * @param property as Drools calls it, such as {@code stageEnteredAt}
 * @param value the value boxed as in {@link Values}; null for undefined
 */
public record Field(
        String name, String property, Type type, Text title, Getter getter, Function<Fact, @Nullable Object> value) {}
