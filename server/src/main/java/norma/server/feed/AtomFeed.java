package norma.server.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed as Atom (RFC 4287), its pages linked by RFC 5005. */
final class AtomFeed {

    static final String TYPE = "application/atom+xml; charset=utf-8";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(Feed feed) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new AtomFeed(xml).write(feed);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void write(Feed feed) throws XMLStreamException {
        xml.writeStartDocument("utf-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:lang", feed.language());
        element("id", feed.id());
        element("title", feed.title());
        element("updated", time(feed.at()));
        xml.writeStartElement("author");
        element("name", "Norma");
        xml.writeEndElement();
        link("self", feed.self(), "application/atom+xml");
        link("alternate", feed.home(), "text/html");
        if (!feed.next().isEmpty()) link("next", feed.next(), "application/atom+xml");
        for (Item item : feed.items()) entry(item);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Item item) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", item.id());
        element("title", item.title());
        element("published", time(item.at()));
        element("updated", time(item.at()));
        link("alternate", item.page(), "text/html");
        for (var tag : new TreeMap<>(item.tags()).entrySet()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", tag.getValue());
            xml.writeAttribute("label", tag.getKey() + ": " + tag.getValue());
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(readable(item.text()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(readable(text));
        xml.writeEndElement();
    }

    private void link(String relation, String address, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    private static String time(long at) {
        return Instant.ofEpochMilli(at).toString();
    }

    /** What facts say may hold characters that XML 1.0 has no way to write. */
    private static String readable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().map(each -> isXml(each) ? each : '\uFFFD').forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isXml(int each) {
        return each == '\t'
                || each == '\n'
                || each == '\r'
                || each >= 0x20 && each <= 0xD7FF
                || each >= 0xE000 && each <= 0xFFFD
                || each >= 0x10000;
    }
}
