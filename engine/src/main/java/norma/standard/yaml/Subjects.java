package norma.standard.yaml;

import java.util.List;
import norma.standard.Subject;

/** How a definition speaks of the subject itself: {@code deal.owner} in a rule about deals is its owner. */
final class Subjects {

    private Subjects() {}

    static String withoutPrefix(String path, Subject on) {
        for (String name : namesOf(on)) {
            if (path.equals(name)) return "id";
            if (path.startsWith(name + ".")) return path.substring(name.length() + 1);
        }
        return path;
    }

    /** An employee is called by the role that a fact gives it, too; what is no fact is called by its dimensions. */
    private static List<String> namesOf(Subject on) {
        if (!(on instanceof Subject.OfFact)) return List.of();
        return on.name().equals("employee") ? List.of("employee", "owner", "head") : List.of(on.name());
    }
}
