package io.github.diplograph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.diplograph.cli.Shell.Ran;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTests {

    @Nested
    class Help {

        @Test
        void lists_the_commands_of_the_contract_in_order() {
            List<String> commands =
                    List.copyOf(Main.commandLine(new Console(System.out, System.err, Set.of(), Map.of()))
                            .getSubcommands()
                            .keySet());
            assertThat(commands)
                    .containsExactly(
                            "init",
                            "check",
                            "plan",
                            "apply",
                            "report",
                            "serve",
                            "export",
                            "import",
                            "schema",
                            "evidence",
                            "help");
        }

        @Test
        void of_a_command_is_a_command_too() {
            assertThat(Shell.plain().run("help", "check").out())
                    .isNotEmpty()
                    .isEqualTo(Shell.plain().run("check", "--help").out());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"init", "check", "plan", "apply", "report", "serve", "export", "import", "schema", "evidence"
                })
        void of_a_command_has_examples_that_parse(String command) {
            Ran ran = Shell.plain().run(command, "--help");
            assertThat(ran.code()).isZero();
            assertThat(ran.err()).isEmpty();
            List<String> examples = ran.out()
                    .lines()
                    .filter(line -> line.matches(" +(\\S+=\\S+ )?diplograph .*"))
                    .toList();
            assertThat(examples).hasSizeBetween(2, 6);
            for (String example : examples) {
                String[] words = example.replaceFirst("^ +(\\S+=\\S+ )?diplograph ", "")
                        .replaceFirst(" +[|>] .*| {3,}.*", "")
                        .split(" ");
                CommandLine line = Main.commandLine(new Console(System.out, System.err, Set.of(), Map.of()));
                assertThat(line.parseArgs(words).errors()).as(example).isEmpty();
            }
        }

        @Test
        void tells_the_version() {
            Ran ran = Shell.plain().run("--version");
            assertThat(ran).isEqualTo(new Ran(0, "diplograph development\n", ""));
        }
    }

    @Nested
    class A_command_line_that_cannot_be_understood {

        @Test
        void has_no_command() {
            assertUsage("no command given", "diplograph");
        }

        @Test
        void has_a_misspelt_command() {
            assertUsage("no command \"chek\"; did you mean \"check\"?", "diplograph", "chek");
        }

        @Test
        void has_a_misspelt_option_and_its_value_is_not_repeated() {
            assertUsage("no option \"--text\"; did you mean \"--texts\"?", "diplograph check", "check", "--text=x");
        }

        @Test
        void has_an_unknown_format() {
            assertUsage("no format \"jsn\"; did you mean \"json\"?", "diplograph check", "check", "--format", "jsn");
        }

        @Test
        void asks_for_an_export_without_a_format_or_in_one_that_there_is_not() {
            assertUsage("`diplograph export` needs --format FORMAT", "diplograph export", "export", "corpus");
            assertUsage(
                    "no format \"csv\"; there is neo4j-admin", "diplograph export", "export", "corpus", "-f", "csv");
        }

        @Test
        void lacks_a_value() {
            assertUsage("\"--texts\" needs a value, DIR", "diplograph check", "check", "--texts");
        }

        @Test
        void has_too_many_arguments() {
            assertUsage("one argument too many: \"b\"", "diplograph check", "check", "a", "b");
        }

        @Test
        void has_an_option_twice() {
            assertUsage("\"--format\" is given twice", "diplograph check", "check", "-f", "csv", "-f", "json");
        }

        @Test
        void names_a_folder_of_texts_that_is_not_there() {
            assertUsage(
                    "no folder \"nowhere\", which --texts names", "diplograph check", "check", "--texts", "nowhere");
        }
    }

    @Nested
    class A_password {

        @ParameterizedTest
        @ValueSource(strings = {"-p", "-psecret", "--password", "--password=secret"})
        void is_refused_as_an_argument_and_not_repeated(String option) {
            assertUsage(
                    "a password is never an argument: set NEO4J_PASSWORD, name a file with --password-file, or wait for"
                            + " the prompt",
                    "diplograph report",
                    "report",
                    "ballots",
                    option);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "bolt://neo4j:secret@localhost",
                    "bolt://neo4j:secret@some_host",
                    "bolt://neo4j:se^cret@localhost",
                    "neo4j:se^cret@localhost",
                    "neo4j:secret@localhost",
                    "neo4j:se/cr@et@localhost",
                    "bolt://neo4j:sec\nret@localhost",
                    "bolt:neo4j:secret@localhost"
                })
        void is_refused_in_an_address_and_not_repeated(String address) {
            String sentence = "an address has no user and no password in it: use --username, and NEO4J_PASSWORD or"
                    + " --password-file";
            assertUsage(sentence, "diplograph report", "report", "ballots", "--uri", address);
            assertThat(Shell.plain().with(Map.of("NEO4J_URI", address)).run("report", "ballots"))
                    .isEqualTo(new Ran(2, "", sentence + "\n`diplograph report --help` shows what it takes\n"));
        }

        @Test
        void is_missed_where_nobody_can_be_asked() {
            assertUsage(
                    "the password of \"neo4j\" is missing: set NEO4J_PASSWORD, or name a file with --password-file",
                    "diplograph report",
                    "report",
                    "ballots",
                    "--uri",
                    "bolt://localhost:1",
                    "-u",
                    "neo4j");
        }
    }

    @Nested
    class A_parameter_of_a_report {

        @ParameterizedTest
        @ValueSource(strings = {"v2=3 v2=4", "v2=3  v2= 4", "v2=v2=3 v2="})
        void is_given_once_whoever_prints_the_report(String twice, @TempDir Path folder) throws IOException {
            String report = Files.writeString(
                            folder.resolve("mine.cypher"), "// param: v2 text — anything\nRETURN $v2 AS v2\n")
                    .toString();
            String sentence = "the parameter \"v2\" is given twice";

            assertUsage(sentence, "diplograph apply", "apply", "no/such/corpus", "--report", report + " " + twice);
            assertUsage(sentence, "diplograph report", "report", report, "v2=3", "--param", "v2=4");
        }

        @Test
        void is_refused_where_the_report_has_none_of_that_name() {
            String sentence = "report \"ballots\" has no parameter \"v_2\"; ";
            Ran applied = Shell.plain().run("apply", "no/such/corpus", "--report", "ballots v_2=3");
            Ran reported = Shell.plain().run("report", "ballots", "v_2=3");

            assertThat(applied.code()).isEqualTo(2);
            assertThat(applied.err().lines().findFirst())
                    .isEqualTo(reported.err().lines().findFirst())
                    .hasValueSatisfying(line -> assertThat(line).startsWith(sentence));
        }
    }

    @Nested
    class A_fingerprint {

        @ParameterizedTest
        @ValueSource(strings = {"junk", "", "0123456789ab-0123456789AB"})
        void is_one_that_a_plan_can_have(String junk) {
            assertUsage(
                    '"' + junk + "\" is no fingerprint of a plan; `diplograph plan` prints one",
                    "diplograph apply",
                    "apply",
                    "no/such/corpus",
                    "--if",
                    junk);
        }
    }

    @Nested
    class A_database {

        @Test
        void has_one_place() {
            assertUsage(
                    "--uri and --local exclude each other",
                    "diplograph apply",
                    "apply",
                    "--uri",
                    "bolt://localhost",
                    "--local",
                    "x");
        }

        @Test
        void has_an_address_that_drivers_know() {
            assertUsage(
                    "\"http://localhost:7474\" is no address of a Neo4j: it is like neo4j://host:7687, neo4j+s://host,"
                            + " bolt://host:7687 or bolt+s://host",
                    "diplograph report",
                    "report",
                    "ballots",
                    "-a",
                    "http://localhost:7474");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        bolt://localhost:76870 | has the port 76870, and the last one is 65535
                        neo4j+s://localhost:65536 | has the port 65536, and the last one is 65535
                        bolt://localhost:1?x=1 | has parameters behind "?", which only addresses with neo4j:// take
                        bolt+s://localhost?y=2 | has parameters behind "?", which only addresses with neo4j:// take
                        """)
        void has_an_address_that_drivers_take(String address, String sentence) {
            assertUsage('"' + address + "\" " + sentence, "diplograph apply", "apply", "no/such/corpus", "-a", address);
        }

        @Test
        void that_does_not_answer_is_the_databases_failure() {
            Ran ran = Shell.plain()
                    .with(Map.of("NEO4J_URI", "bolt://localhost:1"))
                    .run("report", "ballots");
            assertThat(ran)
                    .isEqualTo(new Ran(
                            1,
                            "",
                            "diplograph: cannot connect to bolt://localhost:1: no Neo4j answers there; start it, or"
                                    + " check address and network\n"));
        }

        @Test
        void that_nobody_made_is_not_made_by_a_question() {
            Ran ran = Shell.plain().run("report", "ballots", "--local", "target/no-such-store");
            assertThat(ran)
                    .isEqualTo(new Ran(
                            1,
                            "",
                            "diplograph: there is no database in target/no-such-store: `diplograph apply` makes one;"
                                    + " --local names another folder, --uri a server\n"));
        }
    }

    @Nested
    class A_result {

        @Test
        void that_cannot_be_written_is_a_failure(@TempDir Path folder) throws Exception {
            File full = new File("/dev/full");
            assumeThat(full).exists();
            Path err = folder.resolve("err.txt");
            Process process = problems(err).redirectOutput(full).start();

            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(err).hasContent("diplograph: not all of the result could be written: is the disk full?");
        }

        @Test
        void whose_reader_has_enough_is_none(@TempDir Path folder) throws Exception {
            Path err = folder.resolve("err.txt");
            Process process = problems(err).start();
            process.getInputStream().close();

            assertThat(process.waitFor()).isZero();
            assertThat(err).isEmptyFile();
        }

        private ProcessBuilder problems(Path err) {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "schema",
                            "--problems",
                            "--format",
                            "csv")
                    .redirectError(err.toFile());
        }
    }

    private static void assertUsage(String sentence, String command, String... arguments) {
        Ran ran = Shell.plain().run(arguments);
        assertThat(ran).isEqualTo(new Ran(2, "", sentence + "\n`" + command + " --help` shows what it takes\n"));
    }
}
