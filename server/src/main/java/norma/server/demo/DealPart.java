package norma.server.demo;

import norma.diagnostics.Text;

/** The part that a deal plays. */
enum DealPart implements Part {
    ORDINARY("", false, Text.same("")),
    STUCK(
            "deal_stuck",
            false,
            new Text("40 to 80 working days in the current stage", "от 40 до 80 рабочих дней на текущем этапе")),
    ON_HOLD(
            "deal_stuck",
            true,
            new Text("on hold since soon after it entered the stage", "на паузе почти с начала этапа")),
    CLIENT_ON_HOLD("deal_stuck", true, new Text("its client is on hold", "клиент сделки на паузе")),
    LARGE_GOVERNMENT(
            "deal_stuck",
            true,
            new Text(
                    "22 to 27 working days in negotiation with a government client, whose norm is 30",
                    "от 22 до 27 рабочих дней на переговорах с госзаказчиком, норма которого 30")),
    NO_NEXT_STEP("deal_no_next_step", false, new Text("no next step", "нет следующего шага")),
    NO_CONTACT(
            "deal_no_contact",
            false,
            new Text(
                    "no contact for over 30 days; the others had one in the last 20",
                    "больше 30 дней без контакта; с остальными он был в последние 20")),
    CLOSE_DATE_PAST(
            "deal_close_date_past",
            false,
            new Text(
                    "the expected close date passed 6 to 40 days ago",
                    "ожидаемая дата закрытия прошла от 6 до 40 дней назад")),
    CLOSE_DATE_PUSHED(
            "deal_close_date_pushed",
            false,
            new Text(
                    "the expected close date moved later 3 to 5 times",
                    "ожидаемую дату закрытия сдвигали от 3 до 5 раз")),
    PUSHED_TWICE("deal_close_date_pushed", true, new Text("moved later twice only", "сдвигали только дважды")),
    AMOUNT_DROPPED(
            "deal_amount_dropped",
            false,
            new Text("the amount fell by 45 to 65% from its peak", "сумма упала на 45–65% от наибольшей")),
    DROPPED_A_LITTLE("deal_amount_dropped", true, new Text("the amount fell by 34% only", "сумма упала только на 34%")),
    ONE_CONTACT(
            "deal_single_contact",
            false,
            new Text(
                    "over 5 million roubles and one contact at the client",
                    "больше 5 млн рублей и один контакт у клиента"));

    private final String kind;
    private final boolean control;
    private final Text why;

    DealPart(String kind, boolean control, Text why) {
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
