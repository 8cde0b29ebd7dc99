package norma.server;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher at the root of the project, run by a shell that sees only the Java and Maven made here. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final List<String> TOOLS =
            List.of("dirname", "find", "head", "mkdir", "mv", "readlink", "rm", "sed", "touch");

    @TempDir
    Path folder;

    private Path bin;
    private Path home;
    private Path jar;

    @BeforeEach
    void aCheckout() throws IOException {
        folder = folder.toRealPath();
        bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : TOOLS) script(bin.resolve(tool), "exec " + onThePath(tool) + " \"$@\"");
        home = Files.createDirectories(folder.resolve("a checkout"));
        Path launcher = Path.of(System.getProperty("norma.root"), "norma");
        Files.copy(launcher, home.resolve("norma"), COPY_ATTRIBUTES);
        Files.writeString(home.resolve("pom.xml"), "");
        jar = home.resolve("server/target/norma-server.jar");
    }

    @Test
    void sayInOneLineWhatToInstallWhereThereIsNoJava() throws Exception {
        Outcome outcome = launch(Map.of());

        assertEquals(3, outcome.exit());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count());
        assertTrue(outcome.err().startsWith("Norma needs a JDK, version 17 or later: apt install"), outcome.err());
    }

    @Test
    void sayItInRussianToARussian() throws Exception {
        Outcome outcome = launch(Map.of("LANG", "ru_RU.UTF-8"));

        assertEquals(3, outcome.exit());
        assertTrue(outcome.err().startsWith("Для Norma нужен JDK версии 17 или новее: apt install"), outcome.err());
    }

    @Test
    void refuseAnOlderJavaAndNameItsVersion() throws Exception {
        java("11");
        built();

        Outcome outcome = launch(Map.of());

        assertEquals(3, outcome.exit());
        assertTrue(outcome.err().contains("17 or later (found 11)"), outcome.err());
    }

    @Test
    void takeTheJavaOfThePathWhereJavaHomeIsTooOld() throws Exception {
        java("17");
        built();
        Path old = jdk("jdk-8", "1");

        Outcome outcome = launch(Map.of("JAVA_HOME", old.toString()), "check");

        assertEquals(0, outcome.exit(), outcome.err());
    }

    @Test
    void sayInOneLineWhatToInstallWhereThereIsNoMaven() throws Exception {
        java("17");

        Outcome outcome = launch(Map.of());

        assertEquals(3, outcome.exit());
        assertEquals(1, outcome.err().lines().count());
        assertTrue(outcome.err().startsWith("Norma is built by Maven 3.8 or later: apt install"), outcome.err());
    }

    @Test
    void passTheArgumentsOnAsTheyAre() throws Exception {
        java("17");
        built();

        Outcome outcome = launch(Map.of(), "run", "--facts", "two words", "");

        assertEquals("", outcome.err());
        assertTrue(outcome.out().contains("<-Dnorma.home=" + home + ">"), outcome.out());
        assertTrue(outcome.out().contains("<run>\n<--facts>\n<two words>\n<>\n"), outcome.out());
    }

    @Test
    void letTheUserSayMoreToJava() throws Exception {
        java("17");
        built();

        Outcome outcome = launch(Map.of("NORMA_JAVA_OPTIONS", "-Xmx8g -Xss2m"));

        assertTrue(outcome.out().contains("<-Xmx8g>\n<-Xss2m>\n<-Dnorma.home="), outcome.out());
    }

    @Test
    void passTheExitCodeOn() throws Exception {
        java("17");
        built();

        assertEquals(7, launch(Map.of("JAVA_EXIT", "7")).exit());
    }

    @Test
    void keepTheFolderOfItsCallerAndFindItsHomeThroughLinks() throws Exception {
        java("17");
        built();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("second"), home.resolve("norma"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("norma"), Path.of("../second"));

        Outcome outcome = run(elsewhere, Map.of(), link.toString());

        assertEquals(0, outcome.exit(), outcome.err());
        assertTrue(outcome.out().startsWith("in " + elsewhere + "\n"), outcome.out());
        assertTrue(outcome.out().contains("<-Dnorma.home=" + home + ">"), outcome.out());
    }

    @Test
    void buildTheFirstTimeAndAfterAChangeOnly() throws Exception {
        java("17");
        maven("mkdir -p server/target && : >server/target/norma-server.jar && echo built >>builds");

        Outcome first = launch(Map.of());
        assertTrue(first.err().startsWith("Building Norma from its sources"), first.err());
        assertEquals(1, first.err().lines().count());
        assertEquals("", launch(Map.of()).err());

        Path source =
                Files.createDirectories(home.resolve("engine/src/main/java")).resolve("New.java");
        Files.setLastModifiedTime(
                Files.createFile(source), FileTime.from(Instant.now().plusSeconds(60)));
        launch(Map.of());

        assertEquals(2, Files.readAllLines(home.resolve("builds")).size());
    }

    @Test
    void showWhatMavenSaidWhereTheBuildFails() throws Exception {
        java("17");
        maven("echo 'cannot find symbol'; exit 1");

        Outcome outcome = launch(Map.of());

        assertEquals(3, outcome.exit());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("cannot find symbol\nNorma could not be built: see above\n"), outcome.err());
    }

    @Test
    void archiveClassesOnceForEachBuild() throws Exception {
        java("17");
        built();

        launch(Map.of());
        Path archive = jar.resolveSibling("norma-java17.jsa");
        assertTrue(Files.exists(archive));
        FileTime made = Files.getLastModifiedTime(archive);
        launch(Map.of());

        assertEquals(made, Files.getLastModifiedTime(archive));
        try (Stream<Path> files = Files.list(jar.getParent())) {
            assertFalse(
                    files.anyMatch(file -> file.toString().matches(".*jsa\\.\\d+")), "an archive was left half made");
        }
    }

    private void built() throws IOException {
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
        Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
    }

    /** A JDK on the path whose {@code java} prints where it runs and its arguments, one to a line. */
    private void java(String version) throws IOException {
        Files.createSymbolicLink(
                bin.resolve("java"), jdk("jdk-" + version, version).resolve("bin/java"));
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"none\"\nJAVA_VERSION=\"" + version + ".0.1\"\n");
        script(
                jdk.resolve("bin/java"),
                "echo \"in $(pwd)\"; for a in \"$@\"; do echo \"<$a>\"; done; exit ${JAVA_EXIT:-0}");
        script(jdk.resolve("bin/javac"), "exit 0");
        return jdk;
    }

    private void maven(String commands) throws IOException {
        script(bin.resolve("mvn"), commands);
    }

    private static void script(Path file, String commands) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onThePath(String tool) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private Outcome launch(Map<String, String> environment, String... arguments) throws Exception {
        return run(
                home,
                environment,
                Stream.concat(Stream.of(home.resolve("norma").toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private Outcome run(Path from, Map<String, String> environment, String... command) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder launcher = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        launcher.environment().clear();
        launcher.environment().put("PATH", bin.toString());
        launcher.environment().putAll(environment);
        int exit = launcher.start().waitFor();
        return new Outcome(exit, text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private record Outcome(int exit, String out, String err) {}
}
