package norma.server.demo;

import java.util.ArrayList;
import java.util.List;

/** What the company sells: three products in each of four lines. */
record Product(String id, String title, String line, long price) {

    private static final List<String> LINES = List.of("equipment", "components", "software", "services");

    static List<Product> catalogue() {
        List<Product> all = new ArrayList<>();
        for (String line : LINES) {
            for (int i = 1; i <= 3; i++) {
                int number = all.size() + 1;
                all.add(new Product(
                        "P" + Cell.number(number, 2),
                        "Product " + Cell.number(number, 2),
                        line,
                        Kopecks.roubles(5_000L * i * (LINES.size() - LINES.indexOf(line)))));
            }
        }
        return all;
    }

    static Table table() {
        return new Table(
                "products.csv",
                List.of("id", "name", "line", "price"),
                catalogue().stream()
                        .map(p -> List.of(p.id(), p.title(), p.line(), Cell.money(p.price())))
                        .toList());
    }
}
