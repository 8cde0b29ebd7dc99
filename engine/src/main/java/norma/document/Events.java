package norma.document;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * What the parser finds in a text. It is asked itself, since SnakeYAML's front makes with each reader what builds and
 * writes objects, which nobody here wants.
 */
record Events(String text, LoaderOptions options) implements Iterable<Event> {

    @Override
    public Iterator<Event> iterator() {
        Parser parser = new ParserImpl(new StreamReader(text), options);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return parser.peekEvent() != null;
            }

            @Override
            public Event next() {
                if (!hasNext()) throw new NoSuchElementException();
                return parser.getEvent();
            }
        };
    }
}
