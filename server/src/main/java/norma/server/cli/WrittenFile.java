package norma.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;

/** A file that is there as a whole or as it was before, whatever happens while it is written. */
final class WrittenFile {

    private WrittenFile() {}

    /** Links are followed, and a file that is replaced keeps its permissions. */
    static void replace(Path file, String text) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = Objects.requireNonNull(target.getParent());
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "." + target.getFileName(), ".part");
            try {
                Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
                permit(beside, target);
                move(beside, target);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new Refusal("cannot write " + file + ": " + e, "не записывается " + file + ": " + e);
        }
    }

    private static void permit(Path beside, Path target) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
        if (view == null) return;
        if (Files.exists(target)) view.setPermissions(Files.getPosixFilePermissions(target));
        else view.setPermissions(java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
