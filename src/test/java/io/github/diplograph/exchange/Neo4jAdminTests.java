package io.github.diplograph.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.corpus.Corpus;
import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Progress;
import io.github.diplograph.graph.Graph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Neo4jAdminTests {

    private static final ZonedDateTime SEEN = ZonedDateTime.of(2024, 3, 25, 12, 0, 0, 0, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void writes_a_file_for_each_label_and_type_and_unites_the_sources_of_what_documents_share() {
        assertThat(files(Handmade.ofTwoDocuments(), "out"))
                .containsEntry(
                        "nodes/4-State.csv",
                        """
                        :ID,id:string,sources:string[],aliases:string[],name:string
                        0,chad,news/a#1\u001Fnews/b#1,"Tchad\u001FChad, Republic of",Chad
                        4,union,news/b#1,,Union
                        """
                                .replace("news/a#1\u001Fnews/b#1", "\"news/a#1\u001Fnews/b#1\""))
                .containsEntry(
                        "nodes/1-Claim.csv",
                        """
                        :ID,id:string,firstSeen:datetime,name:string
                        1,news/a#1,2024-03-25T12:00Z,one
                        """)
                .containsEntry(
                        "nodes/3-Claim.csv",
                        """
                        :ID,id:string,firstSeen:datetime,name:string,note:string
                        5,news/b#1,2024-03-25T12:00Z,two,"in two
                        lines"
                        """)
                .containsEntry(
                        "relationships/3-VOTED.csv",
                        """
                        :START_ID,:END_ID,id:string,sources:string[],choice:string
                        0,2,news/v|chad,news/a#1,for
                        """);
    }

    @Test
    void says_what_the_importer_must_be_told_and_what_must_be_run_after_it() {
        Map<String, String> files = files(Handmade.ofTwoDocuments(), "out");
        assertThat(files.get("import.args"))
                .startsWith(
                        """
                        "--id-type=integer"
                        "--array-delimiter=U+001F"
                        "--bad-tolerance=0"
                        "--multiline-fields=nodes/3-Claim.csv"
                        "--multiline-fields-format=v2"
                        """)
                .contains("\"--nodes=_Diplograph:State=nodes/", "\"--relationships=VOTED=relationships/");
        assertThat(files.get("schema.cypher"))
                .contains(
                        "CREATE CONSTRAINT `diplograph_id` IF NOT EXISTS FOR (n:`_Diplograph`) REQUIRE n.`id` IS UNIQUE;",
                        "CREATE CONSTRAINT `diplograph_type_VOTED` IF NOT EXISTS FOR ()-[r:`VOTED`]-() REQUIRE r.`id` IS"
                                + " UNIQUE;");
        assertThat(files.get("load.sh")).startsWith("#!/bin/sh\n").contains("@import.args", "schema.cypher");
        assertThat(files.get("README.md")).startsWith("# news for Neo4j's offline importer\n");
    }

    @Test
    void writes_the_same_files_for_the_same_graph() {
        Graph graph = Graph.of(Corpus.read(Path.of("src/corpus")));
        Map<String, String> first = files(graph, "first");
        assertThat(first).hasSizeGreaterThan(50);
        assertThat(files(graph, "second")).isEqualTo(first);
    }

    @Test
    void gives_values_of_another_type_a_file_of_their_own() {
        Map<String, String> files = files(Handmade.hostile(), "out");
        assertThat(files.entrySet().stream()
                        .filter(file -> file.getKey().contains("-State"))
                        .map(file -> file.getValue().lines().findFirst().orElse("")))
                .contains(
                        ":ID,id:string,sources:string[],aliases:string[],days:date[],flags:boolean[],name:string,numbers:long[],value:date",
                        ":ID,id:string,sources:string[],name:string,value:double");
    }

    @Test
    void gives_what_there_is_much_of_a_file_of_its_own() {
        Map<String, String> files = files(Handmade.ofManyClaims(), "out");
        assertThat(files.keySet().stream().filter(file -> file.contains("Claim")))
                .containsExactly("nodes/1-Claim.csv", "nodes/2-Claim.csv");
        assertThat(files.get("nodes/1-Claim.csv").lines()).hasSize(1001);
        assertThat(files.get("nodes/2-Claim.csv"))
                .isEqualTo(
                        """
                        :ID,id:string,firstSeen:datetime,name:string,note:string
                        1000,news/a#last,2024-03-25T12:00Z,last,it differs
                        """);
    }

    @Test
    void says_where_nothing_can_be_written() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Neo4jAdmin.write(Handmade.ofTwoDocuments(), file, SEEN, Progress.NONE))
                .isInstanceOf(DiplographException.class)
                .hasMessageStartingWith("cannot write " + file)
                .hasMessageEndingWith("; is there room on the disk, and may you write?");
    }

    private Map<String, String> files(Graph graph, String name) {
        Path out = folder.resolve(name);
        Neo4jAdmin.write(graph, out, SEEN, Progress.NONE);
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> out.relativize(file).toString().replace('\\', '/'),
                            Neo4jAdminTests::read,
                            (one, other) -> one,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
