package norma.server.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import norma.server.access.Right;

/** The API as OpenAPI 3.1, and Swagger UI to read and try it. */
public final class Description {

    private static final String UI = "/api/docs";
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, String> FILES =
            Map.of("swagger-ui.css", "text/css; charset=utf-8", "swagger-ui-bundle.js", SCRIPT);
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Norma API</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="%1$s/swagger-ui.css">
              </head>
              <body>
                <main id="api"></main>
                <script src="%1$s/swagger-ui-bundle.js"></script>
                <script src="%1$s/show.js"></script>
              </body>
            </html>
            """.formatted(UI);
    private static final String SHOW =
            "SwaggerUIBundle({ url: '/openapi.yaml', dom_id: '#api', deepLinking: true, validatorUrl: null });\n";

    public void addTo(RoutesConfig routes) {
        routes.get("/openapi.yaml", Description::description, Right.ANYBODY);
        routes.get(UI, Description::page, Right.ANYBODY);
        routes.get(UI + "/show.js", context -> context.contentType(SCRIPT).result(SHOW), Right.ANYBODY);
        routes.get(UI + "/{file}", Description::file, Right.ANYBODY);
    }

    private static void description(Context context) {
        context.contentType("application/yaml; charset=utf-8").result(resource("openapi.yaml"));
    }

    /** Swagger UI writes styles into its elements; scripts come from here only. */
    private static void page(Context context) {
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                        + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        context.html(PAGE);
    }

    private static void file(Context context) {
        String name = context.pathParam("file");
        String type = FILES.get(name);
        if (type == null) throw new NotFoundResponse();
        context.contentType(type).result(resource(WEBJAR + name));
    }

    private static String version() {
        try (InputStream in = resource("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            Properties said = new Properties();
            said.load(in);
            return said.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Description.class.getResourceAsStream(name), name);
    }
}
