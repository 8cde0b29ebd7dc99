package norma.measure;

import norma.diagnostics.Text;
import norma.standard.Kpi;

/** Why a reading has no value. */
final class Reasons {

    static final Text NO_CASES = new Text("no cases", "нет случаев");
    static final Text NO_VALUES = new Text("none of the cases has a value", "ни у одного случая нет значения");
    static final Text NO_DENOMINATOR = new Text("no cases in the denominator", "нет случаев в знаменателе");
    static final Text ZERO_DENOMINATOR = new Text("the denominator is zero", "знаменатель равен нулю");
    static final Text NOT_OVER =
            new Text("the time of none of the cases is over yet", "ни у одного случая срок ещё не истёк");
    static final Text NOTHING_MEASURED = new Text("the whole is not above zero", "общий итог не больше нуля");
    static final Text MEAN_NOT_POSITIVE =
            new Text("not applicable: the mean is not above zero", "неприменимо: среднее не больше нуля");
    static final Text NOT_COUNTED =
            new Text("the KPI is not about this subject", "показатель не относится к этому объекту");
    static final Text NO_VALUE = new Text("the subject has no value for it", "у объекта нет такого значения");

    private Reasons() {}

    static Text nothing(Cell cell) {
        return cell.leftOut() > 0 ? NO_VALUES : NO_CASES;
    }

    static Text outOfRange(Kpi kpi) {
        return new Text(
                "KPI " + kpi.id() + ": the amount is larger than money can be here",
                "показатель " + kpi.id() + ": сумма больше, чем может вместить денежное значение");
    }

    static Text notReached(double quantile) {
        String share = Scale.plain(quantile * 100);
        return new Text(
                "fewer than " + share + "% of the cases have ended by the longest time seen",
                "за наибольшее наблюдавшееся время завершилось менее " + share + "% случаев");
    }

    static Text unknown(String kpi) {
        return new Text("there is no KPI " + kpi, "нет показателя " + kpi);
    }

    static Text noPeriod(Kpi kpi, String over) {
        return new Text(
                "KPI " + kpi.id() + " is not measured by period '" + over + "'",
                "показатель " + kpi.id() + " не измеряется за период «" + over + "»");
    }

    static Text noCut(Kpi kpi) {
        return new Text(
                "KPI " + kpi.id() + " is not measured for such a subject",
                "показатель " + kpi.id() + " не измеряется для такого объекта");
    }

    static Text of(String kpi, Text reason) {
        return new Text("KPI " + kpi + ": " + reason.en(), "показатель " + kpi + ": " + reason.ru());
    }

    static Text noResult(Kpi kpi) {
        return new Text(
                "the formula of KPI " + kpi.id() + " has no result",
                "формула показателя " + kpi.id() + " не даёт результата");
    }
}
