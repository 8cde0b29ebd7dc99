package norma.server.web;

import java.util.List;
import java.util.Map;
import norma.server.handbook.Handbook;

/**
 * What is in force, to be read.
 *
 * @param version its number, author and time, as a sentence; empty before the first
 * @param folder what the places of definitions begin with on this machine, which is nobody else's business
 * @param standing how many deviations stand, by rule
 * @param saved what is wrong with the files as they were saved last
 * @param refused whether they are not in force because of that
 * @param failures rules that could not be judged for some subject, and why; for those only who see every subject
 */
public record DefinitionsPage(
        Frame frame,
        Handbook book,
        String version,
        String folder,
        Map<String, Long> standing,
        List<Saved> saved,
        boolean refused,
        List<Failure> failures) {

    public record Failure(String rule, String subject, String reason) {}

    /** @param place file and line */
    public record Saved(String place, boolean error, String message) {}

    public long standing(String rule) {
        return standing.getOrDefault(rule, 0L);
    }

    /** Where a definition stands, from the folder of all definitions on. */
    public String place(String place) {
        return place.startsWith(folder) ? place.substring(folder.length()) : place;
    }

    /** Between two runs of a line that are not words. */
    public static String between(List<Handbook.Run> runs, int at) {
        if (at == 0) return "";
        boolean words = runs.get(at) instanceof Handbook.Run.Words || runs.get(at - 1) instanceof Handbook.Run.Words;
        return words ? "" : ", ";
    }
}
