package norma.standard.check;

import java.util.LinkedHashSet;
import java.util.Set;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.DeviationRule;
import norma.standard.Message;

/** A message that says less in one language than in the other. */
final class MessagePlaces extends Lint {

    MessagePlaces() {
        super(
                "message-places",
                Severity.WARNING,
                new Text(
                        "Readers of both languages should learn the same. A value that only one text shows was most likely"
                                + " forgotten in the other.",
                        "Читатели обоих языков должны узнавать одно и то же. Значение, которое показано только в одном"
                                + " тексте, в другом, скорее всего, забыли."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        for (DeviationRule rule : draft.standards().deviations().values()) {
            Set<String> en = places(rule.message().en());
            Set<String> ru = places(rule.message().ru());
            missing(en, ru, "message.ru", rule, problems);
            missing(ru, en, "message.en", rule, problems);
        }
    }

    private void missing(Set<String> there, Set<String> here, String key, DeviationRule rule, Problems problems) {
        for (String name : there) {
            if (here.contains(name)) continue;
            problems.add(at(
                    rule.place().value(key),
                    new Text(
                            "'{" + name + "}' stands in the other language and not here",
                            "«{" + name + "}» есть в тексте на другом языке, а здесь нет")));
        }
    }

    private static Set<String> places(Message.Template template) {
        Set<String> places = new LinkedHashSet<>();
        for (Message.Part part : template.parts())
            if (part instanceof Message.Part.Place place) places.add(place.name());
        return places;
    }
}
