package norma.server.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation: its blocks of code, its links, and the tables that are written by tests. */
record Page(Path path, String text) {

    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w*)[^\\n]*\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[[^]\\n]+]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    /** @param line of its first line of code, from 1 */
    record Block(String kind, int line, String code) {

        boolean is(String asked) {
            return kind.equals(asked);
        }
    }

    /** The project's own folder, whichever module the test is in. */
    static Path root() {
        String given = System.getProperty("norma.root");
        return given == null ? Path.of("").toAbsolutePath().getParent() : Path.of(given);
    }

    static Page of(String path) {
        return of(root().resolve(path));
    }

    static Page of(Path path) {
        try {
            return new Page(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            int line = (int) text.substring(0, block.start(2)).lines().count() + 1;
            blocks.add(new Block(block.group(1), line, block.group(2)));
        }
        return blocks;
    }

    List<Block> blocks(String kind) {
        return blocks().stream().filter(block -> block.is(kind)).toList();
    }

    /** Where the links of the page lead, apart from addresses on the web. */
    List<String> links() {
        return LINK.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.contains("://"))
                .toList();
    }

    /** What a link to a heading of this page ends with. */
    List<String> anchors() {
        return HEADING.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(found -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** What stands between {@code <!-- name -->} and {@code <!-- /name -->}. */
    String section(String name) {
        return text.substring(from(name), to(name));
    }

    Page withSection(String name, String content) {
        return new Page(path, text.substring(0, from(name)) + content + text.substring(to(name)));
    }

    private int from(String name) {
        return index("<!-- " + name + " -->\n") + name.length() + 10;
    }

    private int to(String name) {
        return index("<!-- /" + name + " -->");
    }

    private int index(String mark) {
        int index = text.indexOf(mark);
        if (index < 0) throw new IllegalArgumentException("no " + mark + " in " + path);
        return index;
    }

    void write() {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
