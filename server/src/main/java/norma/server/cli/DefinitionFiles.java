package norma.server.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import norma.diagnostics.Source;
import norma.diagnostics.Text;

/** The texts of definitions and rules under some paths. */
record DefinitionFiles(List<Source> yaml, List<Source> drl) {

    static final String ROUTES = "routes.yaml";

    private static final Set<String> NOT_DEFINITIONS = Set.of("mapping.yaml", "mapping.yml", ROUTES);
    private static final Set<String> NOT_SEARCHED = Set.of("target", "src");

    /** Folders are searched, except what is hidden, {@code target} and {@code src}; a file is taken by its ending. */
    static DefinitionFiles under(List<Path> paths) {
        Map<Path, Source> yaml = new LinkedHashMap<>();
        Map<Path, Source> drl = new LinkedHashMap<>();
        for (Path path : paths) {
            for (Path file : files(path, DefinitionFiles::isDefinition)) {
                if (file.getFileName().toString().equals(ROUTES)) continue;
                if (file.toString().endsWith(".drl")) drl.putIfAbsent(key(file), source(file));
                else yaml.putIfAbsent(key(file), source(file));
            }
        }
        return new DefinitionFiles(List.copyOf(yaml.values()), List.copyOf(drl.values()));
    }

    /** The same, each called as it is in its folder, wherever that is: what others are told of this machine is no path of it. */
    static DefinitionFiles within(List<Path> paths) {
        Map<Path, Source> yaml = new LinkedHashMap<>();
        Map<Path, Source> drl = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (Path path : paths)
            for (Path file : files(path, DefinitionFiles::isDefinition)) {
                Map<Path, Source> found = file.toString().endsWith(".drl") ? drl : yaml;
                if (found.containsKey(key(file))
                        || file.getFileName().toString().equals(ROUTES)) continue;
                found.put(
                        key(file),
                        new Source(name(path, file, names), source(file).text()));
            }
        return new DefinitionFiles(List.copyOf(yaml.values()), List.copyOf(drl.values()));
    }

    /** With its folder where another one has a file of that name. */
    private static String name(Path path, Path file, Set<String> taken) {
        Path folder = Files.isDirectory(path) ? key(path) : key(path).resolveSibling("");
        String name = folder.relativize(key(file)).toString().replace('\\', '/');
        if (taken.add(name)) return name;
        String longer = folder.getFileName() + "/" + name;
        return taken.add(longer) ? longer : key(file).toString();
    }

    /** The files in YAML that people write by hand: definitions and mappings. */
    static List<Path> edited(List<Path> paths) {
        Map<Path, Path> found = new LinkedHashMap<>();
        for (Path path : paths)
            files(path, name -> isYaml(name) && !isTest(name)).forEach(file -> found.putIfAbsent(key(file), file));
        return List.copyOf(found.values());
    }

    /** The files that say who is told what. */
    static List<Source> routes(List<Path> paths) {
        return paths.stream()
                .flatMap(path -> files(path, ROUTES::equals).stream())
                .filter(file -> file.getFileName().toString().equals(ROUTES))
                .map(DefinitionFiles::source)
                .toList();
    }

    /** The files that test definitions. */
    static List<Source> tests(List<Path> paths) {
        return paths.stream()
                .filter(Files::isDirectory)
                .flatMap(path -> files(path, DefinitionFiles::isTest).stream())
                .map(DefinitionFiles::source)
                .toList();
    }

    private static List<Path> files(Path path, Predicate<String> wanted) {
        if (Files.isRegularFile(path)) return List.of(path);
        if (!Files.isDirectory(path))
            throw new Refusal("there is no file or folder " + path, "нет файла или папки " + path);
        List<Path> files = new ArrayList<>();
        search(path, wanted, files);
        return files;
    }

    private static void search(Path folder, Predicate<String> wanted, List<Path> files) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                String name = entry.getFileName().toString();
                if (name.startsWith(".")) continue;
                if (Files.isDirectory(entry) && !NOT_SEARCHED.contains(name)) search(entry, wanted, files);
                else if (Files.isRegularFile(entry) && wanted.test(name)) files.add(entry);
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static boolean isDefinition(String name) {
        if (name.endsWith(".drl")) return true;
        return isYaml(name) && !isTest(name) && !NOT_DEFINITIONS.contains(name);
    }

    private static boolean isYaml(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static boolean isTest(String name) {
        return name.endsWith(".test.yaml") || name.endsWith(".test.yml");
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** Named from where the program was started, when it is below. */
    static Source source(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = key(file);
        Path shown = file.isAbsolute() && whole.startsWith(here) ? here.relativize(whole) : file;
        try {
            return new Source(shown.toString(), Files.readString(file));
        } catch (MalformedInputException e) {
            throw new Refusal(new Text(shown + " is not text in UTF-8", shown + " — не текст в UTF-8"));
        } catch (IOException e) {
            throw unreadable(shown, e);
        }
    }

    private static Refusal unreadable(Path path, IOException e) {
        return new Refusal(
                "cannot read " + path + ": " + e.getMessage(), "не читается " + path + ": " + e.getMessage());
    }
}
