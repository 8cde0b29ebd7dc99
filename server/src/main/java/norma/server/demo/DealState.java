package norma.server.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The values of a deal's card after a change; amounts in kopecks. */
record DealState(
        Stage stage,
        String status,
        long amount,
        LocalDate expectedClose,
        String nextStep,
        @Nullable LocalDate nextStepOn,
        String lostReason) {

    static final String OPEN = "open";
    static final String WON = "won";
    static final String LOST = "lost";

    static DealState opened(Stage stage, long amount, LocalDate expectedClose) {
        return new DealState(stage, OPEN, amount, expectedClose, "", null, "");
    }

    DealState at(Stage other) {
        return new DealState(other, status, amount, expectedClose, nextStep, nextStepOn, lostReason);
    }

    DealState worth(long other) {
        return new DealState(stage, status, other, expectedClose, nextStep, nextStepOn, lostReason);
    }

    DealState expected(LocalDate day) {
        return new DealState(stage, status, amount, day, nextStep, nextStepOn, lostReason);
    }

    DealState next(String step, LocalDate on) {
        return new DealState(stage, status, amount, expectedClose, step, on, lostReason);
    }

    DealState withoutNext() {
        return new DealState(stage, status, amount, expectedClose, "", null, lostReason);
    }

    DealState won() {
        return new DealState(stage, WON, amount, expectedClose, "", null, "");
    }

    DealState lost(String reason) {
        return new DealState(stage, LOST, amount, expectedClose, "", null, reason);
    }

    int probability() {
        return switch (status) {
            case WON -> 100;
            case LOST -> 0;
            default -> stage.probability;
        };
    }

    String forecast() {
        return status.equals(LOST) ? "omitted" : status.equals(WON) ? "commit" : stage.forecast;
    }
}
