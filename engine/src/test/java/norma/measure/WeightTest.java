package norma.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightTest {

    /** The factor's shortest decimal, whatever the binary number is that stands for it. */
    private static long expected(long amount, double factor) {
        return new BigDecimal(Double.toString(factor))
                .multiply(new BigDecimal(amount))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    @ParameterizedTest
    @CsvSource({
        "5, 0.5, 2",
        "15, 0.5, 8",
        "-5, 0.5, -2",
        "-15, 0.5, -8",
        "25, 0.1, 2",
        "35, 0.1, 4",
        "26, 0.1, 3",
        "100, -0.25, -25",
        "7, 0, 0",
        "7, 1, 7",
        "3, 1e-12, 0",
        "3, 1e3, 3000",
        "9000000000000000000, 1, 9000000000000000000"
    })
    void halvesGoToTheEvenNeighbour(long amount, double factor, long product) {
        assertEquals(product, new Weight(factor).of(amount));
    }

    @Test
    void anyAmountByAnyFactorIsTheDecimalProductRounded() {
        Random random = new Random(1);
        Weight.Lately weights = new Weight.Lately();
        for (int i = 0; i < 20_000; i++) {
            long amount = random.nextLong() >> random.nextInt(63);
            double factor =
                    i % 3 == 0 ? random.nextInt(101) / 100.0 : random.nextDouble() * Math.pow(10, -random.nextInt(12));
            assertEquals(expected(amount, factor), weights.of(factor).of(amount), amount + " by " + factor);
        }
    }

    @Test
    void aProductThatIsNoLongIsRefused() {
        assertThrows(ArithmeticException.class, () -> new Weight(10).of(Long.MAX_VALUE));
    }
}
