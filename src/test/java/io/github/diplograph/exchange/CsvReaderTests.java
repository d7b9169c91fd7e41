package io.github.diplograph.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReaderTests {

    @TempDir
    Path folder;

    @Test
    void a_row_is_malformed_wherever_in_it_something_stands_behind_a_quotation_mark() throws IOException {
        Path file = Files.writeString(folder.resolve("one.csv"), "\"a\"x,\"b\"\n\"a\",\"b\"\n\"a\",\"b\"x\n");
        try (CsvReader csv = CsvReader.open(file)) {
            assertThat(csv.next()).containsExactly("ax", "b");
            assertThat(csv.malformed()).isTrue();
            assertThat(csv.next()).containsExactly("a", "b");
            assertThat(csv.malformed()).isFalse();
            assertThat(csv.next()).containsExactly("a", "bx");
            assertThat(csv.malformed()).isTrue();
        }
    }
}
