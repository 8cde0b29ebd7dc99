package norma.server.live;

import java.util.List;
import norma.fact.Change;

/**
 * What one row says of facts: all of it is taken, or none.
 *
 * @param row its number, from 1, or the line on which it begins
 * @param changes those at {@link Change#START} are so from the start where their fact is new, else from now on
 */
public record Offer(long row, List<Change> changes) {

    public Offer {
        changes = List.copyOf(changes);
    }
}
