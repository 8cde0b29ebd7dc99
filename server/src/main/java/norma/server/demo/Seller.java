package norma.server.demo;

/**
 * A seller as the generator sees one.
 *
 * @param number from 1; sellers of one team follow each other
 * @param team identifier of the team
 * @param winRate share of closed deals that this seller wins, 0 to 1
 * @param weight share of deals, relative to the others
 */
record Seller(String id, int number, String team, double winRate, double weight, StaffPart part) {

    static final int PER_TEAM = 5;

    String title() {
        return "Seller " + Cell.number(number, 2);
    }
}
