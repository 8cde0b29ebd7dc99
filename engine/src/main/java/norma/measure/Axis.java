package norma.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import norma.expression.Scene;
import norma.fact.Fact;
import norma.standard.Dimension;

/** Gives each combination of values of some dimensions a number, in order of arrival; shared by the KPI of a fact type. */
final class Axis {

    private final List<Dimension> dimensions;
    private final int index;
    private final List<String> names;
    private final List<Scope> scopes = new ArrayList<>();
    private final Node root = new Node();

    /** A combination of the first few dimensions. */
    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private int number = -1;
    }

    /**
     * @param index among the axes of the fact type
     */
    Axis(List<Dimension> dimensions, int index) {
        this.dimensions = dimensions;
        this.index = index;
        this.names = Scope.names(dimensions);
    }

    /** The same dimensions, and no scope yet. */
    Axis empty() {
        return new Axis(dimensions, index);
    }

    int index() {
        return index;
    }

    /** How many scopes there are. */
    int size() {
        return scopes.size();
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    List<String> names() {
        return names;
    }

    int number(Fact fact, Scene scene) {
        Node node = root;
        for (int i = 0; i < dimensions.size(); i++) {
            String value = dimensions.get(i).of(fact, scene);
            node = next(node, value == null ? Scope.UNKNOWN : value);
        }
        return node.number >= 0 ? node.number : arrived(node, fact, scene);
    }

    /** Of some facts at once: their numbers from a place on. */
    void number(Fact[] some, Scene scene, int[] numbers, int from) {
        Node[] nodes = new Node[some.length];
        Arrays.fill(nodes, root);
        String[] values = new String[some.length];
        for (Dimension dimension : dimensions) {
            dimension.of(some, some.length, scene, values);
            for (int i = 0; i < some.length; i++)
                nodes[i] = next(nodes[i], values[i] == null ? Scope.UNKNOWN : values[i]);
        }
        for (int i = 0; i < some.length; i++)
            numbers[from + i] = nodes[i].number >= 0 ? nodes[i].number : arrived(nodes[i], some[i], scene);
    }

    private static Node next(Node node, String value) {
        Node next = node.next.get(value);
        if (next == null) {
            next = new Node();
            node.next.put(value, next);
        }
        return next;
    }

    private int arrived(Node node, Fact fact, Scene scene) {
        List<String> values = new ArrayList<>(dimensions.size());
        for (Dimension dimension : dimensions) {
            String value = dimension.of(fact, scene);
            values.add(value == null ? Scope.UNKNOWN : value);
        }
        return arrived(node, new Scope(names, values));
    }

    private int arrived(Node node, Scope scope) {
        node.number = scopes.size();
        scopes.add(scope);
        return node.number;
    }

    /** The number of a scope of these dimensions, a new one when it is met for the first time. */
    int number(Scope scope) {
        Node node = root;
        for (String value : scope.values()) node = next(node, value);
        return node.number >= 0 ? node.number : arrived(node, scope);
    }

    /** Which number each scope of the other axis, of the same dimensions, has here. */
    int[] numbers(Axis other) {
        int[] here = new int[other.scopes.size()];
        for (int i = 0; i < here.length; i++) here[i] = number(other.scopes.get(i));
        return here;
    }

    /** The number of a scope of these dimensions; -1 when there is none. */
    int find(Scope scope) {
        Node node = root;
        for (String value : scope.values()) {
            node = node.next.get(value);
            if (node == null) return -1;
        }
        return node.number;
    }

    Scope scope(int number) {
        return scopes.get(number);
    }
}
