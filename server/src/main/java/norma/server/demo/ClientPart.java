package norma.server.demo;

import norma.diagnostics.Text;

/** The part that a client plays. */
enum ClientPart implements Part {
    ORDINARY("", false, Text.same("")),
    PROSPECT("", false, Text.same("")),
    ONE_CONTACT("", false, Text.same("")),
    HELD("", false, Text.same("")),
    LOSS_MAKING(
            "client_loss_making_large",
            false,
            new Text(
                    "over 2% of a year's turnover, and service costs more than the margin left after discounts and returns",
                    "больше 2% годового оборота, а обслуживание дороже маржи после скидок и возвратов")),
    COSTLY_YET_PROFITABLE(
            "client_loss_making_large",
            true,
            new Text("expensive service, but the margin carries it", "дорогое обслуживание, но маржа его покрывает")),
    SMALL_LOSS(
            "client_loss_making_large",
            true,
            new Text("makes a loss, but is under 0.5% of turnover", "убыточен, но даёт меньше 0,5% оборота")),
    COMPLAINTS_LATE(
            "client_complaints_late",
            false,
            new Text(
                    "two complaints open past their due date and one closed late",
                    "две рекламации не закрыты в срок и одна закрыта с опозданием")),
    COMPLAINTS_IN_TIME(
            "client_complaints_late",
            true,
            new Text(
                    "as many complaints, each closed on its last day",
                    "столько же рекламаций, каждая закрыта в последний день срока")),
    DORMANT(
            "client_dormant",
            false,
            new Text("bought every month, nothing for over 200 days", "покупал каждый месяц, больше 200 дней ничего")),
    RETURNED(
            "client_dormant",
            true,
            new Text(
                    "was away for half a year, buys again since two months",
                    "не покупал полгода, последние два месяца снова покупает")),
    CONTRACT_ENDING(
            "client_contract_ending",
            false,
            new Text(
                    "the contract ends within 25 days; everybody else's in 120 days or later",
                    "договор кончается в ближайшие 25 дней; у остальных не раньше чем через 120")),
    WALLET_STALE(
            "client_wallet_stale",
            false,
            new Text(
                    "the estimate of all purchases is over 500 days old; everybody else's is under 180",
                    "оценке всех закупок больше 500 дней; у остальных меньше 180"));

    private final String kind;
    private final boolean control;
    private final Text why;

    ClientPart(String kind, boolean control, Text why) {
        this.kind = kind;
        this.control = control;
        this.why = why;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean control() {
        return control;
    }

    @Override
    public Text why() {
        return why;
    }
}
