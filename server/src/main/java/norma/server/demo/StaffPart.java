package norma.server.demo;

import norma.diagnostics.Text;

/** The part that a seller plays; the ordinary ones keep the norms. */
enum StaffPart implements Part {
    ORDINARY("", false, Text.same("")),
    WIN_RATE_COLLAPSED(
            "seller_win_rate_collapsed",
            false,
            new Text(
                    "the win rate of the last 90 days is under 10%, a year's is over 20%",
                    "доля выигранных за последние 90 дней ниже 10%, за год выше 20%")),
    BELOW_CONTACT_NORM(
            "seller_below_contact_norm",
            false,
            new Text(
                    "one or two contacts a day in the last 8 weeks; the others make at least four",
                    "один-два контакта в день за последние 8 недель; у остальных не меньше четырёх")),
    REPORTS_MISSING(
            "seller_reports_missing",
            false,
            new Text(
                    "7 of the last 12 daily reports were never submitted",
                    "7 из последних 12 ежедневных отчётов не сданы")),
    ON_LEAVE(
            "seller_below_contact_norm",
            true,
            new Text(
                    "no contacts in the last two weeks because of a vacation",
                    "нет контактов две недели из-за отпуска"));

    private final String kind;
    private final boolean control;
    private final Text why;

    StaffPart(String kind, boolean control, Text why) {
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
