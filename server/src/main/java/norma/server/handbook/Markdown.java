package norma.server.handbook;

import java.util.List;
import java.util.stream.Collectors;
import norma.server.handbook.Handbook.Chapter;
import norma.server.handbook.Handbook.Entry;
import norma.server.handbook.Handbook.Run;
import norma.server.handbook.Handbook.Table;

/** Writes a handbook in Markdown with tables, as GitHub and others read it. */
public final class Markdown {

    private final StringBuilder out = new StringBuilder();

    private Markdown() {}

    public static String of(Handbook book) {
        Markdown page = new Markdown();
        page.write(book);
        return page.out.toString();
    }

    private void write(Handbook book) {
        line("# " + plain(book.title())).line("");
        line(String.join(" ", book.about().stream().map(Markdown::plain).toList()))
                .line("");
        line("## " + plain(book.contents())).line("");
        for (Chapter chapter : book.chapters()) {
            line("- [" + plain(chapter.title()) + "](#" + chapter.id() + ")");
            for (Entry entry : chapter.entries()) line("  - [" + plain(entry.title()) + "](#" + entry.id() + ")");
        }
        book.chapters().forEach(this::chapter);
    }

    private void chapter(Chapter chapter) {
        line("").line("<a id=\"" + chapter.id() + "\"></a>").line("");
        line("## " + plain(chapter.title())).line("").line(plain(chapter.about()));
        chapter.entries().forEach(this::entry);
    }

    private void entry(Entry entry) {
        line("").line("<a id=\"" + entry.id() + "\"></a>").line("");
        line("### " + plain(entry.title())).line("");
        line(code(entry.id()) + " · [" + plain(entry.place()) + "](<" + entry.href() + ">)")
                .line("");
        entry.note().ifPresent(note -> line(plain(note)).line(""));
        for (Handbook.Line each : entry.lines()) line("- **" + plain(each.label()) + ":** " + runs(each.said()));
        entry.table().ifPresent(this::table);
    }

    private void table(Table table) {
        line("").line(row(table.head())).line("|" + "---|".repeat(table.head().size()));
        table.rows().forEach(row -> line(row(row)));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::plain).collect(Collectors.joining(" | ", "| ", " |"));
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
        if (run instanceof Run.Link link) return "[" + plain(link.text()) + "](#" + link.id() + ")";
        if (run instanceof Run.Place place) return "[" + plain(place.text()) + "](<" + place.href() + ">)";
        return plain(((Run.Words) run).text());
    }

    /** Between more back quotes than it has itself. */
    private static String code(String text) {
        String fence = "`";
        while (text.contains(fence)) fence += "`";
        String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + pad + text.replace("\n", " ") + pad + fence;
    }

    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#{}])", "\\\\$1").replaceAll("\\s*\\n\\s*", " ");
    }

    private Markdown line(String text) {
        out.append(text).append('\n');
        return this;
    }
}
