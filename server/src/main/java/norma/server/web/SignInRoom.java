package norma.server.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.function.Function;
import norma.server.access.Gate;

/** Where people say who they are. */
final class SignInRoom {

    private final Gate gate;
    private final Templates templates;
    private final Function<Context, Frame> frames;

    SignInRoom(Gate gate, Templates templates, Function<Context, Frame> frames) {
        this.gate = gate;
        this.templates = templates;
        this.frames = frames;
    }

    void page(Context request) {
        if (!gate.isClosed()) request.redirect("/", HttpStatus.SEE_OTHER);
        else show(request, "", "");
    }

    private void show(Context request, String name, String problem) {
        String next = Address.back(request.queryParam("next"), "/");
        SignInPage page = new SignInPage(frames.apply(request), next, name, problem, Gate.isPlain(request));
        request.html(templates.write("signin", Map.of("page", page)));
    }

    void signIn(Context request) {
        String name = text(request, "name").strip();
        if (gate.signIn(request, name, text(request, "password"))) {
            request.redirect(Address.back(request.queryParam("next"), "/"), HttpStatus.SEE_OTHER);
            return;
        }
        request.status(HttpStatus.UNAUTHORIZED);
        show(
                request,
                name,
                frames.apply(request).say("Name and password do not match.", "Имя и пароль не подходят друг к другу."));
    }

    void signOut(Context request) {
        gate.signOut(request);
        request.redirect("/sign-in", HttpStatus.SEE_OTHER);
    }

    private static String text(Context request, String name) {
        String value = request.formParam(name);
        return value == null ? "" : value;
    }
}
