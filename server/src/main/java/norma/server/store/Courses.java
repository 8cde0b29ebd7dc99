package norma.server.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import norma.deviation.Course;
import norma.deviation.Episode;
import norma.deviation.Episodes;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** How far it has come with each rule and subject. */
public final class Courses {

    /** A map with a map for its key is no JSON. */
    private record Kept(Map<String, String> group, Episode current, List<Left> left) {}

    private record Left(Map<String, String> group, Episode episode) {}

    private final Handle handle;

    Courses(Handle handle) {
        this.handle = handle;
    }

    public void put(Collection<Course> courses) {
        if (courses.isEmpty()) return;
        PreparedBatch gone = handle.prepareBatch("DELETE FROM course WHERE rule = ? AND type = ? AND id = ?");
        PreparedBatch kept = handle.prepareBatch("""
                INSERT INTO course (rule, type, id, episodes) VALUES (?, ?, ?, ?)
                ON CONFLICT (rule, type, id) DO UPDATE SET episodes = excluded.episodes""");
        for (Course course : courses) {
            boolean over = course.episodes().isEmpty();
            PreparedBatch batch = over ? gone : kept;
            batch.bind(0, course.rule()).bind(1, course.type()).bind(2, course.id());
            if (!over) batch.bind(3, json(course.episodes()));
            batch.add();
        }
        if (gone.size() > 0) gone.execute();
        if (kept.size() > 0) kept.execute();
    }

    public List<Course> all() {
        return handle.createQuery("SELECT rule, type, id, episodes FROM course ORDER BY rule, type, id")
                .map((row, context) ->
                        new Course(row.getString(1), row.getString(2), row.getString(3), episodes(row.getString(4))))
                .list();
    }

    private static String json(Episodes episodes) {
        List<Left> left = episodes.left().entrySet().stream()
                .map(entry -> new Left(entry.getKey(), entry.getValue()))
                .toList();
        return Json.of(new Kept(episodes.group(), episodes.current(), left));
    }

    private static Episodes episodes(String text) {
        Kept kept = Json.read(text, new TypeReference<Kept>() {});
        Map<Map<String, String>, Episode> left = new LinkedHashMap<>();
        kept.left().forEach(each -> left.put(each.group(), each.episode()));
        return new Episodes(kept.group(), kept.current(), Map.copyOf(left));
    }
}
