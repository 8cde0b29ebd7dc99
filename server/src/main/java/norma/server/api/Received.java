package norma.server.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How JSON of strangers is read: what is deeper, or has longer numbers, than anybody means is no JSON for us. */
public final class Received {

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .maxStringLength(4_000_000)
            .build();

    private Received() {}

    public static ObjectMapper json() {
        return new ObjectMapper(
                JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build());
    }
}
