package norma.standard;

import java.util.List;
import norma.diagnostics.Text;
import norma.fact.FactType;

/** What a deviation is about. */
public sealed interface Subject {

    /** As a definition writes it after {@code on:}, and as deviations name it. */
    String name();

    Text title();

    /** Each fact of a type. */
    record OfFact(FactType type) implements Subject {

        @Override
        public String name() {
            return type.name();
        }

        @Override
        public Text title() {
            return type.title();
        }
    }

    /** Each scope of readings that is no fact: a segment, a stage; no dimension at all is the whole company. */
    record OfScope(List<String> dimensions) implements Subject {

        @Override
        public String name() {
            return dimensions.isEmpty() ? "company" : String.join(" + ", dimensions);
        }

        @Override
        public Text title() {
            return dimensions.isEmpty() ? new Text("Company", "Компания") : Text.same(name());
        }
    }
}
