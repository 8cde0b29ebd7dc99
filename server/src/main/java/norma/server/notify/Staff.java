package norma.server.notify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.Engine;
import norma.expression.Undefined;
import norma.fact.Employee;
import norma.fact.Fact;

/** The employees who have not left, as the facts know them: who holds which position, and where the facts say it, who has which address. */
record Staff(Map<String, List<String>> holders, Map<String, String> mails) {

    /** Of an employee: where the model has it as an attribute, facts may bring addresses. */
    private static final String MAIL = "email";

    static final Staff NOBODY = new Staff(Map.of(), Map.of());

    /** On the engine's thread. */
    static Staff of(Engine engine) {
        Map<String, List<String>> holders = new HashMap<>();
        Map<String, String> mails = new HashMap<>();
        for (Fact fact : engine.facts(Employee.TYPE)) {
            Employee employee = (Employee) fact;
            if (!Undefined.is(employee.leftAtMillis()) && employee.leftAtMillis() <= engine.now()) continue;
            String position = employee.position();
            if (position != null)
                holders.computeIfAbsent(position, any -> new ArrayList<>()).add(employee.id());
            Object mail = employee.attributes().get(MAIL);
            if (mail instanceof String text && RoutesFile.isMail(text)) mails.put(employee.id(), text);
        }
        holders.values().forEach(each -> each.sort(null));
        return new Staff(holders, mails);
    }

    /** As for tasks: of several holders of a position the first by id. */
    Optional<String> holder(String position) {
        return holders.getOrDefault(position, List.of()).stream().findFirst();
    }
}
