package norma.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DueCasesTest {

    private final DueCases due = new DueCases();

    @Test
    void the_time_that_was_set_last_is_a_cases_own() {
        due.set(of("D1"), 30);
        due.set(of("D2"), 20);
        due.set(of("D1"), 10);
        assertEquals(10, due.next());
        due.set(of("D1"), 40);
        assertEquals(20, due.next());
        assertEquals(List.of(of("D2")), due.due(39));
        assertEquals(List.of(of("D1")), due.due(40));
        assertEquals(DueQueue.NEVER, due.next());
    }

    @Test
    void what_is_never_due_is_no_more() {
        due.set(of("D1"), 10);
        due.set(of("D2"), 10);
        due.set(of("D1"), DueQueue.NEVER);
        due.set(of("D3"), DueQueue.NEVER);
        assertEquals(List.of(of("D2")), due.due(10));
        assertEquals(List.of(), due.due(DueQueue.NEVER));
    }

    @Test
    void they_come_in_the_order_of_their_times_and_at_one_time_in_that_in_which_they_were_set() {
        due.set(of("D3"), 20);
        due.set(of("D2"), 10);
        due.set(of("D1"), 10);
        assertEquals(List.of(of("D2"), of("D1"), of("D3")), due.due(20));
    }

    private static Case of(String deal) {
        return new Case("stuck", "deal", deal);
    }
}
