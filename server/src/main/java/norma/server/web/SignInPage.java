package norma.server.web;

/**
 * Where somebody says who it is.
 *
 * @param next where to go then: a page of this server
 * @param name that was tried; empty at first
 * @param problem why it was not enough; empty at first
 * @param plain whether the browser seems to have come without encryption: it would not keep the sign of who it is
 */
public record SignInPage(Frame frame, String next, String name, String problem, boolean plain) {

    public String address() {
        return next.equals("/") ? "/sign-in" : "/sign-in?next=" + Address.encoded(next);
    }
}
