package norma.server.handbook;

import java.util.List;
import norma.server.handbook.Handbook.Chapter;
import norma.server.handbook.Handbook.Entry;
import norma.server.handbook.Handbook.Run;
import norma.server.handbook.Handbook.Table;

/** Writes a handbook as one page of HTML that needs nothing beside it. */
public final class Html {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1d2430; --dim: #5b6675; --page: #ffffff; --card: #f6f7f9;
              --line: #dde1e7; --link: #0b57d0; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e3e7ee; --dim: #9aa5b5; --page: #14171c; --card: #1c2027; --line: #323945; --link: #8ab4f8; }
            }
            * { box-sizing: border-box; }
            body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); }
            a { color: var(--link); text-decoration: none; }
            a:hover { text-decoration: underline; }
            nav { padding: 1.5rem; border-bottom: 1px solid var(--line); }
            nav ul { list-style: none; margin: 0 0 1rem; padding: 0; font-size: .9rem; }
            main { padding: 1.5rem; max-width: 62rem; }
            h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
            h2 { margin: 3rem 0 .25rem; }
            article { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem;
              margin: 1rem 0; scroll-margin-top: 1rem; }
            article:target { border-color: var(--link); }
            h3 { margin: 0; font-size: 1.1rem; }
            .dim, dt { color: var(--dim); font-size: .875rem; }
            dl { display: grid; align-items: baseline; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .35rem 1rem; margin: .75rem 0 0; }
            dd { margin: 0; overflow-wrap: anywhere; }
            dd a { text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .2em; }
            .dim a { overflow-wrap: anywhere; }
            code { font: .875em/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
            .table { overflow-x: auto; margin-top: .75rem; }
            table { border-collapse: collapse; width: 100%; font-size: .9rem; }
            th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
            th { color: var(--dim); font-weight: 600; }
            @media screen and (max-width: 69.99rem) {
              nav { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; padding: 1rem 1.5rem; }
              nav ul { display: none; }
            }
            @media (min-width: 70rem) {
              body { display: grid; grid-template-columns: 20rem 1fr; }
              nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; border: 0; border-right: 1px solid var(--line); }
            }
            @media screen and (max-width: 40rem) {
              nav, main { padding: 1rem; }
              h1 { font-size: 1.4rem; }
              dl { grid-template-columns: 1fr; gap: 0; }
              dd { margin-bottom: .5rem; }
              thead { position: absolute; clip-path: inset(50%); }
              tr, td { display: block; border: 0; }
              tr { border-top: 1px solid var(--line); padding: .5rem 0; }
              td { display: grid; grid-template-columns: 8.5rem 1fr; gap: .75rem; padding: .1rem 0; }
              td::before { content: attr(data-column); color: var(--dim); }
              td:empty { display: none; }
            }
            @media print {
              :root { color-scheme: light; --ink: #000; --dim: #444; --page: #fff; --card: #fff; --line: #bbb; --link: #000; }
              body { display: block; font-size: 10pt; }
              nav { display: none; }
              main { max-width: none; padding: 0; }
              h2, h3 { break-after: avoid; }
              article, tr { break-inside: avoid; }
            }
            """;

    private final StringBuilder out = new StringBuilder();

    private Html() {}

    public static String of(Handbook book) {
        Html page = new Html();
        page.write(book);
        return page.out.toString();
    }

    private void write(Handbook book) {
        line("<!DOCTYPE html>");
        line("<html lang=\"" + book.language() + "\">").line("<head>").line("<meta charset=\"utf-8\"/>");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        line("<title>" + escaped(book.title()) + "</title>");
        line("<style>").line(STYLE + "</style>").line("</head>").line("<body>");
        line("<nav aria-label=\"" + escaped(book.contents()) + "\">");
        for (Chapter chapter : book.chapters()) {
            line("<strong>" + inner(chapter.id(), chapter.title()) + "</strong>")
                    .line("<ul>");
            for (Entry entry : chapter.entries()) line("<li>" + inner(entry.id(), entry.title()) + "</li>");
            line("</ul>");
        }
        line("</nav>").line("<main>").line("<h1>" + escaped(book.title()) + "</h1>");
        line("<p class=\"dim\">" + escaped(String.join(" ", book.about())) + "</p>");
        book.chapters().forEach(this::chapter);
        line("</main>").line("</body>").line("</html>");
    }

    private void chapter(Chapter chapter) {
        line("<section>").line("<h2 id=\"" + chapter.id() + "\">" + escaped(chapter.title()) + "</h2>");
        line("<p class=\"dim\">" + escaped(chapter.about()) + "</p>");
        chapter.entries().forEach(this::entry);
        line("</section>");
    }

    private void entry(Entry entry) {
        line("<article id=\"" + escaped(entry.id()) + "\">").line("<h3>" + escaped(entry.title()) + "</h3>");
        line("<div class=\"dim\">" + code(entry.id()) + " · " + outer(entry.href(), entry.place()) + "</div>");
        entry.note().ifPresent(note -> line("<p>" + escaped(note) + "</p>"));
        line("<dl>");
        for (Handbook.Line each : entry.lines())
            line("<dt>" + escaped(each.label()) + "</dt><dd>" + runs(each.said()) + "</dd>");
        line("</dl>");
        entry.table().ifPresent(this::table);
        line("</article>");
    }

    private void table(Table table) {
        line("<div class=\"table\"><table>").line("<thead>").line("<tr>");
        for (String column : table.head()) line("<th scope=\"col\">" + escaped(column) + "</th>");
        line("</tr>").line("</thead>").line("<tbody>");
        table.rows().forEach(row -> line(row(table.head(), row)));
        line("</tbody>").line("</table></div>");
    }

    /** Each cell names its column, for narrow screens, where they stand one below the other. */
    private static String row(List<String> head, List<String> cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++)
            row.append("<td data-column=\"")
                    .append(escaped(head.get(i)))
                    .append("\">")
                    .append(escaped(cells.get(i)))
                    .append("</td>");
        return row.append("</tr>").toString();
    }

    private static String runs(List<Run> runs) {
        StringBuilder said = new StringBuilder();
        Run before = null;
        for (Run run : runs) {
            if (before != null && !(run instanceof Run.Words) && !(before instanceof Run.Words)) said.append(", ");
            said.append(text(run));
            before = run;
        }
        return said.toString();
    }

    private static String text(Run run) {
        if (run instanceof Run.Code code) return code(code.text());
        if (run instanceof Run.Link link) return inner(link.id(), link.text());
        if (run instanceof Run.Place place) return outer(place.href(), place.text());
        return escaped(((Run.Words) run).text());
    }

    private static String code(String text) {
        return "<code>" + escaped(text) + "</code>";
    }

    private static String inner(String id, String text) {
        return "<a href=\"#" + escaped(id) + "\">" + escaped(text) + "</a>";
    }

    private static String outer(String href, String text) {
        return "<a href=\"" + escaped(href) + "\">" + escaped(text) + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private Html line(String text) {
        out.append(text).append('\n');
        return this;
    }
}
