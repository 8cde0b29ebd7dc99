package norma.document;

import java.util.List;
import java.util.Optional;
import norma.diagnostics.Text;

/**
 * What may stand in a place of a file, said once for everything that is not the reading itself: the schema that editors
 * take, and the order in which keys are written. What a reader accepts beyond that is in the reader; tests hold the two
 * together.
 */
public sealed interface Shape {

    /** A mapping with keys of its own, in the order in which they are written; keys that begin with x- are free. */
    record Keys(List<Key> keys, List<Rule> rules) implements Shape {

        public Optional<Key> key(String name) {
            return keys.stream().filter(key -> key.name().equals(name)).findFirst();
        }

        /** These keys, and those, in the order of both. */
        public Keys with(List<Key> others, Rule... further) {
            return new Keys(join(keys, others), join(rules, List.of(further)));
        }
    }

    /** @param note what it means, in a few words; a user sees it while pointing at the key */
    record Key(String name, boolean required, Shape value, Text note) {}

    /**
     * How keys of one mapping depend on each other.
     *
     * @param keys that the rule is about
     */
    record Rule(Kind kind, List<String> keys) {

        public enum Kind {
            EXACTLY_ONE,
            AT_LEAST_ONE,
            ALL_OR_NONE
        }
    }

    /**
     * A mapping whose keys are names of the user's own.
     *
     * @param names what they may be
     */
    record Named(Word names, Shape each) implements Shape {}

    /**
     * A list.
     *
     * @param least how many items there are at least
     * @param orOne a single item may stand without brackets
     */
    record Items(Shape each, int least, boolean orOne) implements Shape {}

    /** One of several shapes. */
    record Either(List<Shape> shapes) implements Shape {}

    /**
     * A single value.
     *
     * @param form what it looks like, for users; empty where there is nothing to say
     * @param pattern that the text fits as a whole
     * @param values the only ones, unless {@code open}
     * @param names the kind of thing whose ids or names may stand here, such as {@code kpi}
     * @param open whether anything else may stand there too: then these are no more than suggestions
     */
    record Word(
            Optional<Text> form, Optional<String> pattern, List<String> values, Optional<String> names, boolean open)
            implements Shape {

        public static final Word ANY = new Word(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), true);

        /** Blanks are a value too. */
        public static final Word EVEN_BLANK =
                new Word(Optional.empty(), Optional.of("[\\s\\S]*"), List.of(), Optional.empty(), true);

        /** What any text is taken for, such as an expression. */
        public static Word as(String en, String ru) {
            return new Word(Optional.of(new Text(en, ru)), Optional.empty(), List.of(), Optional.empty(), true);
        }

        public static Word like(String pattern, String en, String ru) {
            return new Word(Optional.of(new Text(en, ru)), Optional.of(pattern), List.of(), Optional.empty(), false);
        }

        public static Word of(String... values) {
            return of(List.of(values));
        }

        public static Word of(List<String> values) {
            Text form = Text.same(String.join(", ", values));
            return new Word(Optional.of(form), Optional.empty(), List.copyOf(values), Optional.empty(), false);
        }

        /** @param further what may stand there beside such names */
        public static Word naming(String names, String... further) {
            return new Word(Optional.empty(), Optional.empty(), List.of(further), Optional.of(names), false);
        }

        public Word orAnything() {
            return new Word(form, pattern, values, names, true);
        }
    }

    static Keys keys(Key... keys) {
        return new Keys(List.of(keys), List.of());
    }

    static Key must(String name, Shape value, String en, String ru) {
        return new Key(name, true, value, new Text(en, ru));
    }

    static Key may(String name, Shape value, String en, String ru) {
        return new Key(name, false, value, new Text(en, ru));
    }

    static Rule exactlyOne(String... keys) {
        return new Rule(Rule.Kind.EXACTLY_ONE, List.of(keys));
    }

    static Rule atLeastOne(String... keys) {
        return new Rule(Rule.Kind.AT_LEAST_ONE, List.of(keys));
    }

    static Rule allOrNone(String... keys) {
        return new Rule(Rule.Kind.ALL_OR_NONE, List.of(keys));
    }

    /** A list, or one item without brackets. */
    static Items oneOrMore(Shape each) {
        return new Items(each, 0, true);
    }

    static Items list(Shape each) {
        return new Items(each, 0, false);
    }

    /** A text in both languages. */
    static Keys text() {
        return keys(
                must("en", Word.ANY, "in English", "по-английски"), must("ru", Word.ANY, "in Russian", "по-русски"));
    }

    private static <T> List<T> join(List<T> some, List<T> others) {
        return java.util.stream.Stream.concat(some.stream(), others.stream()).toList();
    }
}
