package io.github.diplograph.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTests {

    @Test
    void of_two_equally_near_the_one_that_begins_alike_is_meant() {
        assertThat(Nearest.to("Polland", List.of("Holland", "Poland"))).contains("Poland");
        assertThat(Nearest.to("Polland", List.of("Poland", "Holland"))).contains("Poland");
    }

    @Test
    void of_two_that_begin_alike_the_alphabetically_first_is_meant() {
        assertThat(Nearest.to("vates", List.of("votes", "vales"))).contains("vales");
    }
}
