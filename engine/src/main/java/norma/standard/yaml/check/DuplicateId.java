package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** Two things of one name. */
public final class DuplicateId extends Check {

    static final DuplicateId CHECK = new DuplicateId();

    private DuplicateId() {
        super(
                "duplicate-id",
                Severity.ERROR,
                new Text(
                        "Whoever names it could mean either, and which of them would hold would be chance. Give one"
                                + " another id, or remove it.",
                        "По такому имени можно понять и то и другое, и что из них подействует, решал бы случай. Дайте"
                                + " одному другой id или удалите его."));
    }

    public static Problem of(Written id, Span before) {
        return CHECK.at(
                        id.span(),
                        new Text(
                                "'" + id.text() + "' is defined in " + before.location() + " already",
                                "«" + id.text() + "» уже определено в " + before.location()))
                .also(before);
    }

    public static Problem model(Span span, Span before) {
        return CHECK.at(
                        span,
                        new Text(
                                "the model is described in " + before.location() + " already",
                                "модель уже описана в " + before.location()))
                .also(before);
    }

    public static Problem twice(Written id) {
        return CHECK.at(
                id.span(), new Text("'" + id.text() + "' stands here twice", "«" + id.text() + "» стоит здесь дважды"));
    }

    public static Problem isField(Written id, String type) {
        return CHECK.at(
                id.span(),
                new Text(
                        "'" + id.text() + "' is a field of " + type + " already",
                        "«" + id.text() + "» уже есть среди полей " + type));
    }

    /** Rules in DRL may raise one deviation, if it is of one type of fact. */
    public static Problem twoSubjects(Span span, String id, Span before, String theirs, String ours) {
        return CHECK.at(
                        span,
                        new Text(
                                "'" + id + "' is about a " + theirs + " in " + before.location() + ", and about a "
                                        + ours + " here",
                                "«" + id + "» в " + before.location() + " — о «" + theirs + "», а здесь — о «" + ours
                                        + "»"))
                .also(before);
    }
}
