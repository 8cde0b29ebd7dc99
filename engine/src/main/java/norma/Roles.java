package norma;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import norma.deviation.Deviation;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Employee;
import norma.fact.Fact;
import norma.fact.Team;
import norma.fact.World;
import norma.standard.DecisionRule.Assignee;
import norma.standard.Dimension;
import org.jspecify.annotations.Nullable;

/** Who a role leads to, for the subject of a deviation. */
final class Roles {

    private final World world;
    private final Scene scene;

    Roles(World world, Scene scene) {
        this.world = world;
        this.scene = scene;
    }

    Optional<String> employee(Assignee role, Deviation deviation) {
        if (role instanceof Assignee.Holder holder) return holderOf(holder.position());
        Fact subject =
                world.find(deviation.subject().type(), deviation.subject().id());
        if (subject == null) return Optional.empty();
        if (role instanceof Assignee.Of of)
            return Optional.ofNullable(of.employee().of(subject, scene));
        Dimension employee = ((Assignee.HeadOf) role).employee();
        return Optional.ofNullable(employee.of(subject, scene)).flatMap(this::headOf);
    }

    private Optional<String> holderOf(String position) {
        return world.all(Employee.TYPE).stream()
                .map(Employee.class::cast)
                .filter(employee -> position.equals(employee.position()) && !hasLeft(employee))
                .map(Employee::id)
                .sorted()
                .findFirst();
    }

    /** The head of the team; who leads it himself, or whose head has left, is led by the head of the next team above that another leads. */
    private Optional<String> headOf(String employee) {
        if (!(world.find("employee", employee) instanceof Employee found)) return Optional.empty();
        Set<String> seen = new HashSet<>();
        @Nullable String id = found.team();
        while (id != null && seen.add(id) && world.find("team", id) instanceof Team team) {
            String head = team.head();
            if (head != null && !head.equals(employee) && !hasLeft(head)) return Optional.of(head);
            id = team.parent();
        }
        return Optional.empty();
    }

    private boolean hasLeft(String employee) {
        return world.find("employee", employee) instanceof Employee found && hasLeft(found);
    }

    private boolean hasLeft(Employee employee) {
        return !Undefined.is(employee.leftAtMillis()) && employee.leftAtMillis() <= scene.now();
    }
}
