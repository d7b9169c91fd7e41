package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.TestDatabase;
import io.github.diplograph.cli.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a plan shows, and that an apply does what was reviewed and nothing else. */
@Neo4jTest(oncePerClass = true)
class PlanIT {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{12}-[0-9a-f]{12}(-[a-z]+)*");
    private static final String VOTE = "extractions/vote.yaml";
    private static final String VOTE_TEXT =
            """
            article: {id: vote-report, title: The Council votes, published: 2024-03-25}
            votes:
              - {id: the-vote, body: UN Security Council, date: 2024-03-25, abstained: [US], for: [UK], passage: the US abstained}
            """;
    private static final String WORDS = "extractions/words.yaml";
    private static final String WORDS_TEXT =
            """
            article: {id: words-report, title: Words on the vote, published: 2024-03-26}
            votes:
              - {id: the-vote, against: [US], passage: voted against}
            statements:
              - {by: UK, verb: urged, towards: US, date: 2024-03-26, says: vote otherwise, passage: urged}
            """;

    @TempDir
    Path folder;

    private final TestDatabase database;
    private final Shell shell;
    private final Driver driver;

    PlanIT(TestDatabase database, Driver driver) {
        this.database = database;
        this.driver = driver;
        this.shell = Shell.plain().with(database.environment());
    }

    @BeforeEach
    void a_corpus_of_two_articles_on_one_vote() throws IOException {
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
        write("corpus.yaml", "name: news\ntitle: News of a vote\n");
        write(VOTE, VOTE_TEXT);
        write(WORDS, WORDS_TEXT);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Ran run(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, folder.toString()));
        arguments.addAll(List.of(more));
        return shell.run(arguments.toArray(String[]::new)).calm();
    }

    private static String masked(String text) {
        return FINGERPRINT.matcher(text).replaceAll("FINGERPRINT$1");
    }

    private static String fingerprint(Ran plan) {
        Matcher found = FINGERPRINT.matcher(plan.out());
        assertThat(found.find()).as(plan.toString()).isTrue();
        return found.group();
    }

    @Test
    void of_a_new_corpus_says_what_comes_in() {
        Ran plan = run("plan");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(masked(plan.out()))
                .isEqualTo(
                        """
                        News of a vote (news)
                        extractions/vote.yaml  new
                          adds      1 claim, vote "vote in UN Security Council, 2024-03-25", article "The Council votes", 3 edges
                        extractions/words.yaml  new
                          adds      2 claims, statement "United Kingdom urged United States", article "Words on the vote", 4 edges
                        the bundled registry  new
                          adds      organisation "UN Security Council", state "United Kingdom", state "United States", 2 edges
                        disputes
                          begins    vote "vote in UN Security Council, 2024-03-25": ballots
                        3 of 3 documents to write; nodes and edges: 28 added
                        fingerprint FINGERPRINT
                        """);
        assertThat(plan.complaints())
                .map(PlanIT::masked)
                .containsExactly(
                        "`diplograph apply --if FINGERPRINT`, with the same corpus and database, applies exactly this");
    }

    @Nested
    class Of_a_corpus_that_is_applied {

        @BeforeEach
        void is_applied() {
            assertThat(run("apply").code()).isZero();
        }

        @Test
        void is_empty_and_exits_with_0() {
            Ran plan = run("plan");

            assertThat(plan.code()).isZero();
            assertThat(plan.complaints()).isEmpty();
            assertThat(masked(plan.out()))
                    .isEqualTo(
                            """
                            News of a vote (news)
                            nothing to do: the database holds what the corpus says
                            fingerprint FINGERPRINT
                            """);
        }

        @Test
        void says_what_an_edit_changes_and_which_disputes_end() throws IOException {
            write(
                    WORDS,
                    WORDS_TEXT
                            .replace("against: [US], ", "counts: {for: 14}, ")
                            .replace("vote otherwise", "think again"));
            Ran plan = run("plan");

            assertThat(plan.code()).isEqualTo(3);
            assertThat(masked(plan.out()))
                    .isEqualTo(
                            """
                            News of a vote (news)
                            extractions/vote.yaml  changed
                              adds      1 edge
                              changes   vote "vote in UN Security Council, 2024-03-25": for 14 (new)
                              retracts  1 edge
                            extractions/words.yaml  changed
                              changes   1 claim
                                        statement "United Kingdom urged United States": says vote otherwise → think again
                              retracts  1 edge
                            disputes
                              ends      vote "vote in UN Security Council, 2024-03-25": ballots
                            2 of 3 documents to write; nodes and edges: 1 added, 4 changed, 2 retracted
                            fingerprint FINGERPRINT
                            """);
        }

        @Test
        void says_where_a_dispute_changes_sides() throws IOException {
            write(VOTE, VOTE_TEXT.replace("2024-03-25}\nvotes", "2024-03-27}\nvotes"));
            Ran plan = run("plan");

            assertThat(plan.out())
                    .contains(
                            "  turns     United States on vote in UN Security Council, 2024-03-25: shows abstained instead"
                                    + " of for or against\n");
        }

        @Test
        void shows_every_property_in_detail() throws IOException {
            write(WORDS, WORDS_TEXT.replace("vote otherwise", "think again"));
            Ran plan = run("plan", "--detail");

            assertThat(masked(plan.out()))
                    .isEqualTo(
                            """
                            News of a vote (news)

                            extractions/words.yaml
                              ~ claim "urged"
                                  says: vote otherwise → think again
                              ~ statement "United Kingdom urged United States"
                                  says: vote otherwise → think again

                            extractions/words.yaml  changed
                              changes   1 claim
                                        statement "United Kingdom urged United States": says vote otherwise → think again
                            1 of 3 documents to write; nodes and edges: 2 changed
                            fingerprint FINGERPRINT
                            """);
        }

        @Test
        void is_json_for_a_build() throws IOException {
            write(WORDS, WORDS_TEXT.replace("vote otherwise", "think again"));
            Ran plan = run("plan", "--format", "json", "--detail");

            assertThat(plan.code()).isEqualTo(3);
            JsonNode document = JsonMapper.builder().build().readTree(plan.out());
            assertThat(document.get("differs").asBoolean()).isTrue();
            assertThat(document.get("changedDocuments").get(0).get("document").asString())
                    .isEqualTo("news/extractions/words");
            JsonNode difference = document.get("differences")
                    .valueStream()
                    .filter(one -> one.get("is").asString().equals("Statement"))
                    .findFirst()
                    .orElseThrow();
            assertThat(difference.get("before").get("says").asString()).isEqualTo("vote otherwise");
            assertThat(difference.get("after").get("says").asString()).isEqualTo("think again");
        }

        @Test
        void tells_of_a_renamed_file() throws IOException {
            Files.move(folder.resolve(WORDS), folder.resolve("extractions/renamed.yaml"));

            assertThat(run("plan").out())
                    .contains(
                            """
                            extractions/words  gone, left alone: --prune would retract what it says
                            extractions/renamed.yaml looks like extractions/words under a new name: with --prune its claims move there, without it both count as sources
                            """);
            Ran pruning = run("plan", "--prune");
            assertThat(pruning.out())
                    .contains("extractions/words  gone, retracted\n  retracts  2 claims\n")
                    .contains("extractions/renamed.yaml looks like extractions/words under a new name: its claims move"
                            + " there\n");
        }

        @Test
        void finds_what_was_edited_by_hand_if_asked_to() {
            driver.executableQuery("MATCH (n:Statement) SET n.says = 'nothing', n.mine = 1")
                    .execute();
            driver.executableQuery("CREATE (:Vote:_Diplograph {id: 'news/ghost', name: 'a ghost'})")
                    .execute();
            assertThat(run("plan").code()).isZero();

            Ran plan = run("plan", "--verify");
            assertThat(plan.code()).isEqualTo(3);
            assertThat(masked(plan.out()))
                    .isEqualTo(
                            """
                            News of a vote (news)
                            extractions/words.yaml  changed
                              changes   statement "United Kingdom urged United States": says nothing → vote otherwise
                            in no file  changed
                              retracts  vote "a ghost"
                            1 of 3 documents to write; nodes and edges: 1 changed, 1 retracted
                            fingerprint FINGERPRINT-verify
                            """);
            assertThat(run("apply", "--verify", "--if", fingerprint(plan)).code())
                    .isZero();
            assertThat(run("plan", "--verify").code()).isZero();
        }

        @Test
        void is_refused_when_a_file_is_bad() throws IOException {
            write(WORDS, WORDS_TEXT.replace("urged,", "urgd,"));
            Ran plan = run("plan", "--prune");

            assertThat(plan.code()).isEqualTo(1);
            assertThat(plan.out()).isEmpty();
            assertThat(plan.err()).endsWith("nothing was planned: 1 error\n");
        }
    }

    @Nested
    class Reviewed {

        @Test
        void is_applied_as_it_was() {
            Ran applied = run("apply", "--if", fingerprint(run("plan")));

            assertThat(applied.complaints()).isEmpty();
            assertThat(applied.code()).isZero();
            assertThat(run("plan").code()).isZero();
        }

        @Test
        void is_refused_when_files_have_changed() throws IOException {
            String reviewed = fingerprint(run("plan"));
            write(WORDS, WORDS_TEXT.replace("vote otherwise", "think again"));

            assertRefused(
                    "diplograph: the files have changed since the plan was reviewed; nothing was applied: run `diplograph"
                            + " plan` again\n",
                    "--if",
                    reviewed);
        }

        @Test
        void is_refused_when_the_graph_has_changed() throws IOException {
            String reviewed = fingerprint(run("plan"));
            run("apply");
            write(WORDS, WORDS_TEXT.replace("vote otherwise", "think again"));
            run("apply");
            write(WORDS, WORDS_TEXT);

            assertRefused(
                    "diplograph: the graph has changed since the plan was reviewed; nothing was applied: run `diplograph"
                            + " plan` again\n",
                    "--if",
                    reviewed);
        }

        @Test
        void is_refused_when_something_else_is_to_be_done() {
            assertRefused(
                    "diplograph: the plan was made without options, and this would be applied with --prune; nothing was"
                            + " applied: choose the same for both\n",
                    "--prune",
                    "--if",
                    fingerprint(run("plan")));
        }

        private void assertRefused(String message, String... options) {
            Ran refused = run("apply", options);

            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.complaints()).containsExactly(message.stripTrailing());
        }
    }

    @Test
    void a_pruned_file_leaves_and_history_knows_who_did_it() throws IOException {
        run("apply", "--who", "a curator");
        Files.delete(folder.resolve(WORDS));
        Ran pruned = run("apply", "--prune", "--who", "another");

        assertThat(pruned.code()).isZero();
        assertThat(pruned.complaints()).isEmpty();
        assertThat(pruned.out()).endsWith("  pruned    1 document\n");
        assertThat(run("plan", "--prune").code()).isZero();
        Ran changes = shell.run("report", "changes", "--format", "csv");
        assertThat(changes.out())
                .contains(",another,retracted,Statement,United Kingdom urged United States,,")
                .contains(",another,retracted,Document,news/extractions/words")
                .contains(",a curator,new claims,Article,The Council votes,1,news/extractions/vote");
    }
}
