package norma.document;

import norma.diagnostics.Problem;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.diagnostics.check.TooDeep;
import norma.diagnostics.check.TooLong;
import norma.document.check.NotYaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says what the YAML parser stumbled over in words for somebody who is no programmer. */
final class Wording {

    private Wording() {}

    static final String TOO_DEEP = "Nesting Depth exceeded";

    static final String TOO_MANY = "Too many nodes";

    static final Text NUMBER_TOO_LARGE = new Text("a number that is too large", "слишком большое число");

    static final Text INVISIBLE_SPACE = new Text(
            "a no-break or invisible space stands in this line: type it anew",
            "в этой строке неразрывный или невидимый пробел: наберите его заново");

    static final Text UNSEEN = new Text(
            "a character that cannot be seen and does not belong in a text: remove it",
            "невидимый знак, которому не место в тексте: удалите его");

    static final Text NO_BLANK = new Text("a space is missing after ':'", "после «:» нужен пробел");

    static final Text NO_COLON = new Text("a key without ':'", "ключ без «:»");

    /** Whether the parser complains of how lines hang together, rather than of a certain character. */
    static boolean isOfStructure(YAMLException error) {
        String said = said(error);
        return said.contains("mapping values are not allowed")
                || said.contains("<block end>")
                || said.contains("could not find expected ':'")
                || said.contains("expected '<document start>'");
    }

    private static String said(YAMLException error) {
        return error instanceof MarkedYAMLException marked
                ? marked.getProblem() + ""
                : String.valueOf(error.getMessage());
    }

    static Problem of(YAMLException error, Span span) {
        String said = said(error);
        if (said.contains("Nesting Depth")) return TooDeep.document(span, Document.MAX_DEPTH);
        if (said.equals(TOO_MANY)) return TooLong.nodes(span, Document.MAX_NODES);
        return NotYaml.of(span, of(error));
    }

    static Text of(YAMLException error) {
        String said = said(error);
        if (said.contains("'\\t(TAB)'") || said.contains("\\t"))
            return new Text(
                    "a tab cannot indent a line: use spaces", "табуляция не может быть отступом: используйте пробелы");
        if (said.contains("mapping values are not allowed"))
            return new Text(
                    "a second ': ' on the line, or a wrong indent: put the text in quotes or mend the indent",
                    "второе ': ' в строке или неверный отступ: возьмите текст в кавычки или поправьте отступ");
        if (said.contains("found unexpected end of stream"))
            return new Text("a quote that was opened is never closed", "открытая кавычка нигде не закрыта");
        if (said.contains("cannot start any token"))
            return new Text(
                    "a value cannot start with " + quoted(said) + " here: put it in quotes",
                    "значение не может начинаться с " + quoted(said) + ": возьмите его в кавычки");
        if (said.contains("unknown escape character"))
            return new Text(
                    "\\ starts an escape in double quotes: use single quotes, or write \\\\",
                    "\\ в двойных кавычках открывает спецсимвол: возьмите одинарные кавычки или пишите \\\\");
        if (said.contains("expected ',' or '") || said.contains("expected the node content, but found '<stream end>'"))
            return new Text(
                    "a bracket that was opened is not closed, or a comma is missing",
                    "открытая скобка не закрыта или пропущена запятая");
        if (said.contains("<block end>") || said.contains("expected '<document start>'"))
            return new Text("this is indented differently from what stands above", "отступ не такой, как у строк выше");
        if (said.contains("could not find expected ':'")) return NO_COLON;
        if (said.contains("special characters are not allowed") || error instanceof ReaderException) return UNSEEN;
        return new Text("this is not well-formed YAML: " + said, "неправильный YAML: " + said);
    }

    /** The character that the parser names, in the quotes that it stands in. */
    private static String quoted(String said) {
        int open = said.indexOf('\'');
        int close = said.indexOf('\'', open + 1);
        return open >= 0 && close > open ? said.substring(open, close + 1) : "''";
    }
}
