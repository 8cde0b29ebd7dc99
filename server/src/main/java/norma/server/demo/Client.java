package norma.server.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * A client as the generator sees one.
 *
 * @param weight how much it buys, relative to the others
 * @param contacts identifiers of its people
 */
record Client(
        String id,
        int number,
        String segment,
        String industry,
        String territory,
        String channel,
        String size,
        Seller owner,
        LocalDate since,
        double weight,
        List<String> contacts,
        ClientPart part) {

    private static final double KEY_WEIGHT = 12;

    String title() {
        return "Client " + Cell.number(number, 4);
    }

    boolean key() {
        return weight >= KEY_WEIGHT;
    }

    boolean buys() {
        return part != ClientPart.PROSPECT;
    }
}
