package io.github.diplograph.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTests {

    private static final String VOTE =
            """
            article: {id: one, published: 2024-03-25}
            entities:
              draft: {resolution: a draft resolution}
            votes:
              - id: the-vote
                resolution: draft
                body: UN Security Council
                date: 2024-03-25
                abstained: [US]
                for: [UK, Russia, China]
                others: for
                counts: {for: 14}
                passage: "the US abstained"
            """;

    @TempDir
    Path folder;

    private TestCorpus corpus;

    @BeforeEach
    void makeCorpus() {
        corpus = TestCorpus.in(folder);
    }

    private Claim only(String section) {
        Corpus read = corpus.read();
        assertThat(read.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
        return read.documents().stream()
                .flatMap(document -> read.claims(document).stream())
                .filter(claim -> claim.section().equals(section))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class AVoteOfTheSecurityCouncil {

        @Test
        void namesTheOtherMembersOfThatDayAndMarksThemInferred() {
            corpus.with("extractions/one.yaml", VOTE);

            List<Ballot> ballots = only("votes").ballots();

            assertThat(ballots).hasSize(15);
            assertThat(ballots.stream().filter(Ballot::inferred).map(ballot -> ballot.voter()
                            .id()))
                    .containsExactly(
                            "algeria",
                            "ecuador",
                            "france",
                            "guyana",
                            "japan",
                            "malta",
                            "mozambique",
                            "sierra-leone",
                            "slovenia",
                            "south-korea",
                            "switzerland");
            assertThat(ballots.stream()
                            .filter(ballot -> ballot.choice().equals("abstained"))
                            .map(ballot -> ballot.voter().id()))
                    .containsExactly("united-states");
        }

        @Test
        void bringsAlongTheMembershipsThatItRestsOn() {
            corpus.with("extractions/one.yaml", VOTE);

            List<String> ties = corpus.read().registry().stream()
                    .filter(claim -> claim.section().equals("ties"))
                    .filter(claim -> claim.links("object").get(0).id().equals("un-security-council"))
                    .map(Claim::id)
                    .toList();

            assertThat(ties).hasSize(15).contains("test/registry#japan-unsc-2023");
        }

        @Test
        void rejectsAVoterThatWasNoMember() {
            corpus.with("extractions/one.yaml", VOTE.replace("China]", "China, Germany]"));

            assertThat(corpus.mistakes())
                    .hasSize(2)
                    .first()
                    .isEqualTo(
                            """
                    extractions/one.yaml:10:30: error DG303: "Germany" was no member of "UN Security Council" on 2024-03-25
                          for: [UK, Russia, China, Germany]
                                                   ^
                      hint: check the date, the body and the name"""
                                    .indent(0)
                                    .strip());
        }
    }

    @Nested
    class Names {

        @Test
        void meanTheStateThoughAPersonHasTheSameWordInTheirName() {
            corpus.with(
                    "extractions/one.yaml",
                    """
                    article: {id: one, published: 2024-03-25}
                    entities:
                      katz: {person: Israel Katz}
                      netanyahu: {person: Benjamin Netanyahu, aliases: [Netanyahu]}
                    statements:
                      - {by: netanyahu, verb: condemned, towards: israel, says: that, passage: that}
                    """);

            assertThat(only("statements").links("towards")).extracting(Ref::id).containsExactly("israel");
        }

        @Test
        void areNeverGuessed() {
            corpus.with(
                    "extractions/one.yaml",
                    """
                    article: {id: one, published: 2024-03-25}
                    statements:
                      - {by: Isreal, verb: condemned, towards: US, says: that, passage: that}
                    """);

            assertThat(corpus.mistakes())
                    .containsExactly(
                            """
                    extractions/one.yaml:3:10: error DG201: nothing is named "Isreal"
                        - {by: Isreal, verb: condemned, towards: US, says: that, passage: that}
                               ^
                      hint: did you mean "Israel"?""");
        }
    }

    @Nested
    class AnArticleOfSeveralFiles {

        @Test
        void hasOneText() {
            corpus.with("extractions/one.yaml", "article: {id: report, text: report.txt}\n");
            corpus.with("extractions/two.yaml", "article: {id: report, text: reports.txt}\n");

            assertThat(corpus.mistakes())
                    .containsExactly(
                            """
                            extractions/two.yaml:1:15: error DG207: the article "report" is described differently at extractions/one.yaml:1:15
                              article: {id: report, text: reports.txt}
                                            ^
                              hint: give the same title, publisher, dates, address, text and language in both""");
        }
    }

    @Nested
    class TheHashOfADocument {

        private static final String OTHER =
                """
                article: {id: two, published: 2024-03-26}
                votes:
                  - {id: the-vote, resolution: draft, against: [US], passage: that}
                """;

        private String hash() {
            return corpus.read().documents().get(0).hash();
        }

        @Test
        void staysWhenOnlyCommentsChange() {
            corpus.with("extractions/one.yaml", VOTE);
            String before = hash();

            corpus.with("extractions/one.yaml", "# a comment\n" + VOTE);

            assertThat(hash()).isEqualTo(before);
        }

        @Test
        void changesWhenAnotherDocumentSpeaksOfTheSameVote() {
            corpus.with("extractions/one.yaml", VOTE);
            String before = hash();

            corpus.with("extractions/two.yaml", OTHER);
            String disputed = hash();
            corpus.with("extractions/two.yaml", OTHER.replace("US", "UK"));

            assertThat(disputed).isNotEqualTo(before);
            assertThat(hash()).isNotEqualTo(disputed);
        }

        @Test
        void changesWithTheChoiceOfOneVoter() {
            corpus.with("extractions/one.yaml", VOTE);
            List<String> hashes = new ArrayList<>();

            for (String choice : List.of("for", "against", "abstained", "not voting")) {
                corpus.with("extractions/two.yaml", OTHER.replace("against", choice));
                hashes.add(corpus.read().documents().get(1).hash());
            }

            assertThat(hashes).doesNotHaveDuplicates();
        }

        @Test
        void changesWhenTwoItemsOfAListBecomeOne() {
            String person = "entities: {john-smith: {person: John Smith, aliases: [%s]}}\n";
            corpus.with("entities/people.yaml", person.formatted("Smith, John"));
            String two = hash();

            corpus.with("entities/people.yaml", person.formatted("\"Smith, John\""));

            assertThat(hash()).isNotEqualTo(two);
        }

        @Test
        void changesWhenAnArticleIsCalledNull() {
            corpus.with("extractions/one.yaml", "article: {id: one}\n");
            String unnamed = hash();

            corpus.with("extractions/one.yaml", "article: {id: one, title: \"null\"}\n");

            assertThat(hash()).isNotEqualTo(unnamed);
        }

        @Test
        void staysWhenAnotherDocumentSpeaksOfSomethingElse() {
            corpus.with("extractions/one.yaml", VOTE);
            String before = hash();

            corpus.with("extractions/two.yaml", OTHER.replace("the-vote", "another-vote"));

            assertThat(hash()).isEqualTo(before);
        }
    }
}
