package norma.document;

import norma.diagnostics.Text;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Says what the YAML parser stumbled over in words for somebody who is no programmer. */
final class Wording {

    private Wording() {}

    static Text of(YAMLException error) {
        String said = error instanceof MarkedYAMLException marked
                ? marked.getProblem() + ""
                : String.valueOf(error.getMessage());
        if (said.contains("'\\t(TAB)'") || said.contains("\\t"))
            return new Text(
                    "a tab cannot indent a line: use spaces", "табуляция не может быть отступом: используйте пробелы");
        if (said.contains("mapping values are not allowed"))
            return new Text(
                    "a second ': ' on the line, or a wrong indent: put the text in quotes or mend the indent",
                    "второе ': ' в строке или неверный отступ: возьмите текст в кавычки или поправьте отступ");
        if (said.contains("found unexpected end of stream"))
            return new Text("a quote that was opened is never closed", "открытая кавычка нигде не закрыта");
        if (said.contains("Nesting Depth"))
            return new Text(
                    "nested deeper than " + Document.MAX_DEPTH + " levels",
                    "вложенность больше " + Document.MAX_DEPTH + " уровней");
        return new Text("this is not well-formed YAML: " + said, "неправильный YAML: " + said);
    }
}
