package norma.server.demo;

import java.util.ArrayList;
import java.util.List;
import norma.diagnostics.Text;

/** Dirty rows at the end of a few files, as real exports have them; each must be rejected, and seen to be. */
final class Flaws {

    /** The line counts from 1, the header included. */
    record Flaw(String file, int line, Text reason) {}

    private record Dirt(String file, List<String> row, Text reason) {}

    private static final List<Dirt> DIRT = List.of(
            new Dirt(
                    "deal_history.csv",
                    List.of(
                            "D9901",
                            "2026-03-02 10:00",
                            "6 Pre-sale",
                            "open",
                            "150000.00",
                            "5%",
                            "pipeline",
                            "2026-05-01",
                            "",
                            "",
                            ""),
                    new Text("the stage is not in the model", "этапа нет в модели")),
            new Dirt(
                    "deal_history.csv",
                    List.of(
                            "D9902",
                            "2026-03-03 11:30",
                            "1 Lead",
                            "open",
                            "12O 000",
                            "10%",
                            "pipeline",
                            "2026-05-01",
                            "",
                            "",
                            ""),
                    new Text("the amount is not a number: a letter O", "сумма не число: буква O")),
            new Dirt(
                    "activities.csv",
                    List.of(
                            "T99001",
                            "call",
                            "out",
                            "",
                            "2026-02-31 10:00",
                            "5",
                            "seller-01",
                            "C0001",
                            "",
                            "K0001-1",
                            ""),
                    new Text("there is no such day", "такого дня нет")),
            new Dirt(
                    "activities.csv",
                    List.of(
                            "id",
                            "kind",
                            "direction",
                            "place",
                            "at",
                            "minutes",
                            "employee",
                            "client",
                            "deal",
                            "contact",
                            "product"),
                    new Text("the header again", "заголовок ещё раз")),
            new Dirt(
                    "activities.csv",
                    List.of(
                            "T99002",
                            "fax",
                            "out",
                            "",
                            "2026-03-04 10:00",
                            "5",
                            "seller-01",
                            "C0001",
                            "",
                            "K0001-1",
                            ""),
                    new Text("the kind of contact is unknown", "вид контакта неизвестен")),
            new Dirt(
                    "leads.csv",
                    List.of("L9901", "2026-03-05", "seller-02", "website", "open", "", "", "", ""),
                    new Text("the date is not in the format of the file", "дата не в формате файла")));

    private final List<Table> tables = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();

    Flaws(List<Table> clean) {
        for (Table table : clean) {
            List<List<String>> extra = new ArrayList<>();
            for (Dirt dirt : DIRT) {
                if (dirt.file().equals(table.file())) {
                    extra.add(dirt.row());
                    flaws.add(new Flaw(table.file(), 1 + table.rows().size() + extra.size(), dirt.reason()));
                }
            }
            tables.add(table.with(extra));
        }
    }

    List<Table> tables() {
        return List.copyOf(tables);
    }

    List<Flaw> all() {
        return List.copyOf(flaws);
    }
}
