package norma.standard.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import norma.expression.Type;

/** The letters of ABC and XYZ classes: as many as the breaks make, so that no condition can ask for one that nobody is in. */
final class Classes {

    private static final List<String> ABC = List.of("A", "B", "C", "D", "E");
    private static final List<String> XYZ = List.of("X", "Y", "Z");

    static final int MOST_ABC_BREAKS = ABC.size() - 1;
    static final int MOST_XYZ_BREAKS = XYZ.size() - 1;

    private Classes() {}

    static Type abc(int breaks) {
        return Type.of("abc " + range(ABC, breaks));
    }

    static Type xyz(int breaks) {
        return Type.of("xyz " + range(XYZ, breaks));
    }

    static Type abcXyz(int abcBreaks, int xyzBreaks) {
        return Type.of("abc_xyz " + range(ABC, abcBreaks) + " " + range(XYZ, xyzBreaks));
    }

    /** The values of each of these types, by its domain. */
    static Map<String, List<String>> domains() {
        Map<String, List<String>> domains = new LinkedHashMap<>();
        for (int a = 1; a <= MOST_ABC_BREAKS; a++) {
            domains.put(abc(a).domain(), ABC.subList(0, a + 1));
            for (int x = 1; x <= MOST_XYZ_BREAKS; x++) domains.put(abcXyz(a, x).domain(), pairs(a, x));
        }
        for (int x = 1; x <= MOST_XYZ_BREAKS; x++) domains.put(xyz(x).domain(), XYZ.subList(0, x + 1));
        return domains;
    }

    private static List<String> pairs(int abcBreaks, int xyzBreaks) {
        List<String> pairs = new ArrayList<>();
        for (String abc : ABC.subList(0, abcBreaks + 1))
            for (String xyz : XYZ.subList(0, xyzBreaks + 1)) pairs.add(abc + xyz);
        return List.copyOf(pairs);
    }

    private static String range(List<String> letters, int breaks) {
        int last = Math.max(1, Math.min(breaks, letters.size() - 1));
        return letters.get(0) + "–" + letters.get(last);
    }
}
