package norma.server.demo;

/** The open stages of the pipeline in order, with what the generator knows about each. */
enum Stage {
    LEAD("1 Lead", 3, 10, "pipeline", "Call to find out the need"),
    QUALIFICATION("2 Qualification", 4, 25, "pipeline", "Meet the decision maker"),
    PROPOSAL("3 Proposal", 6, 45, "best_case", "Send the proposal"),
    NEGOTIATION("4 Negotiation", 6, 65, "best_case", "Agree the terms"),
    CONTRACT("5 Contract", 4, 85, "commit", "Sign the contract");

    /** The name in the CRM's export. */
    final String label;

    /** Median working days of a visit. */
    final double days;

    final int probability;
    final String forecast;
    final String nextStep;

    Stage(String label, double days, int probability, String forecast, String nextStep) {
        this.label = label;
        this.days = days;
        this.probability = probability;
        this.forecast = forecast;
        this.nextStep = nextStep;
    }

    Stage plus(int steps) {
        return values()[Math.max(0, Math.min(CONTRACT.ordinal(), ordinal() + steps))];
    }
}
