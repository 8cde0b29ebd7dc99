package norma.server.intake.check;

import java.util.List;
import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** Amounts in a currency that the model does not count in. */
public final class OtherCurrency extends Check {

    static final OtherCurrency CHECK = new OtherCurrency();

    private OtherCurrency() {
        super(
                "other-currency",
                Severity.ERROR,
                new Text(
                        "Amounts are not converted, so dollars would be added up as roubles. Export them in the"
                                + " currency of the model.",
                        "Суммы не пересчитываются, и доллары сложились бы с рублями. Выгрузите их в валюте модели."));
    }

    public static Problem of(Written currency, String model) {
        return CHECK.at(
                        currency.span(),
                        new Text(
                                "the model counts in " + model + ", and amounts are not converted: export them in "
                                        + model,
                                "модель считает в " + model + ", суммы не пересчитываются: выгрузите их в " + model))
                .allowing(currency.text(), List.of(model));
    }
}
