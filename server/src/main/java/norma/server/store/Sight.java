package norma.server.store;

import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Which rows somebody sees, or may change, as a condition of SQL: what is out of sight is never read.
 *
 * @param me the employee; empty for nobody in particular
 * @param acting whether it is about changing rows: being asked to do something about a deviation shows it, and no more
 */
public record Sight(Reach reach, String me, boolean acting) {

    /** How far a right goes. */
    public enum Reach {
        NOTHING,
        /** What is one's own: a deviation by its owner, a decision by whoever is to do it. */
        OWN,
        /** What is of the team whose head one is, and what is one's own. */
        TEAM,
        EVERYTHING
    }

    public static final Sight EVERYTHING = new Sight(Reach.EVERYTHING, "", false);

    private static final String ASSIGNED =
            "EXISTS (SELECT 1 FROM decision asked WHERE asked.deviation = deviation.number"
                    + " AND asked.assignee = :sight_me)";

    public Sight(Reach reach, String me) {
        this(reach, me, false);
    }

    public Sight toAct() {
        return new Sight(reach, me, true);
    }

    public boolean isEverything() {
        return reach == Reach.EVERYTHING;
    }

    /** Of the table {@code deviation}. */
    String ofDeviation() {
        String own =
                switch (reach) {
                    case EVERYTHING -> "1 = 1";
                    case NOTHING -> "1 = 0";
                    case OWN -> "deviation.owner = :sight_me";
                    case TEAM -> "deviation.owner = :sight_me OR deviation.head = :sight_me";
                };
        return isNarrow() && !acting ? "(" + own + " OR " + ASSIGNED + ")" : "(" + own + ")";
    }

    /** Of the table {@code decision} as {@code c}, beside {@code deviation}. */
    String ofDecision() {
        return switch (reach) {
            case EVERYTHING, NOTHING -> ofDeviation();
            case OWN -> acting ? "c.assignee = :sight_me" : "(c.assignee = :sight_me OR deviation.owner = :sight_me)";
            case TEAM -> "(c.assignee = :sight_me OR deviation.owner = :sight_me OR deviation.head = :sight_me)";
        };
    }

    /** Of the table {@code event}: what happened to a deviation that is seen. */
    String ofEvent() {
        if (isEverything()) return ofDeviation();
        return "EXISTS (SELECT 1 FROM deviation WHERE deviation.number = event.deviation AND " + ofDeviation() + ")";
    }

    private boolean isNarrow() {
        return reach == Reach.OWN || reach == Reach.TEAM;
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        return isNarrow() ? statement.bind("sight_me", me) : statement;
    }
}
