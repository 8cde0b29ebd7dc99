package norma.server.demo;

import java.util.List;
import norma.diagnostics.Text;

/**
 * One line of the answers: subjects that a rule must find, or must not find.
 *
 * @param kind the kind of problem
 * @param control true when the subjects only look like the problem
 * @param subject type of fact of the subjects
 * @param ids identifiers of the subjects, in order
 * @param why what a rule must find, or why it must not
 */
public record Planted(String kind, boolean control, String subject, List<String> ids, Text why) {

    public Planted {
        ids = List.copyOf(ids);
    }
}
