package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.cli.Shell.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Popolo becomes documents, and whatever does not fit is said. */
class ImportPopoloTests extends ImportFolder {

    private static final String PARLIAMENT = SOURCES.resolve("parliament.json").toString();

    @Test
    void makes_people_bodies_memberships_motions_and_votes() throws IOException {
        Ran ran = run(PARLIAMENT, "--dataset", "parliament");

        assertThat(ran.err())
                .isEqualTo(
                        """
                        parliament.json:6: incomplete: a person needs `id` and `name`
                        parliament.json:13: unknown member: no person or organisation has the id "p9"
                        parliament.json:17: unknown voter: no person has the id "p8"
                        parliament.json:27: unknown motion: no motion has the id "m2"
                        """);
        assertThat(written("entities/parliament.yaml"))
                .isEqualTo(
                        """
                        # Written by `diplograph import`, which writes it anew; put what you add into a file of your own.
                        entities:
                          ann-lee:
                            person: Ann Lee
                            aliases: [A. Lee]
                            wikidata: Q1
                          bo-ek:
                            person: Bo Ek
                          fish-parliament:
                            organisation: Fish Parliament
                            from: 1990-01-01
                          parliament-bo-ek:
                            person: Bo Ek
                        ties:
                          - subject: ann-lee
                            tie: member of
                            object: fish-parliament
                            from: 2018-01-01
                            until: 2018-12-31
                            note: speaker
                          - id: ann-lee-fish-parliament-2019-01-01
                            subject: ann-lee
                            tie: member of
                            object: fish-parliament
                            from: 2019-01-01
                          - subject: bo-ek
                            tie: member of
                            object: fish-parliament
                            from: 2019-01-01
                        """);
        assertThat(written("extractions/parliament/session-2.yaml"))
                .endsWith(
                        """
                        entities:
                          parliament-fish-bill:
                            resolution: Fish Bill
                            symbol: B 7
                        votes:
                          - id: parliament-v-1
                            resolution: parliament-fish-bill
                            body: fish-parliament
                            date: 2019-03-05
                            result: adopted
                            counts:
                              for: 2
                              against: 1
                            for: [Ann Lee]
                            against: [bo-ek]
                            not voting: [parliament-bo-ek]
                        """);
        assertThat(written("extractions/parliament/2020.yaml")).endsWith("    abstained: [Ann Lee]\n");
    }

    @Test
    void takes_memberships_that_stand_with_their_person_or_body_and_says_what_it_leaves_out() throws IOException {
        Path table = write(
                "nested.json",
                """
                {
                  "persons": [
                    {"id": "p1", "name": "Ann Lee", "memberships": [{"id": "t1", "organization_id": "o1"}]},
                    {"id": "p2", "name": "Bo Ek"}
                  ],
                  "organizations": [
                    {"id": "o1", "name": "Fish Parliament", "memberships": [{"id": "t1", "person_id": "p1"}, {"person_id": "p2"}]},
                    {"id": "o2", "name": "Fish Union"}
                  ],
                  "memberships": [{"member_id": "o1", "organization_id": "o2"}],
                  "posts": [{"id": "q1", "label": "Speaker"}],
                  "motions": [{"id": "m1", "text": "Fish Bill"}, {"text": "Salt Bill"}],
                  "vote_events": [{"id": "v1", "start_date": "2019-03-05", "votes": [{"voter_id": "p1", "option": "yes"}]}]
                }
                """);

        Ran ran = run(table.toString(), "--dataset", "fish");

        assertThat(ran.code()).isZero();
        assertThat(ran.err())
                .isEqualTo(
                        """
                        nested.json:12: incomplete: a motion needs `id`
                        nested.json:11: list that is not read: `posts`, with 1 objects
                        nested.json:12: motion without a vote: no vote event is of the motion "m1"
                        """);
        assertThat(written("entities/fish.yaml"))
                .endsWith(
                        """
                        ties:
                          - subject: ann-lee
                            tie: member of
                            object: fish-parliament
                          - subject: bo-ek
                            tie: member of
                            object: fish-parliament
                          - subject: fish-parliament
                            tie: member of
                            object: fish-union
                        """);
        assertThat(written("extractions/fish/2019.yaml"))
                .endsWith(
                        """
                        votes:
                          - id: fish-v1
                            date: 2019-03-05
                            for: [Ann Lee]
                        """);
    }

    @Test
    void passes_check() {
        run(PARLIAMENT, "--dataset", "parliament");

        Ran check = Shell.plain().run("check", folder.resolve("corpus").toString());

        assertThat(check.out().lines().filter(line -> line.contains(": error ")))
                .isEmpty();
        assertThat(check.code()).isZero();
    }

    @Test
    void is_not_mixed_with_tables() {
        Ran ran = run(PARLIAMENT, VOTES, "--dataset", "parliament");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("\" is JSON and others are not; import each form by itself");
    }

    @Test
    void names_the_line_where_it_is_no_json() throws IOException {
        Path broken = write("broken.json", "{\n  \"persons\": [\n    {\"id\": \"p1\",, }\n  ]\n}\n");

        Ran ran = run(broken.toString(), "--dataset", "broken");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).startsWith("diplograph: " + broken + ":3: no JSON: Unexpected character (',' (code 44))");
    }
}
