package norma.server.web;

/** What a form asks for cannot be done; the message is for whoever sent it, in the language of the page. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message, null, false, false);
    }
}
