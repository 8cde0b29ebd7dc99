package norma.standard.check;

import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.Kpi;
import norma.standard.Method;

/** XYZ classes of cases that stand in no period. */
final class XyzWithoutTime extends Lint {

    XyzWithoutTime() {
        super(
                "xyz-without-at",
                Severity.ERROR,
                new Text(
                        "XYZ classes compare whole periods. Without 'at' no case falls into one, and every item would be"
                                + " without a class.",
                        "Классы XYZ сравнивают целые периоды. Без «at» случаи не попадают ни в один, и все позиции"
                                + " остались бы без класса."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        for (Kpi kpi : draft.standards().kpis().values()) {
            if (!(kpi.method() instanceof Method.Xyz)
                    || kpi.at().isPresent()
                    || kpi.place().has("at")) continue;
            problems.add(at(
                    kpi.place().key("xyz"),
                    new Text(
                            "'xyz' needs 'at': the time that places a case in a period",
                            "для «xyz» нужен «at»: время, по которому случай относится к периоду")));
        }
    }
}
