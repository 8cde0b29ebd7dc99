package norma.server.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An e-mail as it will be sent, however often; the address is looked up when it is.
 *
 * @param stop the address that stops such mails
 */
record Letter(String language, String subject, String text, String html, String stop) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Letter read(String written) {
        try {
            return JSON.readValue(written, Letter.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a letter of the outbox cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
