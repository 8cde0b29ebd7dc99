package norma.server.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import norma.diagnostics.Source;
import norma.server.live.Refusal;

/**
 * What somebody wants the files of a version to become.
 *
 * @param base the version that was edited
 * @param files texts by name; a file without a text goes, files that are not named stay
 */
public record Draft(long base, Map<String, Optional<String>> files) {

    private static final int MOST_FILES = 1_000;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ._/-]{1,200}\\.ya?ml");

    public Draft {
        files = Map.copyOf(files);
    }

    /** @throws Refusal when a name cannot be that of a file of definitions */
    List<Source> over(List<Source> before) {
        Map<String, Source> after = new LinkedHashMap<>();
        before.forEach(source -> after.put(source.name(), source));
        files.forEach((name, text) -> {
            requireDefinitions(name);
            text.ifPresentOrElse(given -> after.put(name, new Source(name, given)), () -> after.remove(name));
        });
        if (after.size() > MOST_FILES)
            throw new Refusal("at most " + MOST_FILES + " files", "не больше " + MOST_FILES + " файлов");
        return List.copyOf(after.values());
    }

    private static void requireDefinitions(String name) {
        if (NAME.matcher(name).matches()) return;
        throw new Refusal(
                "'" + name
                        + "' is no name of a file of definitions: it ends with .yaml, and rules in DRL are not taken",
                "«" + name + "» — не имя файла определений: оно кончается на .yaml, а правила на DRL не принимаются");
    }
}
