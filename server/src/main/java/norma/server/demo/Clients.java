package norma.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two hundred clients: a few large, many small, ten to each seller. */
final class Clients {

    static final int COUNT = 200;

    private static final int SELLERS = Staff.TEAMS.size() * Seller.PER_TEAM;

    private static final List<String> INDUSTRIES =
            List.of("manufacturing", "construction", "retail", "logistics", "energy", "healthcare");
    private static final List<String> TERRITORIES = List.of("center", "north_west", "volga", "ural", "siberia");
    private static final List<String> CHANNELS = List.of("direct", "partner", "online", "exhibition");

    /** Which of a seller's ten clients the planted deals need; they take no part by size. */
    private static final Set<Integer> RESERVED_ROUNDS = Set.of(3, 4, 5, 9);

    /** Which parts go to the clients of which rank by size among those that are not reserved; 1 is the largest. */
    private static final Map<ClientPart, List<Integer>> RANKS = Map.of(
            ClientPart.COSTLY_YET_PROFITABLE, List.of(2, 5),
            ClientPart.LOSS_MAKING, List.of(3, 6, 9),
            ClientPart.WALLET_STALE, List.of(10, 14, 19, 22),
            ClientPart.CONTRACT_ENDING, List.of(12, 18, 25, 31, 37),
            ClientPart.COMPLAINTS_LATE, List.of(13, 17, 41, 60, 81),
            ClientPart.COMPLAINTS_IN_TIME, List.of(15, 45),
            ClientPart.DORMANT, List.of(16, 26, 35, 51, 70, 91),
            ClientPart.RETURNED, List.of(28, 55),
            ClientPart.SMALL_LOSS, List.of(105, 115));

    private final List<Client> all;

    Clients(Setting setting, Staff staff) {
        Dice dice = setting.dice("clients");
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            weights.add(weight(i, dice));
        }
        Map<Integer, ClientPart> parts = parts(weights);
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            int round = i / SELLERS;
            Seller owner = staff.sellers().get(i % SELLERS);
            ClientPart part = parts.getOrDefault(i, scripted(round, owner));
            clients.add(client(setting, i + 1, owner, round, weights.get(i), part, dice));
        }
        all = List.copyOf(clients);
    }

    private static double weight(int i, Dice dice) {
        double base = i % 8 == 0 ? dice.between(12, 25) : i % 3 == 0 ? dice.between(3, 7) : dice.between(0.5, 2);
        return dice.skewed(base, 0.4);
    }

    private static Map<Integer, ClientPart> parts(List<Double> weights) {
        List<Integer> largestFirst = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            if (!RESERVED_ROUNDS.contains(i / SELLERS)) {
                largestFirst.add(i);
            }
        }
        largestFirst.sort(Comparator.comparing(weights::get, Comparator.reverseOrder()));
        Map<Integer, ClientPart> parts = new HashMap<>();
        RANKS.forEach((part, ranks) -> ranks.forEach(rank -> parts.put(largestFirst.get(rank - 1), part)));
        return parts;
    }

    /** Parts by the order among the seller's clients, so that every seller has what the planted deals need. */
    private static ClientPart scripted(int round, Seller owner) {
        return switch (round) {
            case 4 -> ClientPart.ONE_CONTACT;
            case 5 -> owner.number() % 10 == 9 ? ClientPart.HELD : ClientPart.ORDINARY;
            case 9 -> owner.number() % 4 == 0 ? ClientPart.ORDINARY : ClientPart.PROSPECT;
            default -> ClientPart.ORDINARY;
        };
    }

    private static Client client(
            Setting setting, int number, Seller owner, int round, double weight, ClientPart part, Dice dice) {
        String segment = round == 3 || round == 8 && dice.chance(0.4) ? "b2g" : round == 6 ? "b2p" : "b2b";
        String size = weight >= 12 ? "large" : weight >= 3 ? "medium" : "small";
        boolean recent = part == ClientPart.ORDINARY && round >= 7 && dice.chance(0.5);
        LocalDate since = recent
                ? setting.start().plusDays(dice.whole(20, 300))
                : setting.start().minusDays(dice.whole(part == ClientPart.WALLET_STALE ? 400 : 60, 2000));
        int people = part == ClientPart.ONE_CONTACT ? 1 : dice.whole(2, weight >= 12 ? 6 : 3);
        List<String> contacts = new ArrayList<>();
        for (int i = 1; i <= people; i++) {
            contacts.add("K" + Cell.number(number, 4) + "-" + i);
        }
        String industry = segment.equals("b2g") ? "public" : dice.pick(INDUSTRIES);
        String channel = segment.equals("b2g") ? "tender" : dice.pick(CHANNELS);
        return new Client(
                "C" + Cell.number(number, 4),
                number,
                segment,
                industry,
                dice.pick(TERRITORIES),
                channel,
                size,
                owner,
                setting.office().onOrAfter(since),
                weight,
                List.copyOf(contacts),
                part);
    }

    List<Client> all() {
        return all;
    }

    List<Client> of(Seller owner) {
        return all.stream().filter(client -> client.owner() == owner).toList();
    }
}
