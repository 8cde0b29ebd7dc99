package norma.server.feed;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import norma.server.report.Happened;
import norma.server.report.Prose;
import norma.server.report.Told;
import norma.server.store.Deviations;
import norma.server.store.Events;

/**
 * One thing that happened to a deviation, in its reader's language.
 *
 * @param id the same for everybody and for ever
 * @param page an absolute address
 * @param at epoch milliseconds
 * @param rule by its identifier
 */
record Item(
        String id,
        String page,
        String title,
        String text,
        long at,
        long event,
        long deviation,
        String kind,
        String rule,
        String severity) {

    /** What feeds tell of. */
    static final Set<String> KINDS = Set.of("raised", "worsened", "cleared");

    /** @param row the deviation as it is now, @param root of all addresses, without a slash at its end */
    static Item of(Events.Event event, Deviations.Row row, Prose prose, UUID installation, String root) {
        Told before = Told.of(event.body());
        Told told = before.has("rule") ? before : Told.of(row.body());
        String title = prose.say(told.text("title"));
        return new Item(
                urn(installation, "event/" + event.seq()),
                root + "/deviations/" + row.number(),
                Happened.headline(event.kind(), prose) + ": " + title + " — " + told.subject(prose),
                text(event.kind(), told, row, prose),
                event.at(),
                event.seq(),
                row.number(),
                event.kind(),
                row.rule(),
                before.has("severity")
                        ? before.word("severity")
                        : row.severity().word());
    }

    static String urn(UUID installation, String what) {
        byte[] name = (installation + "/" + what).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
    }

    private static String text(String kind, Told told, Deviations.Row row, Prose prose) {
        String said = told.message(prose);
        if (kind.equals("cleared")) said = prose.say("It was: ", "Было: ") + said;
        return row.stake() == null
                ? said
                : said
                        + prose.say(". At stake: ", ". Под угрозой: ")
                        + prose.glance(Objects.requireNonNull(row.stake()));
    }

    /** How a reader of feeds may sort it. */
    Map<String, String> tags() {
        return Map.of("rule", rule, "severity", severity, "kind", kind);
    }
}
