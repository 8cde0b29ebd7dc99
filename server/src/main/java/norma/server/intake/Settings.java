package norma.server.intake;

import java.util.List;
import norma.fact.FieldValues;
import norma.server.intake.FactMaker.Valued;
import org.jspecify.annotations.Nullable;

/** What one change sets: a value of the row for each of these fields. */
final class Settings {

    private final String[] fields;
    private final List<Valued> values;

    /** @param fields as many as values; all changes share these names, as facts know them */
    Settings(List<String> fields, List<Valued> values) {
        this.fields = fields.stream().map(String::intern).toArray(String[]::new);
        this.values = List.copyOf(values);
    }

    FieldValues of(Row row) {
        @Nullable Object[] said = new Object[fields.length];
        for (int i = 0; i < said.length; i++) said[i] = values.get(i).of(row);
        return new FieldValues(fields, said);
    }
}
