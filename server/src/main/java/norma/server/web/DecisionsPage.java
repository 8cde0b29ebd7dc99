package norma.server.web;

import java.util.List;

/**
 * What is to be done.
 *
 * @param first where the first page is; empty where this is it
 * @param further where the next one is; empty where there is none
 */
public record DecisionsPage(
        Frame frame,
        String address,
        String show,
        List<FeedPage.Tab> tabs,
        List<FeedPage.Choice> choices,
        List<Item> items,
        String first,
        String further) {

    /** A decision with the deviation that it answers. */
    public record Item(Card.Step step, Card card) {}
}
