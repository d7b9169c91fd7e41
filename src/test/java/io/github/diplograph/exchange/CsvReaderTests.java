package io.github.diplograph.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.diplograph.diagnostic.DiplographException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\u001f\u008b is no gzip", "\u00ff is not UTF-8"})
    void a_file_that_cannot_be_read_is_left_closed(String bytes) throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        assumeThat(descriptors).isDirectory();
        Path file = Files.write(folder.resolve("one.csv"), bytes.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> CsvReader.open(file)).isInstanceOf(DiplographException.class);

        try (Stream<Path> open = Files.list(descriptors)) {
            assertThat(open.filter(descriptor -> leadsTo(descriptor, file))).isEmpty();
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file.toRealPath());
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

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
