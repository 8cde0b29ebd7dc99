package norma.standard.yaml;

import norma.standard.Subject;

/** How a definition speaks of the subject itself: {@code deal.owner} in a rule about deals is its owner. */
final class Subjects {

    private Subjects() {}

    static String withoutPrefix(String path, Subject on) {
        if (path.equals(on.name())) return "id";
        for (String prefix :
                new String[] {on.name() + ".", "employee".equals(on.name()) ? "owner." : on.name() + "."}) {
            if (path.startsWith(prefix)) return path.substring(prefix.length());
        }
        return path;
    }
}
