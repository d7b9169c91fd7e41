package io.github.diplograph.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.diagnostic.DiplographException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

@Neo4jTest(oncePerClass = true)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class ReportsIT {

    private static final Reports REPORTS = Reports.bundled();

    private final Driver driver;

    ReportsIT(Driver driver) {
        this.driver = driver;
    }

    @Nested
    @Order(2)
    class OnASmallGraph {

        @BeforeAll
        static void load(Driver driver) throws IOException {
            try (InputStream in = Objects.requireNonNull(ReportsIT.class.getResourceAsStream("graph.cypher"));
                    Session session = driver.session()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (String statement : text.split(";\\s*\n")) {
                    session.run(statement).consume();
                }
            }
        }

        @Test
        void everyReportAnswersWithoutParametersInItsColumnsAndFromSources() {
            assertThat(REPORTS.names()).allSatisfy(name -> {
                Table table = run(name);

                assertThat(table.warnings()).isEmpty();
                assertThat(table.columns())
                        .isEqualTo(REPORTS.get(name).columns().stream()
                                .map(Report.Column::name)
                                .toList());
                int sources = table.columns().indexOf("sources");
                assertThat(table.rows()).allSatisfy(row -> assertThat((List<?>) row.get(sources))
                        .isNotEmpty());
            });
        }

        @Test
        void everyReportGivesTheSameRowsWhenItsTextIsPasted() {
            assertThat(REPORTS.names())
                    .allSatisfy(name -> assertThat(run(name).rows()).isEqualTo(pasted(REPORTS.get(name), Map.of())));
        }

        @Test
        void aReportGivesTheSameRowsWhenItsTextIsPastedAfterTheIdsOfWhatWasNamed() {
            Report report = REPORTS.get("abstentions");
            Map<String, String> typed = Map.of("voter", "usa", "since", "2024-01-01");

            assertThat(Reports.settings(driver, null, report, typed))
                    .contains(":param voter => 'united-states';", ":param since => date('2024-01-01');");
            assertThat(Reports.run(driver, null, report, typed).rows())
                    .isNotEmpty()
                    .isEqualTo(pasted(report, typed));
        }

        private List<Object> pasted(Report report, Map<String, String> typed) {
            Map<String, @Nullable Object> settings = new LinkedHashMap<>();
            List<Object> rows = new ArrayList<>();
            try (Session session = driver.session()) {
                for (String setting : Reports.settings(driver, null, report, typed)) {
                    String[] parts = setting.split(" ", 4);
                    settings.put(
                            parts[1],
                            session.run("RETURN " + parts[3]).single().get(0).asObject());
                }
                session.run(report.cypher(), settings).forEachRemaining(row -> rows.add(Values.of(row)));
            }
            return rows;
        }

        @Test
        void ballotsTellInferredAndDisputedOnes() {
            assertThat(run("ballots", "resolution", "s/res/2728 (2024)"))
                    .satisfies(table -> assertThat(columns(table, "voter", "choice", "inferred", "standing"))
                            .containsExactly(
                                    "China, for, false, disputed",
                                    "Russia, for, false, undisputed",
                                    "United Kingdom, for, false, undisputed",
                                    "Malta, for, true, undisputed",
                                    "China, abstained, false, claimed",
                                    "United States, abstained, false, undisputed"));
        }

        @Test
        void ballotsAreFoundByAnyNameOfTheResolutionOrTheEndOfAVotesId() {
            Table byVote = run("ballots", "resolution", "ceasefire-vote");

            assertThat(byVote.rows()).hasSize(6);
            assertThat(run("ballots", "resolution", "Ceasefire Resolution of 25 March 2024"))
                    .isEqualTo(byVote);
        }

        @Test
        void abstentionsCountVetoesThatAreNotNamed() {
            assertThat(columns(run("abstentions", "voter", "usa"), "date", "did", "on", "count"))
                    .containsExactly(
                            "2024-03-25, abstained, vote on the ceasefire resolution, null",
                            "null, vetoed, the resolutions that the US vetoed, 3");
            assertThat(run("abstentions", "since", "2024-03-26").rows()).isEmpty();
        }

        @Test
        void statementsOfSomeoneIncludeThoseOnTheirBehalf() {
            assertThat(columns(run("statements", "speaker", "Britain"), "speaker", "onBehalfOf", "quote"))
                    .containsExactly("[a Downing Street spokesman], [United Kingdom], [We have long called for]");
        }

        @Test
        void statementsStandInOrderTheUndatedByTheirArticle() {
            assertThat(columns(run("statements"), "speaker", "verb"))
                    .containsExactly(
                            "[Benjamin Netanyahu], condemned",
                            "[Benjamin Netanyahu], regretted",
                            "[Israel Katz], refused",
                            "[John Kirby], explained",
                            "[a Downing Street spokesman], welcomed",
                            "[David Lammy], urged",
                            "[David Lammy], announced");
        }

        @Test
        void stancesTellWhoSpokeForWhomAndWhatIsOnlyAlleged() {
            assertThat(columns(run("stances"), "actor", "through", "verb", "target", "standing"))
                    .contains(
                            "United Kingdom, a Downing Street spokesman, welcomed,"
                                    + " ceasefire resolution of 25 March 2024, stated",
                            "David Lammy, null, urged, Israel, hedged or attributed");
            assertThat(columns(run("stances", "verb", "Condemned", "target", "US"), "actor"))
                    .containsExactly("Benjamin Netanyahu");
        }

        @Test
        void actionsShowTheirShareInPerCent() {
            assertThat(columns(
                            run("actions", "counted", "yes"),
                            "actor",
                            "action",
                            "target",
                            "quantity",
                            "outOf",
                            "share"))
                    .containsExactly("[United Kingdom], suspended licences, [Israel], 30, 350, 8.6");
        }

        @Test
        void officesAreCertainOnlyWhereASourceSaysSo() {
            assertThat(columns(run("offices", "of", "UK", "date", "2024-09-02"), "person", "held"))
                    .containsExactly("David Lammy, certain");
            assertThat(columns(run("offices", "of", "UK", "date", "2024-07-15"), "person", "held"))
                    .containsExactly("David Cameron, possible", "David Lammy, possible");
            assertThat(columns(run("offices", "of", "UK", "date", "2024-01-01"), "person", "held"))
                    .containsExactly("David Cameron, certain");
            assertThat(columns(run("offices", "of", "UK"), "person", "held"))
                    .containsExactly("David Cameron, null", "David Lammy, null");
        }

        @Test
        void timelineKeepsToItsBoundsAndShowsTheUndatedOnlyWhenAsked() {
            assertThat(columns(run("timeline", "since", "2024-09-01"), "kind", "what"))
                    .containsExactly(
                            "Statement, David Lammy urged: let aid in",
                            "Statement, David Lammy announced: licences will be suspended",
                            "Event, United Kingdom suspended licences: Israel");
            assertThat(run("timeline", "undated", "true").rows().size()
                            - run("timeline").rows().size())
                    .isEqualTo(3);
        }

        @Test
        void disputesShowEachSideWithItsWords() {
            assertThat(columns(run("disputes"), "property", "value", "shown", "accordingTo", "words"))
                    .containsExactly(
                            "by, [Israel], true, [], [Israel has cancelled a meeting in Washington]",
                            "by, [Benjamin Netanyahu], false, [], [Mr Netanyahu cancelled a trip]",
                            "ballot of China, for, true, [], [including Russia and China, voted in favour]",
                            "ballot of China, abstained, false, [], [The 14 other members of the council]",
                            "binding, false, true, [United States], [does not consider, to be binding]",
                            "binding, false, true, [], [is not binding]",
                            "binding, true, false, [], [widely considered to be legally binding]");
            assertThat(columns(run("disputes", "about", "ceasefire-resolution"), "property"))
                    .containsOnly("binding", "ballot of China");
        }

        @Test
        void singleSourceLeavesOutWhatTwoArticlesTell() {
            assertThat(columns(run("single-source", "about", "united-kingdom"), "kind", "fact"))
                    .containsExactly(
                            "Statement, a Downing Street spokesman welcomed",
                            "Event, United Kingdom suspended licences: Israel");
            assertThat(columns(run("single-source", "article", "one"), "kind", "fact"))
                    .contains(
                            "VOTED, China for: vote on the ceasefire resolution",
                            "HELD, Israel Katz held Foreign Minister")
                    .doesNotContain("Vote, vote on the ceasefire resolution", "Event, Israel cancelled the meeting");
        }

        @Test
        void evidenceShowsWhatWasNotFoundOrNotLookedFor() {
            assertThat(columns(run("evidence"), "check", "article", "words"))
                    .containsExactly(
                            "unchecked, demo/one, [Regrettably, the vote]",
                            "missing, demo/two, [widely considered to be legally binding]",
                            "unchecked, demo/three, [said to have urged Israel]");
            assertThat(columns(run("evidence", "check", "normalised", "article", "one"), "words"))
                    .containsExactly(
                            "[did not veto the new resolution, not contingent on the release]",
                            "[including Russia and China, voted in favour]");
        }

        @Test
        void namesTellRightSpellingsFromWrongOnes() {
            assertThat(columns(run("names", "misspelled", "true"), "name", "aliases", "misspellings", "files"))
                    .containsExactly("Benjamin Netanyahu, [Netanyahu], [Netanyaho], [entities/people.yaml]");
        }

        @Test
        void coverageCountsClaimsByKindAndOutcome() {
            assertThat(columns(
                            run("coverage", "article", "two"),
                            "kind",
                            "claims",
                            "exact",
                            "missing",
                            "noWords",
                            "hedged",
                            "attributed",
                            "disputed"))
                    .containsExactly(
                            "attribute, 2, 1, 1, 0, 0, 1, 2",
                            "entity, 2, 0, 0, 2, 0, 0, 0",
                            "event, 2, 2, 0, 0, 0, 0, 1",
                            "figure, 1, 1, 0, 0, 1, 1, 0",
                            "vote, 1, 1, 0, 0, 0, 0, 1");
        }

        @Test
        void aLimitThatCutsIsSaid() {
            Table table = run("timeline", "limit", "2");

            assertThat(table.rows()).hasSize(2);
            assertThat(table.warnings())
                    .containsExactly("report \"timeline\" shows the first 2 rows;"
                            + " set its parameter \"limit\" higher for more");
        }

        @Nested
        class AnEntity {

            @Test
            void isFoundByNameAliasCodeOrIdIgnoringCaseAndAccents() {
                for (String name : List.of("Côte d’Ivoire", "cote d'ivoire", "IVORY  COAST", "civ", "ivory-coast")) {
                    assertThat(columns(run("names", "entity", name), "id")).containsExactly("ivory-coast");
                }
            }

            @Test
            void isFoundExactlyThoughOthersHaveItsNameInTheirs() {
                assertThat(columns(run("names", "entity", "Israel"), "id")).containsExactly("israel");
            }

            @Test
            void isFoundByAMisspellingThatAnArticleHas() {
                assertThat(columns(run("names", "entity", "netanyaho"), "id")).containsExactly("netanyahu");
            }

            @Test
            void isNotGuessedFromAnotherMisspelling() {
                assertThatThrownBy(() -> run("statements", "speaker", "Netanyahoo"))
                        .isInstanceOf(DiplographException.class)
                        .hasMessage(
                                "report \"statements\": parameter \"speaker\": no person, state, organisation, group,"
                                        + " resolution, text or article is called \"Netanyahoo\"; nearest: Benjamin Netanyahu (netanyahu)");
            }

            @Test
            void isNotGuessedFromHalfAName() {
                assertThatThrownBy(() -> run("statements", "speaker", "David"))
                        .hasMessage(
                                "report \"statements\": parameter \"speaker\": no person, state, organisation, group,"
                                        + " resolution, text or article is called \"David\"; nearest: David Cameron (cameron),"
                                        + " David Lammy (lammy)");
            }

            @Test
            void thatIsOneOfSeveralOfItsNameIsAskedForById() {
                write("CREATE (:Person:_Diplograph {id: 'other-lammy', name: 'David LAMMY'})");

                try {
                    assertThatThrownBy(() -> run("statements", "speaker", "david lammy"))
                            .hasMessage("report \"statements\": parameter \"speaker\": \"david lammy\" names several:"
                                    + " David Lammy (lammy), David LAMMY (other-lammy); give the id");
                } finally {
                    write("MATCH (p:Person {id: 'other-lammy'}) DELETE p");
                }
            }

            @Test
            void ofAKindThatTheReportDoesNotTakeIsRefused() {
                assertThatThrownBy(() -> run("offices", "office", "lammy"))
                        .hasMessage("report \"offices\": parameter \"office\": \"lammy\" is not an office");
                assertThatThrownBy(() -> run("offices", "office", "Zaphod"))
                        .hasMessage("report \"offices\": parameter \"office\": no office is called \"Zaphod\"");
            }

            @Test
            void cannotBeAQueryOfLucenes() {
                for (String hostile :
                        List.of("*", "na*e OR 1", "name:\"x\"", "a\"b\\", "~ ^ [a TO z] {", "))((", "?")) {
                    assertThatThrownBy(() -> run("names", "entity", hostile))
                            .isInstanceOf(DiplographException.class)
                            .hasMessageStartingWith(
                                    "report \"names\": parameter \"entity\": no entity is called \"" + hostile);
                }
            }
        }

        @Nested
        class AnAnswerWithoutRows {

            @Test
            void namesTheNearestWordThatARowHas() {
                assertThat(run("stances", "verb", "condemend", "limit", "10").warnings())
                        .containsExactly("nothing in the database answers report \"stances\" for verb=condemend;"
                                + " no verb is \"condemend\": did you mean \"condemned\"?");
            }

            @Test
            void listsTheWordsWhereNoneIsNear() {
                assertThat(run("figures", "measure", "rainfall").warnings())
                        .containsExactly("nothing in the database answers report \"figures\" for measure=rainfall;"
                                + " no measure is \"rainfall\": there are hostages held");
            }

            @Test
            void saysForWhatWhereEveryWordIsKnown() {
                assertThat(run("members", "body", "Security Council", "date", "1900-01-01")
                                .warnings())
                        .containsExactly("nothing in the database answers report \"members\" for body=Security Council,"
                                + " date=1900-01-01");
            }
        }

        @Nested
        class AReportOfOnesOwn {

            @Test
            void mayNotWrite() {
                Report writes = report("MATCH (n:State) SET n.name = 'x' RETURN n.name AS name");

                assertThatThrownBy(() -> Reports.run(driver, null, writes, Map.of()))
                        .isInstanceOf(DiplographException.class)
                        .hasMessage("report \"own\" would write, and reports only read; remove the clause that writes"
                                + " (Neo.ClientError.Statement.AccessMode)");
                assertThat(columns(run("names", "entity", "israel"), "name")).containsExactly("Israel");
            }

            @Test
            void thatIsNoCypherIsToldWhere() {
                assertThatThrownBy(() -> Reports.run(driver, null, report("// title: x\nMATCH n RETURN n"), Map.of()))
                        .isInstanceOf(DiplographException.class)
                        .hasMessageStartingWith(
                                "report \"own\" failed in the database:" + " Neo.ClientError.Statement.SyntaxError: ")
                        .hasMessageContaining("line 2");
            }

            @Test
            void thatUsesWhatItDoesNotDeclareIsToldHow() {
                assertThatThrownBy(() -> Reports.run(driver, "neo4j", report("RETURN $x AS x"), Map.of()))
                        .hasMessage("report \"own\" uses a parameter that its header does not declare; add a line"
                                + " \"// param: name type default — meaning\" (Neo.ClientError.Statement.ParameterMissing:"
                                + " Expected parameter(s): x)");
            }

            @Test
            void thatFailsIsToldItsParameters() {
                Report divides = new Report(
                        "own",
                        "own",
                        "",
                        List.of(new Report.Parameter("by", Report.Type.WHOLE, List.of(), false, "0", "divisor")),
                        List.of(),
                        "RETURN 1 / $by AS x");

                assertThatThrownBy(() -> Reports.run(driver, "neo4j", divides, Map.of()))
                        .hasMessage("report \"own\" with by=0 failed in the database \"neo4j\":"
                                + " Neo.ClientError.Statement.ArithmeticError: / by zero");
            }

            @Test
            void mayReturnNodesEdgesAndPaths() {
                Table table = Reports.run(
                        driver,
                        null,
                        report(
                                "MATCH p = (n:State {id: 'malta'})-[r:VOTED]->() RETURN n, r.choice AS c, size(nodes(p)) AS s, p"),
                        Map.of());

                assertThat(table.rows().get(0).get(0))
                        .isEqualTo(Map.of(
                                "id",
                                "malta",
                                "iso3",
                                "MLT",
                                "name",
                                "Malta",
                                "sources",
                                List.of("demo/registry#malta")));
                assertThat(table.rows().get(0).subList(1, 3)).containsExactly("for", 2L);
                assertThat((List<?>) table.rows().get(0).get(3)).hasSize(3);
            }

            @Test
            void isWarnedOfNamesThatTheDatabaseDoesNotHave() {
                Table table = Reports.run(driver, null, report("MATCH (n:Stat) RETURN n"), Map.of());

                assertThat(table.warnings()).singleElement().asString().contains("`Stat`");
            }

            @Test
            void isToldWhenItReturnsOtherColumnsThanItSays() {
                Report other =
                        new Report("own", "own", "", List.of(), List.of(new Report.Column("a", "a")), "RETURN 1 AS b");

                assertThat(Reports.run(driver, null, other, Map.of()).warnings())
                        .containsExactly("report \"own\" says that its columns are a; its statement returns b");
            }

            private Report report(String cypher) {
                return new Report("own", "own", "", List.of(), List.of(), cypher);
            }
        }
    }

    @Nested
    @Order(1)
    class OnAnEmptyDatabase {

        @Test
        void everyReportSaysWhatToDo() {
            assertThat(run("disputes").warnings())
                    .containsExactly(
                            "the database holds nothing that Diplograph wrote; load a corpus with `diplograph apply`");
        }

        @Test
        void namesCannotBeLookedUp() {
            assertThatThrownBy(() -> run("ballots", "resolution", "Resolution 1"))
                    .isInstanceOf(DiplographException.class)
                    .hasMessage("report \"ballots\" cannot look up \"Resolution 1\": the database has no index"
                            + " diplograph_names; load a corpus with `diplograph apply`");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Reports.run(driver, "nosuch", REPORTS.get("disputes"), Map.of()))
                .isInstanceOf(DiplographException.class)
                .hasMessageStartingWith("report \"disputes\" with limit=1000 failed in the database \"nosuch\":"
                        + " Neo.ClientError.Database.DatabaseNotFound: ");
    }

    private Table run(String name, String... parameters) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            typed.put(parameters[i], parameters[i + 1]);
        }
        return Reports.run(driver, null, REPORTS.get(name), typed);
    }

    private void write(String cypher) {
        try (Session session = driver.session()) {
            session.run(cypher).consume();
            session.run("CALL db.awaitIndexes(60)").consume();
            session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
                    .consume();
        }
    }

    private static List<String> columns(Table table, String... wanted) {
        return table.rows().stream()
                .map(row -> List.of(wanted).stream()
                        .map(name -> String.valueOf(row.get(table.columns().indexOf(name))))
                        .collect(Collectors.joining(", ")))
                .toList();
    }
}
