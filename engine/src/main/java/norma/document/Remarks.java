package norma.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The comments of a text: what begins with # and lies in no scalar. */
final class Remarks {

    private Remarks() {}

    /** All of them, sorted. */
    static List<String> of(String text, Placed root) {
        List<Placed> scalars = new ArrayList<>();
        collect(root, scalars);
        scalars.sort(Comparator.comparingInt(Placed::start));
        List<String> remarks = new ArrayList<>();
        int at = 0;
        for (Placed scalar : scalars) {
            between(text.substring(at, Math.max(at, scalar.start())), remarks);
            at = Math.max(at, scalar.end());
            if (scalar.kind() == Placed.Kind.BLOCK_SCALAR) between(header(text, scalar), remarks);
        }
        between(text.substring(at), remarks);
        remarks.sort(Comparator.naturalOrder());
        return remarks;
    }

    /** The line that opens a block of text may end with a comment. */
    private static String header(String text, Placed block) {
        int end = text.indexOf('\n', block.start());
        return end < 0 ? text.substring(block.start()) : text.substring(block.start(), end);
    }

    private static void between(String text, List<String> remarks) {
        for (String line : text.split("\n", -1)) {
            int at = line.indexOf('#');
            if (at >= 0) remarks.add(line.substring(at).strip());
        }
    }

    private static void collect(Placed node, List<Placed> scalars) {
        if (node.parts().isEmpty() && node.end() > node.start()) scalars.add(node);
        node.parts().forEach(part -> collect(part, scalars));
    }
}
