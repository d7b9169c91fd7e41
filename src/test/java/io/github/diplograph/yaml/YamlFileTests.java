package io.github.diplograph.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.ProcessorTime;
import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTests {

    private final List<Diagnostic> problems = new ArrayList<>();

    private Optional<YamlNode> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<YamlNode> read(byte[] content) {
        problems.clear();
        return YamlFile.read(
                "a.yaml",
                content,
                problem -> problems.add(
                        problem.position().line() == 0
                                ? problem
                                : problem.withExcerpt(YamlFile.line(
                                        content, problem.position().line()))));
    }

    private YamlMap map(String text) {
        YamlNode root = read(text).orElseThrow();
        assertThat(problems).isEmpty();
        return (YamlMap) root;
    }

    private static String value(YamlMap map, String key) {
        return ((YamlScalar) map.get(key).orElseThrow()).text();
    }

    private void says(String text, String... expected) {
        read(text);
        assertThat(problems).map(Diagnostic::toString).containsExactly(expected);
    }

    @Nested
    class Values {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "NO",
                    "no",
                    "yes",
                    "on",
                    "null",
                    "1.10",
                    "0123",
                    "0x1F",
                    "0o17",
                    "1_000",
                    "2728",
                    "2024-03-25",
                    "12:30",
                    "1e3",
                    ".inf",
                    "~",
                    "true",
                    "<<",
                    "="
                })
        void stay_as_they_were_written(String written) {
            assertThat(value(map("key: " + written + "\n"), "key")).isEqualTo(written);
        }

        @Test
        void that_are_not_there_are_absent() {
            YamlMap map = map("a:\nb: ''\nc: ~\n");
            assertThat(((YamlScalar) map.get("a").orElseThrow()).isAbsent()).isTrue();
            assertThat(((YamlScalar) map.get("b").orElseThrow()).isAbsent()).isFalse();
            assertThat(value(map, "c")).isEqualTo("~");
            assertThat(map.get("d")).isEmpty();
        }

        @Test
        void know_how_they_were_written() {
            YamlMap map = map("a: x\nb: 'x'\nc: \"x\"\nd: |-\n  x\ne: >-\n  x\n");
            assertThat(map.entries())
                    .map(entry -> ((YamlScalar) entry.value()).style())
                    .containsExactly(Style.PLAIN, Style.QUOTED, Style.QUOTED, Style.BLOCK, Style.BLOCK);
            assertThat(map.entries())
                    .map(entry -> ((YamlScalar) entry.value()).text())
                    .containsOnly("x");
        }

        @Test
        void of_several_lines_are_folded_or_kept() {
            YamlMap map = map("a: |\n  one\n\n  two\nb: >\n  one\n  two\nc: one\n  two\n");
            assertThat(value(map, "a")).isEqualTo("one\n\ntwo\n");
            assertThat(value(map, "b")).isEqualTo("one two\n");
            assertThat(value(map, "c")).isEqualTo("one two");
        }

        @Test
        void may_be_repeated_by_aliases() {
            YamlMap map = map("a: &all [UK, US]\nb: *all\nc: &word NO\nd: *word\n");
            assertThat(((YamlList) map.get("b").orElseThrow()).items())
                    .isEqualTo(((YamlList) map.get("a").orElseThrow()).items());
            assertThat(map.get("b").orElseThrow().position()).isEqualTo(new Position("a.yaml", 2, 4));
            assertThat(map.get("d")).contains(new YamlScalar("NO", Style.PLAIN, new Position("a.yaml", 4, 4)));
        }
    }

    @Nested
    class Positions {

        @Test
        void count_code_points_from_one() {
            YamlMap map = map("'\ud83d\ude00\ud83d\ude00': é\nlist: [\ud83d\ude00, x]\n");
            assertThat(map.position()).isEqualTo(new Position("a.yaml", 1, 1));
            assertThat(map.entries().get(0).value().position()).isEqualTo(new Position("a.yaml", 1, 7));
            assertThat(((YamlList) map.get("list").orElseThrow()).items().get(1).position())
                    .isEqualTo(new Position("a.yaml", 2, 11));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n", "\r"})
        void are_the_same_for_every_kind_of_line_break(String end) {
            byte[] content = "# first\n\na: 1 # comment\n  # another\nb:\n  - c\n"
                    .replace("\n", end)
                    .getBytes(StandardCharsets.UTF_8);
            YamlMap map = (YamlMap) read(content).orElseThrow();
            assertThat(problems).isEmpty();
            assertThat(map.position()).isEqualTo(new Position("a.yaml", 3, 1));
            YamlList list = (YamlList) map.get("b").orElseThrow();
            assertThat(list.items().get(0).position()).isEqualTo(new Position("a.yaml", 6, 5));
            assertThat(YamlFile.line(content, 6)).isEqualTo("  - c");
        }

        @Test
        void ignore_a_byte_order_mark() {
            assertThat(map("\ufeffkey: value\n").entries().get(0).key().position())
                    .isEqualTo(new Position("a.yaml", 1, 1));
            assertThat(YamlFile.line("\ufeffkey".getBytes(StandardCharsets.UTF_8), 1))
                    .isEqualTo("key");
        }

        @Test
        void of_an_absent_value_are_behind_its_colon() {
            assertThat(map("a:\n\nb: 1\n").get("a").orElseThrow().position()).isEqualTo(new Position("a.yaml", 1, 3));
        }

        @Test
        void past_the_end_have_no_line() {
            assertThat(YamlFile.line("a".getBytes(StandardCharsets.UTF_8), 2)).isEmpty();
            assertThat(YamlFile.line("a".getBytes(StandardCharsets.UTF_8), 0)).isEmpty();
        }
    }

    @Nested
    class Bytes {

        @Test
        void that_are_not_UTF_8_are_named_where_they_stand() {
            read(new byte[] {'a', ':', ' ', 'b', '\n', 'c', ':', ' ', (byte) 0xc3, (byte) 0xa9, (byte) 0xe9, '\n'});
            assertThat(problems)
                    .map(Diagnostic::toString)
                    .containsExactly(
                            """
                            a.yaml:2:5: error DG002: byte 0xE9 is not UTF-8
                              c: é\ufffd
                                  ^
                              hint: save it as UTF-8 in your editor""");
        }

        @Test
        void that_are_a_replacement_character_are_one() {
            assertThat(value(map("a: \ufffd\n"), "a")).isEqualTo("\ufffd");
        }

        @Test
        void of_UTF_16_are_named_as_such() {
            assertThat(read("a: b".getBytes(StandardCharsets.UTF_16))).isEmpty();
            assertThat(problems)
                    .map(Diagnostic::toString)
                    .containsExactly(
                            """
                            a.yaml: error DG002: the file is UTF-16, expected UTF-8
                              hint: save it as UTF-8 in your editor""");
        }

        @Test
        void that_no_YAML_may_hold_are_named() {
            says(
                    "a: \u0007b\n",
                    """
                    a.yaml:1:4: error DG003: character U+0007 cannot stand in a YAML file
                      a: \\u0007b
                         ^
                      hint: delete it, or write "\\u0007" in double quotes""");
            says(
                    "a\u0000",
                    """
                    a.yaml:1:2: error DG003: character U+0000 cannot stand in a YAML file
                      a\\u0000
                       ^
                      hint: save it as UTF-8 in your editor""");
        }

        @Test
        void of_more_than_64_MiB_are_not_read() {
            assertThat(read(new byte[YamlFile.LARGEST + 1])).isEmpty();
            assertThat(problems)
                    .map(Diagnostic::toString)
                    .containsExactly(
                            """
                            a.yaml: error DG008: the file has 67,108,865 bytes, expected at most 67,108,864
                              hint: split it: a corpus may have many files""");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\ufeff", "\n\n", "# only a comment\n", "---\n", "---\n...\n"})
        void without_YAML_are_an_empty_file(String text) {
            says(
                    text,
                    """
                    a.yaml: error DG009: the file holds no YAML
                      hint: begin it with a key such as `article:`, or delete the file""");
        }
    }

    @Nested
    class Mistakes {

        @Test
        void in_keys_are_all_reported_and_the_first_value_counts() {
            YamlNode root = read("a: 1\nb: {x: 1, x: 2}\na: 3\n\"a\": 4\n").orElseThrow();
            assertThat(problems)
                    .map(Diagnostic::toString)
                    .containsExactly(
                            """
                            a.yaml:2:11: error DG004: key "x" stands twice in one mapping, first in line 2
                              b: {x: 1, x: 2}
                                        ^
                              hint: a key of many values takes a list; a second entry needs its own "- \"""",
                            """
                            a.yaml:3:1: error DG004: key "a" stands twice in one mapping, first in line 1
                              a: 3
                              ^
                              hint: a key of many values takes a list; a second entry needs its own "- \"""",
                            """
                            a.yaml:4:1: error DG004: key "a" stands twice in one mapping, first in line 1
                              "a": 4
                              ^
                              hint: a key of many values takes a list; a second entry needs its own "- \"""");
            assertThat(value((YamlMap) root, "a")).isEqualTo("1");
        }

        @Test
        void of_shape_in_keys_leave_the_entry_out() {
            YamlNode root = read("[a]: b\n{c: d}: e\nf: g\n").orElseThrow();
            assertThat(problems)
                    .map(Diagnostic::toString)
                    .containsExactly(
                            """
                            a.yaml:1:1: error DG101: a list stands where a key should be, expected a text
                              [a]: b
                              ^
                              hint: a value that begins with "[" or "{" needs quotes""",
                            """
                            a.yaml:2:1: error DG101: a mapping stands where a key should be, expected a text
                              {c: d}: e
                              ^
                              hint: a value that begins with "[" or "{" needs quotes""");
            assertThat(((YamlMap) root).entries()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a:\n\t- b", "a: b\n\tc: d", "a: |\n\tb\n", "- a\n\t\n\t- b: c\n\t"})
        void of_tabs_are_named_as_such(String text) {
            read(text);
            assertThat(problems).hasSize(1);
            assertThat(problems.get(0))
                    .hasToString("a.yaml:" + problems.get(0).position().line()
                            + """
                    :1: error DG003: a tab cannot indent
                      %s
                      ^
                      hint: indent with spaces; most editors convert tabs"""
                                    .formatted(text
                                            .split("\n")[
                                            problems.get(0).position().line() - 1].replace('\t', ' ')));
        }

        @Test
        void of_tabs_behind_a_dash_are_named_as_such() {
            says(
                    "-\ta: b\n",
                    """
                    a.yaml:1:2: error DG003: a tab cannot indent
                      - a: b
                       ^
                      hint: indent with spaces; most editors convert tabs""");
        }

        @Test
        void of_quotation_say_what_to_quote() {
            says(
                    "says: he said: no\n",
                    """
                    a.yaml:1:14: error DG003: a value without quotes cannot contain ": "
                      says: he said: no
                                   ^
                      hint: put the whole value in quotes""");
            says(
                    "quote: \"No\" he said\n",
                    """
                    a.yaml:1:13: error DG003: text follows a closed quotation mark
                      quote: "No" he said
                                  ^
                      hint: put the whole value in one pair of quotes; in double quotes write \\" for a quotation mark""");
            says(
                    "about: [a] and b\n",
                    """
                    a.yaml:1:12: error DG003: text follows a closed bracket
                      about: [a] and b
                                 ^
                      hint: put the whole value in quotes""");
            says(
                    "a: 1\nquote: \"No\nb: 2\n",
                    """
                    a.yaml:2:8: error DG003: the quotation mark that opens here is never closed
                      quote: "No
                             ^""");
            says(
                    "a: @b\n",
                    """
                    a.yaml:1:4: error DG003: a value cannot begin with "@"
                      a: @b
                         ^
                      hint: put the value in quotes""");
            says(
                    "a: ]\n",
                    """
                    a.yaml:1:4: error DG003: a value cannot begin with "]"
                      a: ]
                         ^
                      hint: put the value in quotes""");
            says(
                    "a: *not* binding\n",
                    """
                    a.yaml:1:4: error DG003: "*not* binding" is not the name of an alias
                      a: *not* binding
                         ^
                      hint: a value that begins with "*" or "&" needs quotes""");
            says(
                    "a: > b\n",
                    """
                    a.yaml:1:6: error DG003: expected a line break after "|" or ">"
                      a: > b
                           ^
                      hint: a value that begins with "|" or ">" needs quotes""");
        }

        @Test
        void of_escapes_say_how_to_write_a_backslash() {
            String hint = "\n  hint: in double quotes write \"\\\\\" for a backslash, or use single quotes";
            says(
                    "a: \"b\\d\"\n",
                    """
                    a.yaml:1:7: error DG003: an unknown escape stands after "\\"
                      a: "b\\d"
                            ^"""
                            + hint);
            says(
                    "a: \"b\\UFFFFFFFF\"\n",
                    """
                    a.yaml:1:8: error DG003: an unknown escape stands after "\\"
                      a: "b\\UFFFFFFFF"
                             ^"""
                            + hint);
            says(
                    "a: \"\\ud800\"\n",
                    """
                    a.yaml:1:4: error DG003: an escape between \\ud800 and \\udfff is half a character
                      a: "\\ud800"
                         ^
                      hint: write the character itself, or \\U and its eight digits""");
            assertThat(value(map("a: \"\\ud83d\\ude00\"\n"), "a")).isEqualTo("\ud83d\ude00");
        }

        @Test
        void of_long_keys_say_how_long_they_may_be() {
            assertThat(value(map("k".repeat(1024) + ": x\n"), "k".repeat(1024))).isEqualTo("x");
            says(
                    "k".repeat(1025) + ": x\n",
                    """
                    a.yaml:1:1: error DG003: a key of more than 1024 characters
                      %s…
                      ^
                      hint: choose a shorter one"""
                            .formatted("k".repeat(120)));
        }

        @Test
        void of_indentation_say_what_was_expected() {
            says(
                    "says: the US left\n  verb: x\n",
                    """
                    a.yaml:2:3: error DG003: a key cannot stand here: the line before already has a value
                        verb: x
                        ^
                      hint: keys of one mapping begin in the same column; a text that contains ": " needs quotes""");
            says(
                    "a:\n    b: 1\n   c: 2\n",
                    """
                    a.yaml:3:4: error DG003: expected a key in column 1, where the mapping of line 1 has its keys
                         c: 2
                         ^
                      hint: check the indentation; items of a list begin with "- \"""");
            says(
                    "a:\n  - b\n  c: d\n",
                    """
                    a.yaml:3:3: error DG003: expected "- " in column 3, where the list of line 2 has its items
                        c: d
                        ^
                      hint: check the indentation""");
            says(
                    "by: - UK\n",
                    """
                    a.yaml:1:5: error DG003: a list item "- " cannot begin behind its key
                      by: - UK
                          ^
                      hint: put each item on a line of its own, or write [one, two]""");
        }

        @Test
        void in_colons_say_what_was_expected() {
            says(
                    "a: b\nfoo\nc: d\n",
                    """
                    a.yaml:2:1: error DG003: "foo" has no ":", expected "key: value"
                      foo
                      ^
                      hint: a text over several lines is indented more than its key, or begins with "|\"""");
            says(
                    "a:b\nc: d\n",
                    """
                    a.yaml:1:2: error DG003: a space is missing after this colon, expected "key: value"
                      a:b
                       ^""");
            says(
                    ": b\n",
                    """
                    a.yaml:1:1: error DG003: a key is missing before this
                      : b
                      ^
                      hint: a text that begins with ":" needs quotes""");
        }

        @Test
        void in_brackets_say_which_are_open() {
            says(
                    "a: [b, c\n",
                    """
                    a.yaml:1:4: error DG003: the bracket that opens here is never closed
                      a: [b, c
                         ^
                      hint: a text that begins with "[" or "{" needs quotes""");
            says(
                    "a: [b, c\nd: e\n",
                    """
                    a.yaml:2:2: error DG003: expected "," or "]" to go on with the list of line 1
                      d: e
                       ^""");
            says(
                    "a: {b: c\nd: e\n",
                    """
                    a.yaml:2:2: error DG003: expected "," or "}" to go on with the mapping of line 1
                      d: e
                       ^""");
            says(
                    "a: [\n",
                    """
                    a.yaml:1:4: error DG003: the bracket that opens here is never closed
                      a: [
                         ^
                      hint: a text that begins with "[" or "{" needs quotes""");
        }

        @ParameterizedTest
        @ValueSource(strings = {"!!str 1", "!foo 1", "! 1", "!<tag:x> 1", "!x!y 1", "!%zz 1"})
        void of_tags_are_refused(String value) {
            says(
                    "a: " + value + "\n",
                    """
                    a.yaml:1:4: error DG010: a YAML tag stands before this value, expected none
                      a: %s
                         ^
                      hint: the vocabulary says what a value is; a text that begins with "!" needs quotes"""
                            .formatted(value));
        }

        @Test
        void of_several_documents_keep_the_first() {
            says(
                    "---\na: b\n---\nc: [\n",
                    """
                    a.yaml:3:1: error DG005: a second YAML document begins here, expected one a file
                      ---
                      ^
                      hint: delete the line "---", or move what follows to a file of its own""");
            assertThat(read("a: b\n---\nc: d\n").map(YamlFile::write)).contains("a: b\n");
            says(
                    "a: b\n...\nc: d\n",
                    """
                    a.yaml:3:1: error DG003: this stands outside the file's one YAML document
                      c: d
                      ^
                      hint: a line that begins with "%" needs quotes, and nothing follows "...\"""");
        }

        @Test
        void of_aliases_are_named() {
            says(
                    "a: &all x\nb: *al\nc: *d\n",
                    """
                    a.yaml:2:4: error DG003: no anchor "&al" stands before this alias
                      b: *al
                         ^
                      hint: did you mean "all"?""",
                    """
                    a.yaml:3:4: error DG003: no anchor "&d" stands before this alias
                      c: *d
                         ^
                      hint: a value that begins with "*" needs quotes""");
            says(
                    "a: &a {b: *a}\n",
                    """
                    a.yaml:1:11: error DG007: alias "*a" stands inside what it repeats, begun in line 1
                      a: &a {b: *a}
                                ^""");
        }
    }

    @Nested
    class Hostile_files {

        @Test
        void nested_too_deep_are_refused() {
            assertThat(read("[".repeat(50) + "]".repeat(50))).isPresent();
            says(
                    "[".repeat(51) + "]".repeat(51),
                    """
                    a.yaml:1:51: error DG006: mappings and lists stand more than 50 deep in one another
                      %s
                      %s^
                      hint: an extraction needs no more than six"""
                            .formatted("[".repeat(51) + "]".repeat(51), " ".repeat(50)));
        }

        @Test
        void nested_too_deep_by_aliases_are_refused() {
            StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
            for (int i = 1; i < 60; i++) {
                text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
            }
            says(
                    text.toString(),
                    """
                    a.yaml:50:12: error DG006: mappings and lists stand more than 50 deep in one another
                      a49: &a49 [*a48]
                                 ^
                      hint: an extraction needs no more than six""");
        }

        @Test
        void multiplied_by_aliases_are_refused() {
            StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
            for (int i = 1; i < 9; i++) {
                text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
            }
            says(
                    text.toString(),
                    """
                    a.yaml:6:15: error DG007: aliases expand the file by more than 4 MiB
                      a5: &a5 [*a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, ]
                                    ^
                      hint: repeat less: alias "*a4" stands for 1877776 characters""");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[",
                    "{",
                    "- ",
                    "? ",
                    "a: ",
                    "[a, ",
                    "{a: ",
                    "\"",
                    "'",
                    "\"\n",
                    "# ",
                    "#\n",
                    " ",
                    "\n",
                    "\t",
                    "&a ",
                    "*a ",
                    "- &a b\n- *a\n",
                    "!",
                    "! ",
                    "a: b\n",
                    "a:\n",
                    "- a\n",
                    "a\n ",
                    "a ",
                    "ab",
                    "%YAML 1.2\n",
                    "%T\n",
                    "---\n",
                    "...\n",
                    "|\n",
                    "- |\n \n",
                    "- >\n  a\n\n",
                    "[]: ",
                    ", ",
                    "\\",
                    "é",
                    "\ud83d\ude00",
                    "\r",
                    "a: \"b\" ",
                    "{a}, ",
                    "- - "
                })
        void of_a_megabyte_take_no_longer_than_two_seconds(String unit) {
            byte[] content = unit.repeat(1_000_000 / unit.length()).getBytes(StandardCharsets.UTF_8);
            for (String head : List.of("", "a: [", "a: \"", "a: |\n  ")) {
                byte[] all = (head + new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
                int[] count = {0};
                assertThat(ProcessorTime.of(() -> YamlFile.read("a.yaml", all, problem -> count[0]++)))
                        .isLessThan(Duration.ofSeconds(2));
            }
        }
    }
}
