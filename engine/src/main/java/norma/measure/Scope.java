package norma.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import norma.standard.Dimension;
import norma.standard.Scoped;
import org.jspecify.annotations.Nullable;

/**
 * What a reading is about: one value for each dimension of a cut; no dimension at all is the whole.
 *
 * <p>The value of cases that have none in a dimension is {@link #UNKNOWN}: they are shown, so that the parts add up to the
 * whole.
 */
public final class Scope implements Scoped, Comparable<Scope> {

    public static final Scope WHOLE = new Scope(List.of(), List.of());

    /** The value of what has none. */
    public static final String UNKNOWN = "";

    private final List<String> dimensions;
    private final List<String> values;
    private final int hash;

    /**
     * @param values as many as dimensions
     */
    public Scope(List<String> dimensions, List<String> values) {
        if (dimensions.size() != values.size()) throw new IllegalArgumentException(dimensions + " = " + values);
        this.dimensions = List.copyOf(dimensions);
        this.values = List.copyOf(values);
        this.hash = 31 * this.dimensions.hashCode() + this.values.hashCode();
    }

    public static Scope of(String dimension, String value) {
        return new Scope(List.of(dimension), List.of(value));
    }

    /** One list for a cut and all of its scopes, so that asking whether they are the same costs nothing. */
    static List<String> names(List<Dimension> cut) {
        return List.copyOf(cut.stream().map(Dimension::name).toList());
    }

    public List<String> dimensions() {
        return dimensions;
    }

    public List<String> values() {
        return values;
    }

    @Override
    public @Nullable String dimension(String name) {
        int index = dimensions.indexOf(name);
        return index < 0 ? null : values.get(index);
    }

    /** Tells scopes apart in the rule network. */
    public String getId() {
        return toString();
    }

    /** By dimension, in the order of the cut. */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < dimensions.size(); i++) map.put(dimensions.get(i), values.get(i));
        return map;
    }

    /** The whole first, then by dimensions, then by values. */
    @Override
    public int compareTo(Scope other) {
        int bySize = Integer.compare(dimensions.size(), other.dimensions.size());
        if (bySize != 0) return bySize;
        int byDimensions = compare(dimensions, other.dimensions);
        return byDimensions != 0 ? byDimensions : compare(values, other.values);
    }

    private static int compare(List<String> one, List<String> two) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(two.get(i));
            if (order != 0) return order;
        }
        return 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Scope that
                        && hash == that.hash
                        && dimensions.equals(that.dimensions)
                        && values.equals(that.values));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return dimensions.isEmpty() ? "whole" : asMap().toString();
    }
}
