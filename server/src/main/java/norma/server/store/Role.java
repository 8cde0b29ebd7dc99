package norma.server.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import norma.diagnostics.Text;

/** What somebody is to Norma; what each may do is told by the table of rights. */
public enum Role {
    VIEWER(new Text("viewer", "наблюдатель")),
    SELLER(new Text("seller", "продавец")),
    HEAD(new Text("head", "руководитель")),
    OPERATIONS(new Text("operations", "операционный отдел")),
    ADMINISTRATOR(new Text("administrator", "администратор"));

    private final Text title;

    Role(Text title) {
        this.title = title;
    }

    public Text title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** Whether it means nothing without saying which person of the firm it is. */
    public boolean isOfEmployee() {
        return this == SELLER || this == HEAD;
    }
}
