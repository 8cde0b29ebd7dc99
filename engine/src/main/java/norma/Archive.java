package norma;

import java.util.List;
import norma.fact.Change;
import norma.fact.FactType;

/** Every change that was ever taken in, for as long as somebody keeps them: the engine itself does not. */
@FunctionalInterface
public interface Archive {

    /**
     * Every change of one fact that was taken in before; of those that wait for their time too.
     *
     * @return in the order of their times, those of one time in the order in which they arrived
     */
    List<Change> of(FactType type, String id);
}
