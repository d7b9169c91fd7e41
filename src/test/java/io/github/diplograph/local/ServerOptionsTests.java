package io.github.diplograph.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerOptionsTests {

    @TempDir
    Path store;

    private ServerOptions options() {
        return new ServerOptions(store, store.resolve("server"));
    }

    private void database(long megabytes) throws IOException {
        Path folder = Files.createDirectories(store.resolve("data/databases/neo4j"));
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("neostore").toFile(), "rw")) {
            file.setLength(megabytes << 20);
        }
    }

    @Nested
    class Memory_that_nobody_has_chosen {

        @Test
        void is_little_for_a_small_store() throws IOException {
            assertThat(options().heap()).isEqualTo(512);
            assertThat(options().pageCache()).isEqualTo(64);
            database(3);
            assertThat(options().pageCache()).isEqualTo(64);
        }

        @Test
        void has_room_for_the_pages_of_the_store() throws IOException {
            database(100);

            assertThat(options().pageCache()).isEqualTo(100);
            assertThat(options().configuration(0, Optional.empty()))
                    .containsEntry("server.memory.pagecache.size", "100m");
        }

        @Test
        void is_more_for_long_work_where_the_machine_has_it() {
            assertThat(options().sustained().heap()).isEqualTo(Memory.share(512, 1024));
            assertThat(options().sustained().pageCache()).isEqualTo(Memory.share(64, 512));
        }

        @Test
        void is_at_most_a_quarter_of_the_machine_but_not_less_than_is_needed() {
            assertThat(Memory.share(64, 100, 8192)).isEqualTo(100);
            assertThat(Memory.share(64, 5000, 8192)).isEqualTo(2048);
            assertThat(Memory.share(64, 5000, 100)).isEqualTo(64);
        }
    }

    @Test
    void memory_that_was_chosen_stays() throws IOException {
        database(700);

        ServerOptions chosen = options().heap(700).pageCache(32).sustained();

        assertThat(chosen.heap()).isEqualTo(700);
        assertThat(chosen.pageCache()).isEqualTo(32);
    }
}
