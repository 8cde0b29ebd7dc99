package norma.server.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a form in {@code application/x-www-form-urlencoded}, as webhooks send it. A key {@code leads[update][0][id]} is the
 * path {@code leads.update.0.id}: where {@code rows} names {@code leads.update}, that is {@code id} of its first row. Without
 * {@code rows} the whole form is one row.
 */
final class FormRows implements Rows {

    private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)\\]");

    private final List<Map<String, String>> rows;
    private final List<String> columns;

    private FormRows(List<Map<String, String>> rows, List<String> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    static FormRows open(Path file, Layout layout) throws IOException, Unreadable {
        Map<String, String> form = form(file, layout.encoding());
        List<Map<String, String>> rows = new ArrayList<>();
        if (!layout.rows().isEmpty()) layout.rows().forEach(where -> rows.addAll(rows(form, where)));
        else if (!form.isEmpty()) rows.add(form);
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        if (!columns.isEmpty()) columns.addAll(layout.optional());
        return new FormRows(rows, List.copyOf(columns));
    }

    private static Map<String, String> form(Path file, Charset encoding) throws IOException, Unreadable {
        StringWriter text = new StringWriter();
        try (BufferedReader reader = TextFile.open(file, encoding)) {
            reader.transferTo(text);
        }
        Map<String, String> form = new LinkedHashMap<>();
        Map<String, Integer> unnumbered = new HashMap<>();
        for (String pair : text.toString().strip().split("&")) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            String key = decoded(equals < 0 ? pair : pair.substring(0, equals), encoding);
            form.put(path(key, unnumbered), equals < 0 ? "" : decoded(pair.substring(equals + 1), encoding));
        }
        return form;
    }

    private static String decoded(String text, Charset encoding) throws Unreadable {
        try {
            return URLDecoder.decode(text, encoding);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Reason.BROKEN, "this is no form: " + text, "это не форма: " + text);
        }
    }

    /** @param unnumbered how often a list has come that is written {@code tags[]} */
    private static String path(String key, Map<String, Integer> unnumbered) {
        int bracket = key.indexOf('[');
        if (bracket <= 0) return key;
        StringBuilder path = new StringBuilder(key.substring(0, bracket));
        Matcher step = STEP.matcher(key.substring(bracket));
        while (step.find()) {
            String name = step.group(1);
            if (name.isEmpty()) name = Integer.toString(unnumbered.merge(path.toString(), 1, Integer::sum) - 1);
            path.append('.').append(name);
        }
        return path.toString();
    }

    /** What stands below {@code where.0}, {@code where.1} and so on. */
    private static List<Map<String, String>> rows(Map<String, String> form, String where) {
        Pattern item = Pattern.compile(Pattern.quote(where) + "\\.(\\d{1,9})\\.(.+)");
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        form.forEach((path, value) -> {
            Matcher found = item.matcher(path);
            if (found.matches())
                rows.computeIfAbsent(Integer.valueOf(found.group(1)), number -> new LinkedHashMap<>())
                        .put(found.group(2), value);
        });
        return List.copyOf(rows.values());
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void read(Receiver receiver) {
        long number = 0;
        for (Map<String, String> row : rows) {
            @Nullable String[] cells = new String[columns.size()];
            for (int i = 0; i < cells.length; i++) cells[i] = row.get(columns.get(i));
            receiver.row(++number, cells);
        }
    }
}
