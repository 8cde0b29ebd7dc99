package norma.server.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import norma.diagnostics.Text;

/** What was planted, for people and for tests. */
final class Answers {

    private Answers() {}

    static List<Planted> planted(Staff staff, Clients clients, Deals deals) {
        List<Planted> all = new ArrayList<>();
        for (DealPart part : DealPart.values()) {
            add(
                    all,
                    part,
                    "deal",
                    deals.all().stream()
                            .filter(deal -> deal.part() == part)
                            .map(Deal::id)
                            .toList());
        }
        for (ClientPart part : ClientPart.values()) {
            add(all, part, "client", ids(clients.all(), client -> client.part() == part ? client.id() : ""));
        }
        for (StaffPart part : StaffPart.values()) {
            add(all, part, "employee", ids(staff.sellers(), seller -> seller.part() == part ? seller.id() : ""));
        }
        all.add(new Planted(
                "team_behind_plan",
                false,
                "team",
                List.of(Staff.TEAM_BEHIND_PLAN),
                new Text(
                        "the revenue of the last three months is about half of the plan",
                        "выручка последних трёх месяцев около половины плана")));
        all.add(new Planted(
                "head_team_breaks_norms",
                false,
                "employee",
                List.of(Staff.HEAD_IN_TROUBLE),
                new Text(
                        "most kinds of the planted problems meet in this head's team",
                        "в команде этого руководителя сошлось большинство видов отклонений")));
        return List.copyOf(all);
    }

    private static <T> List<String> ids(List<T> among, Function<T, String> idOrEmpty) {
        return among.stream().map(idOrEmpty).filter(id -> !id.isEmpty()).toList();
    }

    private static void add(List<Planted> all, Part part, String subject, List<String> ids) {
        if (!part.ordinary()) {
            all.add(new Planted(part.kind(), part.control(), subject, ids, part.why()));
        }
    }

    static String json(Setting setting, String title, List<Planted> planted, List<Flaws.Flaw> flaws) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("generated", true).put("company", title).put("seed", setting.seed());
        root.put("as_of", setting.asOf().toString());
        ArrayNode problems = root.putArray("planted");
        ArrayNode controls = root.putArray("controls");
        for (Planted each : planted) {
            ObjectNode node = (each.control() ? controls : problems).addObject();
            node.put("kind", each.kind()).put("subject", each.subject());
            each.ids().forEach(node.putArray("ids")::add);
            put(node, each.control() ? "why_not" : "find", each.why());
        }
        ArrayNode rejects = root.putArray("rejects");
        for (Flaws.Flaw flaw : flaws) {
            put(rejects.addObject().put("file", flaw.file()).put("line", flaw.line()), "reason", flaw.reason());
        }
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        try {
            return mapper.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text and numbers can always be written", e);
        }
    }

    private static void put(ObjectNode node, String name, Text text) {
        node.putObject(name).put("en", text.en()).put("ru", text.ru());
    }
}
