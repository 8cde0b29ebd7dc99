package norma.fact;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who sells or leads. Money, times and numbers may be undefined. */
public record Employee(
        String id,
        @Nullable String title,
        @Nullable String team,
        @Nullable String position,
        long hiredAtMillis,
        long leftAtMillis,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("employee", Employee.class, "Employee", "Сотрудник")
            .reference("team", "team", Employee::team, "team", "команда")
            .choice("position", "position", Employee::position, "position", "должность")
            .time("hired_at", Employee::hiredAtMillis, "hired", "принят")
            .time("left_at", Employee::leftAtMillis, "left", "уволен")
            .made(v -> new Employee(
                    v.id(),
                    v.words("title"),
                    v.words("team"),
                    v.words("position"),
                    v.whole("hired_at"),
                    v.whole("left_at"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getTeam() {
        return team;
    }

    public @Nullable String getPosition() {
        return position;
    }

    public @Nullable Instant getHiredAt() {
        return Values.instant(hiredAtMillis);
    }

    public @Nullable Instant getLeftAt() {
        return Values.instant(leftAtMillis);
    }
}
