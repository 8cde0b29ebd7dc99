package norma.server.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    /** The vector that the libraries of the specification are tested by. */
    @Test
    void signs_as_the_libraries_of_the_specification_do() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Signature.by("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                        .of(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1614265330,
                                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_не base64"})
    void what_is_no_secret_is_refused_and_not_repeated(String secret) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Signature.by(secret));
        assertFalse(secret.length() > 6 && String.valueOf(refused.getMessage()).contains(secret.substring(6)));
    }
}
