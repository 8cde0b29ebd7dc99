package norma.standard.yaml.check;

import java.util.List;
import norma.diagnostics.Check;

/** Every check of the readers of definitions. */
public final class DefinitionChecks {

    private DefinitionChecks() {}

    public static List<Check> all() {
        return List.of(
                UnknownSchema.CHECK,
                BadId.CHECK,
                DuplicateId.CHECK,
                UnknownFactType.CHECK,
                Cycle.CHECK,
                UnknownZone.CHECK,
                HoursOrder.CHECK,
                HolidayOrder.CHECK,
                UnknownDimension.CHECK,
                UnknownKpi.CHECK,
                KpiKind.CHECK,
                KpiType.CHECK,
                ConversionOrder.CHECK,
                Breaks.CHECK,
                OutOfBounds.CHECK,
                UnknownSubject.CHECK,
                UnknownDeviation.CHECK,
                UnknownNorm.CHECK,
                NotMeasured.CHECK,
                TwoTriggers.CHECK,
                UnknownAssignee.CHECK,
                Placeholder.CHECK,
                NotConstant.CHECK,
                Precedence.CHECK,
                DuplicateRow.CHECK,
                UnknownWarning.CHECK,
                SilenceWithoutReason.CHECK,
                UselessSilence.CHECK);
    }
}
