package norma.server.web;

import java.util.List;
import java.util.Optional;

/**
 * The feed as it is shown.
 *
 * @param fresh how many of those that are shown came since the reader last looked
 * @param last the number of the last event that this page knows of
 * @param further where further groups are; empty for nowhere
 * @param first where the first groups are; empty where they are here
 * @param problem what kept the last act from being done; empty for nothing
 * @param workings what its reader has to know before he trusts it: facts that stopped arriving, rules that fail
 * @param days that a hold may end on
 */
public record FeedPage(
        Frame frame,
        FeedQuery query,
        List<Tab> tabs,
        List<Choice> choices,
        String count,
        String critical,
        String stake,
        long fresh,
        List<Group> groups,
        long last,
        String further,
        String first,
        String problem,
        List<String> workings,
        Days days) {

    /** @param here whether it is the one that is shown */
    public record Tab(String href, String title, long count, boolean here) {}

    /** Something to narrow the feed by, with what it can be narrowed to. */
    public record Choice(String name, String title, List<Option> options) {}

    public record Option(String value, String title, boolean chosen) {}

    /**
     * @param more leads to those that are not shown, by what it is called; none where there are none
     * @param back leads to the first of the group; empty where they are shown
     */
    public record Group(
            String id,
            String title,
            long count,
            long critical,
            String stake,
            List<Card> cards,
            Optional<More> more,
            String back) {}

    public record More(String href, String title) {}

    /** Days that a hold may end on, ISO 8601: the first, and the one that is proposed. */
    public record Days(String first, String proposed) {}

    public boolean isEmpty() {
        return groups.isEmpty();
    }
}
