package norma.server.web;

import java.util.List;

/**
 * What is to be done.
 *
 * @param left how many are not shown
 */
public record DecisionsPage(
        Frame frame,
        String address,
        String show,
        List<FeedPage.Tab> tabs,
        List<FeedPage.Choice> choices,
        List<Item> items,
        int left) {

    /** A decision with the deviation that it answers. */
    public record Item(Card.Step step, Card card) {}

    public boolean narrowed() {
        return choices.stream().flatMap(choice -> choice.options().stream()).anyMatch(FeedPage.Option::chosen);
    }
}
