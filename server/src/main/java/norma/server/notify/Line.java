package norma.server.notify;

import java.util.Objects;
import norma.server.report.Happened;
import norma.server.report.Prose;
import norma.server.report.Told;
import norma.server.store.Deviations;
import org.jspecify.annotations.Nullable;

/**
 * One thing as a letter says it.
 *
 * @param page an absolute address
 */
record Line(String title, String text, String page) {

    /** @param root of all addresses, without a slash at its end */
    static Line of(News news, Prose prose, String root) {
        Deviations.@Nullable Row row = news.row();
        if (row == null) return ofWorkings(news, prose, root);
        Line standing = of(row, news.told(), prose, root);
        String what = news.again()
                ? prose.say("Unanswered still", "Всё ещё без ответа")
                : Happened.headline(news.event().kind(), prose);
        return new Line(what + ": " + standing.title(), standing.text(), standing.page());
    }

    static Line of(Deviations.Row row, Told told, Prose prose, String root) {
        String stake = row.stake() == null
                ? ""
                : prose.say(". At stake: ", ". Под угрозой: ") + prose.glance(Objects.requireNonNull(row.stake()));
        return new Line(
                prose.say(told.text("title")) + " — " + told.subject(prose),
                told.message(prose) + stake,
                root + "/deviations/" + row.number());
    }

    private static Line ofWorkings(News news, Prose prose, String root) {
        Told told = Told.of(news.event().body());
        String subject = told.has("rule") ? told.word("rule") : told.word("type");
        return new Line(
                Happened.headline(news.event().kind(), prose) + ": " + subject,
                prose.say(told.text("reason")),
                root + "/");
    }
}
