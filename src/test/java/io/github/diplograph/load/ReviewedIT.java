package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** What was reviewed is what is applied, also where somebody else writes at the same time. */
@Neo4jTest
class ReviewedIT {

    private final Driver driver;
    private final Loader loader;

    ReviewedIT(Driver driver) {
        this.driver = driver;
        this.loader = Loader.of(driver, null);
    }

    @Test
    void what_somebody_else_writes_while_the_apply_begins_is_noticed() {
        loader.apply(said("for").graph(), Progress.NONE);
        Plan plan = loader.plan(said("against").graph(), nothing -> {}, Progress.NONE);
        Clock meanwhile = new Meanwhile(() -> loader.apply(said("abstained").graph(), Progress.NONE));

        assertThatThrownBy(() -> loader.apply(
                        said("against").graph(),
                        Options.NONE.reviewed(plan.fingerprint()).at(meanwhile),
                        Progress.NONE))
                .isInstanceOf(DiplographException.class)
                .hasMessage("the graph has changed since the plan was reviewed; nothing was applied: run `diplograph"
                        + " plan` again");
        assertThat(Dump.ours(driver)).contains("choice=abstained").doesNotContain("choice=against");
    }

    private static Sketch said(String choice) {
        Sketch news = new Sketch("news");
        news.document("registry").bundled("State", "chad", Map.of("name", "Chad"));
        news.document("first").vote("vote", Map.of(), Map.of("chad", choice));
        return news;
    }

    /** A clock at whose first look something happens: an apply looks when it begins. */
    private static final class Meanwhile extends Clock {

        private final AtomicReference<Runnable> happens;

        Meanwhile(Runnable happens) {
            this.happens = new AtomicReference<>(happens);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.system(zone);
        }

        @Override
        public Instant instant() {
            happens.getAndSet(() -> {}).run();
            return Instant.now();
        }
    }
}
