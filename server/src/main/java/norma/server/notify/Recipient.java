package norma.server.notify;

/** Who is told, as the outbox writes it. */
final class Recipient {

    private static final String PERSON = "person:";
    private static final String WEBHOOK = "webhook:";

    private Recipient() {}

    static String person(String id) {
        return PERSON + id;
    }

    static String webhook(String id) {
        return WEBHOOK + id;
    }

    static boolean isWebhook(String recipient) {
        return recipient.startsWith(WEBHOOK);
    }

    static String id(String recipient) {
        return recipient.substring(recipient.indexOf(':') + 1);
    }
}
