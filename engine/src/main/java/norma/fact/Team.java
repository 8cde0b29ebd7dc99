package norma.fact;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Employees under one head. Money, times and numbers may be undefined. */
public record Team(
        String id,
        @Nullable String title,
        @Nullable String head,
        @Nullable String parent,
        @Nullable String department,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("team", Team.class, "Team", "Команда")
            .reference("head", "employee", Team::head, "head", "руководитель")
            .reference("parent", "team", Team::parent, "parent team", "вышестоящая команда")
            .words("department", Team::department, "department", "отдел")
            .made(v -> new Team(
                    v.id(),
                    v.words("title"),
                    v.words("head"),
                    v.words("parent"),
                    v.words("department"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getHead() {
        return head;
    }

    public @Nullable String getParent() {
        return parent;
    }

    public @Nullable String getDepartment() {
        return department;
    }
}
