package norma.server.notify;

import java.util.Optional;
import java.util.function.Supplier;

/** Where letters to a person go: as the routes say; else as facts do. */
final class Addresses {

    private final Supplier<Routes> routes;
    private volatile Staff staff = Staff.NOBODY;

    Addresses(Supplier<Routes> routes) {
        this.routes = routes;
    }

    void know(Staff now) {
        staff = now;
    }

    /** @param person an employee, one of the people of the routes, or an address itself */
    Optional<String> of(String person) {
        Routes.Person known = routes.get().people().get(person);
        if (known != null) return Optional.of(known.mail());
        if (RoutesFile.isMail(person)) return Optional.of(person);
        return Optional.ofNullable(staff.mails().get(person));
    }
}
