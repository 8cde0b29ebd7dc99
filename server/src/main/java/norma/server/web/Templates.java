package norma.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Writes a page by its template; the templates are compiled with the program. */
final class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    String write(String template, Map<String, Object> values) {
        StringOutput page = new StringOutput(16 * 1024);
        engine.render(template + ".jte", values, page);
        return page.toString();
    }
}
