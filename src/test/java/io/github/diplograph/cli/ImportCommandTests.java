package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.cli.Shell.Ran;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Roll calls become documents, and whatever does not fit is said. */
class ImportCommandTests extends ImportFolder {

    private static final String ROLL_CALLS = SOURCES.resolve("roll-calls.csv").toString();
    private static final String ISSUES = SOURCES.resolve("issues.csv").toString();

    @Nested
    class Of_a_data_set_with_every_trap {

        @Test
        void joins_the_files_and_lists_voters_by_the_names_they_had_that_day() throws IOException {
            Ran ran = run(VOTES, ROLL_CALLS, ISSUES, "--mapping", "unga");

            assertThat(ran.code()).isZero();
            assertThat(written("extractions/un-general-assembly/session-59.yaml"))
                    .isEqualTo(
                            """
                            # Written by `diplograph import`, which writes it anew; put what you add into a file of your own.
                            dataset:
                              id: un-general-assembly
                              title: United Nations General Assembly Voting Data
                              url: https://doi.org/10.7910/DVN/LEJUQZ
                            entities:
                              unga-a-res-59-1:
                                resolution: A/RES/59/1
                                about: [Economic development, human rights]
                            votes:
                              - id: unga-101
                                name: PEACE, "FIRST" TEXT
                                resolution: unga-a-res-59-1
                                body: UN General Assembly
                                date: 2004-12-02
                                for: [Namibia, Russia, Serbia and Montenegro]
                                against: [United States]
                                abstained: [Ivory Coast]
                                note: To adopt the text as a whole
                              - id: unga-102
                                resolution: unga-a-res-59-1
                                body: UN General Assembly
                                date: 2004-12-02
                                against: [Israel, Namibia, United States]
                            """);
            assertThat(written("extractions/un-general-assembly/session-18.yaml"))
                    .endsWith(
                            """
                            votes:
                              - id: unga-103
                                name: ADMISSION
                                body: UN General Assembly
                                date: 1963-12-03
                                for: [East Germany, Soviet Union, Zanzibar]
                              - id: unga-104
                                resolution: unga-r-18-7
                                body: UN General Assembly
                                for: [Democratic Republic of the Congo]
                                abstained: [Germany]
                            """);
        }

        @Test
        void says_of_every_row_that_finds_no_place_where_it_is_and_why() throws IOException {
            Ran ran = run(VOTES, ROLL_CALLS, ISSUES, "--mapping", "unga");

            assertThat(ran.err())
                    .isEqualTo(
                            """
                            roll-calls.csv:6: no date: "1963-13-03" is none in EDTF, such as 2024-03-25; another form is told by the date format
                            votes.csv:9: unknown voter: nothing is named "Atlantis"; `voter` takes a person or a state; define what is missing under `entities`
                            votes.csv:10: unknown choice: "maybe" is no choice; say what it means under `choices`, or that it is to `skip`
                            votes.csv:12: ballot twice: "Israel" has a ballot in vote "102" already
                            votes.csv:13: second ballot: "Israel" has a ballot in vote "102" already, against; it stands
                            votes.csv:17: no row of the table: it has 3 fields, and the first line names 4
                            votes.csv:18: no vote: the row does not say to which vote it belongs
                            votes.csv:19: unknown vote: no other file has a vote "999"
                            roll-calls.csv:7: vote without ballots: vote "105" has neither ballots nor counts, result or resolution
                            issues.csv:4: topic of no resolution: vote "103" is about "Colonialism", and names no resolution that could be said to be about it
                            """);
            assertThat(written("unplaced.txt")).isEqualTo(ran.err());
            assertThat(ran.out().replace(folder.toString(), "…"))
                    .isEqualTo(
                            """
                            read      28 rows
                            written   3 documents under …/corpus: 4 votes, 13 ballots (abstained 2, against 4, for 7), 2 resolutions, 1 other entity
                            taken     Russia as Soviet Union: 1 ballot
                            taken     Yugoslavia as Serbia and Montenegro: 1 ballot
                            unplaced  10 (ballot twice 1, no date 1, no row of the table 1, no vote 1, second ballot 1, topic of no resolution 1, unknown choice 1, unknown vote 1, unknown voter 1, vote without ballots 1): …/corpus/unplaced.txt
                            """);
        }

        @Test
        void passes_check_with_the_strangers_counted() {
            run(VOTES, ROLL_CALLS, ISSUES, "--mapping", "unga");

            Ran check = Shell.plain().run("check", folder.resolve("corpus").toString());

            assertThat(check.code()).isZero();
            assertThat(check.out())
                    .isEqualTo(
                            """
                            extractions/un-general-assembly/session-18.yaml:10:5: warning DG304: 2 ballots are by voters that were no members of the body that day; the first is in this vote
                                - id: unga-103
                                  ^
                              hint: they are loaded as the dataset has them
                            un-general-assembly: 3 documents, 7 claims; evidence: none; no errors, 1 warning
                            """);
        }

        @Test
        void writes_the_same_in_whatever_order_the_rows_stand_and_however_they_are_packed() throws IOException {
            run(VOTES, ROLL_CALLS, ISSUES, "--mapping", "unga");
            String session = written("extractions/un-general-assembly/session-59.yaml");
            List<String> rows = Files.readAllLines(SOURCES.resolve("votes.csv"));
            List<String> turned = new ArrayList<>(rows.subList(1, 10));
            Collections.reverse(turned);
            turned.add(0, rows.get(0));
            turned.add(rows.get(10));
            Path packed = folder.resolve("turned");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
                out.write(("\ufeff" + String.join("\r\n", turned).replace(',', ';')).getBytes(StandardCharsets.UTF_8));
            }

            run(ISSUES, packed.toString(), ROLL_CALLS, "--mapping", "unga");

            assertThat(written("extractions/un-general-assembly/session-59.yaml"))
                    .isEqualTo(session);
        }
    }

    @Nested
    class Of_a_table_of_ones_own {

        @Test
        void takes_the_columns_from_the_command_line_and_defines_voters() throws IOException {
            Path table = write(
                    "divisions.csv",
                    "division,day,member,said,title\n7,05.03.2019,Ann Lee,aye,Fish Bill\n"
                            + "7,05.03.2019,Bo Ek,noe,Fish Bill\n7,05.03.2019,Cy Fox,teller,Fish Bill\n"
                            + "8,06.03.2020,Ann Lee,noe,\n");

            Ran ran = run(
                    table.toString(),
                    "--dataset",
                    "parliament",
                    "--column",
                    "vote=division",
                    "--column",
                    "date=day",
                    "--column",
                    "voter=member",
                    "--column",
                    "choice=said",
                    "--column",
                    "resolution=title",
                    "--choice",
                    "for=aye",
                    "--choice",
                    "against=noe",
                    "--choice",
                    "skip=teller",
                    "--date-format",
                    "dd.MM.yyyy",
                    "--new-voters",
                    "person");

            assertThat(ran.err()).isEmpty();
            assertThat(written("extractions/parliament/2019.yaml"))
                    .isEqualTo(
                            """
                            # Written by `diplograph import`, which writes it anew; put what you add into a file of your own.
                            dataset:
                              id: parliament
                            entities:
                              parliament-fish-bill:
                                resolution: Fish Bill
                            votes:
                              - id: parliament-7
                                resolution: parliament-fish-bill
                                date: 2019-03-05
                                for: [Ann Lee]
                                against: [Bo Ek]
                            """);
            assertThat(written("entities/parliament.yaml"))
                    .endsWith("entities:\n  ann-lee:\n    person: Ann Lee\n  bo-ek:\n    person: Bo Ek\n");
            assertThat(Shell.plain()
                            .run("check", folder.resolve("corpus").toString())
                            .out())
                    .isEqualTo("parliament: 3 documents, 5 claims; evidence: none; no errors, 0 warnings\n"
                            .replace(", 0 warnings", ""));
        }

        @Test
        void defines_the_body_unless_something_has_its_name() throws IOException {
            String table = write("d.csv", "vote,date,voter,choice\n1,2019-03-05,Norway,for\n")
                    .toString();

            Ran ran = run(table, "--dataset", "parliament", "--body", "House of Elders");
            assertThat(ran.code()).isZero();
            assertThat(written("extractions/parliament/2019.yaml")).contains("\n    body: House of Elders\n");
            assertThat(written("entities/parliament.yaml"))
                    .endsWith("entities:\n  house-of-elders:\n    organisation: House of Elders\n");

            run(table, "--dataset", "parliament", "--body", "UNGA");
            assertThat(written("extractions/parliament/2019.yaml")).contains("\n    body: UNGA\n");
            assertThat(folder.resolve("corpus/entities/parliament.yaml")).doesNotExist();
            assertThat(Shell.plain()
                            .run("check", folder.resolve("corpus").toString())
                            .code())
                    .isZero();
        }

        @Test
        void tells_a_body_from_a_topic_of_the_same_name_whichever_comes_first() throws IOException {
            String table = write(
                            "d.csv",
                            "vote,date,voter,choice,body,resolution,about\n1,2019-03-05,Norway,for,,Nets Bill,Fisheries\n"
                                    + "2,2020-03-05,Norway,for,Fisheries,Boats Bill,\n"
                                    + "3,2021-03-05,Norway,for,,Quota Bill,Fisheries\n")
                    .toString();

            run(table, "--dataset", "parliament");

            assertThat(written("extractions/parliament/2020.yaml")).contains("\n    body: fisheries\n");
            assertThat(Shell.plain()
                            .run("check", folder.resolve("corpus").toString())
                            .out())
                    .endsWith("; no errors\n");
        }

        @Test
        void guesses_no_day_that_its_month_does_not_have() throws IOException {
            Path table = write("one.csv", "vote,date,voter,choice\n1,31.04.2024,Israel,for\n2,29.02.2024,Israel,for\n");

            Ran ran = run(table.toString(), "--dataset", "one", "--date-format", "dd.MM.yyyy");

            assertThat(ran.err())
                    .startsWith("one.csv:2: no date: \"31.04.2024\" is none of the form dd.MM.yyyy, nor in EDTF\n");
            assertThat(written("extractions/one/2024.yaml"))
                    .contains("date: 2024-02-29")
                    .doesNotContain("2024-04");
        }

        @Test
        void removes_what_an_earlier_import_wrote_and_nothing_of_anybody_else() throws IOException {
            Path table = write("one.csv", "vote,date,voter,choice\n1,2019-03-05,Israel,for\n2,2020-01-01,Israel,for\n");
            run(table.toString(), "--dataset", "one");
            Files.writeString(folder.resolve("corpus/extractions/one/mine.yaml"), "dataset: {id: mine}\n");
            write("one.csv", "vote,date,voter,choice\n1,2019-03-05,Israel,against\n");

            Ran ran = run(table.toString(), "--dataset", "one");

            assertThat(ran.out().replace(folder.toString(), "…"))
                    .isEqualTo("read      1 row\n"
                            + "written   1 document under …/corpus: 1 vote, 1 ballot (against 1), 0 resolutions\n"
                            + "removed   …/corpus/extractions/one/2020.yaml\n");
            assertThat(folder.resolve("corpus/extractions/one/mine.yaml")).exists();
        }

        @Test
        void writes_nowhere_but_in_the_corpus() throws IOException {
            Path table = write("one.csv", "vote,date,voter,choice,document\n1,2019-03-05,Israel,for,../../out\n");

            Ran refused = run(table.toString(), "--dataset", "../one");
            Ran ran = run(table.toString(), "--dataset", "one");

            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err())
                    .isEqualTo("diplograph: no id can begin with \"../one\"; use letters, digits, hyphens, dots and"
                            + " underscores, beginning with a letter or digit\n");
            assertThat(ran.code()).isZero();
            assertThat(folder.resolve("corpus/extractions/one/document-out.yaml"))
                    .exists();
        }

        @Test
        void overwrites_nothing_that_somebody_else_wrote() throws IOException {
            Path table = write("one.csv", "vote,date,voter,choice\n1,2019-03-05,Israel,for\n");
            Path mine = folder.resolve("corpus/extractions/one/2019.yaml");
            Files.createDirectories(mine.getParent());
            Files.writeString(mine, "dataset: {id: mine}\n");

            Ran ran = run(table.toString(), "--dataset", "one");

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err())
                    .isEqualTo("diplograph: \"" + mine + "\" was not written by an import, and is not overwritten;"
                            + " move it, or give the data set another id\n");
            assertThat(mine).hasContent("dataset: {id: mine}");
        }

        @Test
        void keeps_what_it_reads_where_the_list_would_replace_it() throws IOException {
            Path table = write("one.csv", "vote,date,voter,choice\n1,2019-03-05,Israel,for\n");
            Path mapping = write("mapping.yaml", "dataset: {id: one}\n");
            String same =
                    Files.createSymbolicLink(folder.resolve("same.csv"), table).toString();

            for (String list : List.of(table.toString(), same, mapping.toString())) {
                Ran ran = run(table.toString(), "--mapping", mapping.toString(), "--unplaced", list);

                assertThat(ran)
                        .isEqualTo(new Ran(
                                2,
                                "",
                                "\"" + list + "\" is to be read, and what finds no place would replace it; name another"
                                        + " file with --unplaced\n`diplograph import --help` shows what it takes\n"));
            }
            assertThat(table).hasContent("vote,date,voter,choice\n1,2019-03-05,Israel,for\n");
            assertThat(mapping).hasContent("dataset: {id: one}");
        }

        @Test
        void keeps_an_earlier_list_until_there_is_another_or_everything_has_found_a_place() throws IOException {
            Path table =
                    write("one.csv", "vote,date,voter,choice\n1,2019-03-05,Israel,for\n1,2019-03-05,Atlantis,for\n");
            Path list = write("list.txt", "earlier\n");
            String[] arguments = {table.toString(), "--dataset", "one", "--unplaced", list.toString()};

            run(folder.resolve("missing.csv").toString(), "--dataset", "one", "--unplaced", list.toString());
            assertThat(list).hasContent("earlier");

            run(arguments);
            assertThat(list)
                    .hasContent("one.csv:3: unknown voter: nothing is named \"Atlantis\"; `voter` takes a person or a"
                            + " state; define what is missing under `entities`");
            assertThat(folder).isDirectoryNotContaining("glob:**.half");

            write("one.csv", "vote,date,voter,choice\n1,2019-03-05,Israel,for\n");
            assertThat(run(arguments).code()).isZero();
            assertThat(list).doesNotExist();
        }

        @Test
        void writes_its_list_through_a_link_and_leaves_the_link_and_a_folder() throws IOException {
            Path table =
                    write("one.csv", "vote,date,voter,choice\n1,2019-03-05,Israel,for\n1,2019-03-05,Atlantis,for\n");
            Path list = write("list.txt", "earlier\n");
            Path link = Files.createSymbolicLink(folder.resolve("link.txt"), list);
            Path empty = Files.createDirectories(folder.resolve("empty"));

            assertThat(run(table.toString(), "--dataset", "one", "--unplaced", link.toString())
                            .code())
                    .isZero();
            assertThat(link).isSymbolicLink();
            assertThat(list).content().startsWith("one.csv:3: unknown voter: ").hasLineCount(1);

            write("one.csv", "vote,date,voter,choice\n1,2019-03-05,Israel,for\n");
            for (Path kept : List.of(link, empty)) {
                assertThat(run(table.toString(), "--dataset", "one", "--unplaced", kept.toString())
                                .code())
                        .isZero();
            }
            assertThat(link).isSymbolicLink();
            assertThat(empty).isDirectory();
        }

        @Test
        void writes_the_id_of_a_topic_whose_name_something_else_has() throws IOException {
            Path table = write(
                    "one.csv",
                    "vote,date,voter,choice,resolution,about\n1,2019-03-05,Israel,for,A/1,Cyprus\n"
                            + "1,2019-03-05,Israel,for,A/1,Fishing\n2,2019-03-05,Israel,for,Fish Bill,fish bill\n");

            Ran ran = run(table.toString(), "--dataset", "one");

            assertThat(ran.code()).isZero();
            assertThat(written("entities/one.yaml"))
                    .endsWith("entities:\n  fish-bill:\n    topic: fish bill\n  fishing:\n    topic: Fishing\n"
                            + "  one-cyprus:\n    topic: Cyprus\n");
            assertThat(written("extractions/one/2019.yaml"))
                    .contains("    about: [Fishing, one-cyprus]\n", "    about: [fish-bill]\n");
            assertThat(Shell.plain().run("check", folder.resolve("corpus").toString()))
                    .isEqualTo(new Ran(0, "one: 2 documents, 7 claims; evidence: none; no errors\n", ""));
        }

        @Test
        void commands_no_terminal_whatever_things_and_files_are_called() throws IOException {
            String evil = "\u009b2J\u202e";
            Path table = write(
                    "one.csv",
                    "vote,date,voter,choice\n1,2019-03-05,Old,for\n" + "1,2019-03-05,Nobody,for\n".repeat(21));
            Path corpus = Files.createDirectories(folder.resolve("corpus").resolve(evil));
            Files.writeString(corpus.resolve("corpus.yaml"), "name: evil\n");
            Files.writeString(
                    Files.createDirectories(corpus.resolve("entities")).resolve("states.yaml"),
                    "entities: {new: {state: \"New\\x9b2J\\u202e\"}, old: {state: Old}}\n");
            Path mapping =
                    write("mapping.yaml", "dataset: {id: one}\nvoters: {Old: [{name: new, from: 2000-01-01}]}\n");

            Ran ran = Shell.plain()
                    .run("import", table.toString(), "--mapping", mapping.toString(), "--output", corpus.toString());

            String shown = folder.resolve("corpus") + "/\\u009b2J\\u202e";
            assertThat(ran.out())
                    .isEqualTo("read      22 rows\nwritten   1 document under " + shown
                            + ": 1 vote, 1 ballot (for 1), 0 resolutions\ntaken     Old as New\\u009b2J\\u202e: 1 ballot\n"
                            + "unplaced  21 (unknown voter 21): " + shown + "/unplaced.txt\n");
            assertThat(ran.err()).endsWith("… and 1 more; all of them are in " + shown + "/unplaced.txt\n");
            assertThat(Shell.plain()
                            .run(
                                    "export",
                                    corpus.toString(),
                                    "--format",
                                    "neo4j-admin",
                                    "--output",
                                    corpus.resolve("graph").toString())
                            .out())
                    .endsWith(" sh " + shown + "/graph/load.sh\n");
        }

        @Test
        void says_where_a_quotation_mark_is_missing() throws IOException {
            Path table = write("one.csv", "vote,date,voter,choice\n1,\"2019-03-05,Israel,for\n");

            Ran ran = run(table.toString(), "--dataset", "one");

            assertThat(ran.err())
                    .isEqualTo("diplograph: " + table
                            + ":2: a quotation mark opens a field that no other one closes; mend the file\n");
        }

        @Test
        void asks_for_the_column_of_the_choices_where_it_was_forgotten() throws IOException {
            Path calls = write("calls.csv", "rcid,date,title\n1,2019-03-05,Fish Bill\n2,2019-03-06,\n");
            Path votes = write("votes.csv", "rcid,country,said\n1,Israel,yes\n2,Israel,no\n");
            String[] mapped = {"--column", "vote=rcid", "--column", "resolution=title", "--column", "voter=country"};

            Ran ran = run(
                    Stream.concat(Stream.of(votes.toString(), calls.toString(), "--dataset", "one"), Stream.of(mapped))
                            .toArray(String[]::new));

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err())
                    .isEqualTo("diplograph: \"" + votes
                            + "\" names voters and has no column \"choice\", which is to say what each of them chose;"
                            + " it has: said (--column choice=NAME names another)\n");
            assertThat(folder.resolve("corpus")).doesNotExist();
        }

        @Test
        void asks_for_the_column_of_the_voters_where_it_was_forgotten() throws IOException {
            Path table = write("one.csv", "vote,date,voters,choice\n1,2019-03-05,Israel,for\n");

            Ran ran = run(table.toString(), "--dataset", "one");

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err())
                    .isEqualTo("diplograph: \"" + table
                            + "\" has choices and no column \"voter\", which is to say whose they are; did you mean"
                            + " \"voters\"? (--column voter=NAME names another)\n");
        }

        @Test
        void writes_nothing_where_no_vote_finds_a_place() throws IOException {
            Path table = write("one.csv", "vote,date,voter,choice\n1,2019-03-05,Israel,aye\n2,2019-03-05,Israel,aye\n");

            Ran ran = run(table.toString(), "--dataset", "one");

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err())
                    .isEqualTo(
                            """
                            one.csv:2: unknown choice: "aye" is no choice; say what it means under `choices`, or that it is to `skip`
                            one.csv:3: unknown choice: "aye" is no choice; say what it means under `choices`, or that it is to `skip`
                            one.csv:2: vote without ballots: vote "1" has neither ballots nor counts, result or resolution
                            one.csv:3: vote without ballots: vote "2" has neither ballots nor counts, result or resolution
                            diplograph: nothing was imported: of 2 votes none has ballots, counts, a result or a resolution; look at what finds no place, and say under `columns` and `choices` of the mapping what it means
                            """);
            assertThat(folder.resolve("corpus/extractions")).doesNotExist();
            assertThat(written("unplaced.txt")).hasLineCount(4);
        }

        @Test
        void names_the_columns_where_one_is_missing() throws IOException {
            Path table = write("one.csv", "rollcall,date,voter,choice\n");

            Ran ran = run(table.toString(), "--dataset", "one");

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err())
                    .isEqualTo("diplograph: \"" + table
                            + "\" has no column \"vote\", which is to tell the votes apart; did you mean"
                            + " \"voter\"? (--column vote=NAME names another)\n");
        }

        @Test
        void says_what_is_wrong_with_a_mapping() throws IOException {
            Path mapping = write("mapping.yaml", "dataset: {id: one}\ncolums: {vote: rcid}\n");

            Ran ran = run(VOTES, "--mapping", mapping.toString());

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err().replace(folder.toString(), "…"))
                    .isEqualTo("…/mapping.yaml:2:1: error DG102: a mapping has no key `colums`\n"
                            + "  hint: did you mean \"columns\"?\n"
                            + "diplograph: nothing was imported: the mapping \"…/mapping.yaml\" has mistakes\n");
        }
    }
}
