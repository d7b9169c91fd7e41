package io.github.diplograph.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.yaml.YamlFile;
import io.github.diplograph.yaml.YamlList;
import io.github.diplograph.yaml.YamlMap;
import io.github.diplograph.yaml.YamlNode;
import io.github.diplograph.yaml.YamlScalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must be true of the bundled registry, whoever edits it. */
class RegistryDataTests {

    private static final LocalDate FIRST_ELECTION = LocalDate.of(1946, 1, 12);
    private static final LocalDate ENLARGED = LocalDate.of(1966, 1, 1);
    private static final LocalDate LAST_KNOWN = LocalDate.of(2027, 12, 31);

    private static final Map<String, YamlMap> ENTITIES = entities("states", "places", "organisations", "topics");
    private static final List<Tie> TIES = ties("memberships", "organisations");

    private record Tie(
            String id, String subject, String tie, String object, String kind, LocalDate from, LocalDate until) {

        static Tie of(YamlMap entry) {
            String from = text(entry, "from");
            String until = text(entry, "until");
            String subject = text(entry, "subject");
            String tie = text(entry, "tie");
            String object = text(entry, "object");
            String id = text(entry, "id");
            return new Tie(
                    id.isEmpty() ? subject + ' ' + tie + ' ' + object : id,
                    subject,
                    tie,
                    object,
                    text(entry, "kind"),
                    from.isEmpty() ? LocalDate.MIN : LocalDate.parse(from),
                    until.isEmpty() ? LocalDate.MAX : LocalDate.parse(until));
        }

        boolean isMembershipOf(String body, LocalDate day) {
            return tie.equals("member of")
                    && object.equals(body)
                    && !kind.equals("observer")
                    && !day.isBefore(from)
                    && !day.isAfter(until);
        }
    }

    @Nested
    class TheSecurityCouncil {

        private static final String COUNCIL = "un-security-council";

        @Test
        void hasElevenMembersOnEveryDayUntilItsEnlargementAndFifteenSince() {
            Map<LocalDate, Integer> odd = FIRST_ELECTION
                    .datesUntil(LAST_KNOWN.plusDays(1))
                    .filter(day -> members(COUNCIL, day).size() != (day.isBefore(ENLARGED) ? 11 : 15))
                    .collect(Collectors.toMap(
                            day -> day, day -> members(COUNCIL, day).size(), Integer::sum, TreeMap::new));

            // Latin America's second seat stayed empty until the 155th ballot.
            assertThat(odd)
                    .isEqualTo(LocalDate.of(1980, 1, 1)
                            .datesUntil(LocalDate.of(1980, 1, 7))
                            .collect(Collectors.toMap(day -> day, day -> 14)));
        }

        @Test
        void votedOnTheCeasefireOfMarch2024InThisComposition() {
            assertThat(members(COUNCIL, LocalDate.of(2024, 3, 25)))
                    .containsExactlyInAnyOrder(
                            "china",
                            "france",
                            "russia",
                            "united-kingdom",
                            "united-states",
                            "algeria",
                            "ecuador",
                            "guyana",
                            "japan",
                            "malta",
                            "mozambique",
                            "south-korea",
                            "sierra-leone",
                            "slovenia",
                            "switzerland");
        }

        @Test
        void neverKeepsAnElectedMemberForASecondTerm() {
            assertThat(TIES).filteredOn(tie -> tie.kind().equals("elected")).noneMatch(term -> TIES.stream()
                    .anyMatch(other -> other.kind().equals("elected")
                            && other.subject().equals(term.subject())
                            && other.from().equals(term.until().plusDays(1))));
        }

        @Test
        void namesATermByStateAndFirstYear() {
            assertThat(TIES).filteredOn(tie -> tie.kind().equals("elected")).allSatisfy(term -> assertThat(term.id())
                    .isEqualTo(term.subject() + "-unsc-" + term.from().getYear()));
        }

        @Test
        void hasNoMemberFromOutsideTheUnitedNations() {
            assertThat(TIES)
                    .filteredOn(tie -> tie.object().equals(COUNCIL) && tie.tie().equals("member of"))
                    .isNotEmpty()
                    .allSatisfy(term -> assertThat(members("un", term.from())).contains(term.subject()))
                    .allSatisfy(term -> assertThat(members("un", term.until())).contains(term.subject()));
        }
    }

    @Nested
    class TheUnitedNations {

        /** The United Nations' own count at the end of each year in which it changed. */
        @ParameterizedTest
        @CsvSource({
            "1945, 51",
            "1946, 55",
            "1947, 57",
            "1948, 58",
            "1949, 59",
            "1950, 60",
            "1955, 76",
            "1956, 80",
            "1957, 82",
            "1958, 82",
            "1960, 99",
            "1961, 104",
            "1962, 110",
            "1963, 113",
            "1964, 115",
            "1965, 117",
            "1966, 122",
            "1967, 123",
            "1968, 126",
            "1970, 127",
            "1971, 132",
            "1973, 135",
            "1974, 138",
            "1975, 144",
            "1976, 147",
            "1977, 149",
            "1978, 151",
            "1979, 152",
            "1980, 154",
            "1981, 157",
            "1983, 158",
            "1984, 159",
            "1990, 159",
            "1991, 166",
            "1992, 179",
            "1993, 184",
            "1994, 185",
            "1999, 188",
            "2000, 189",
            "2002, 191",
            "2006, 192",
            "2011, 193",
            "2026, 193"
        })
        void haveAsManyMembersAsTheyCount(int year, int count) {
            assertThat(members("un", LocalDate.of(year, 12, 31))).hasSize(count).doesNotHaveDuplicates();
        }
    }

    @Nested
    class Names {

        @Test
        void belongToOneEntityEach() {
            Map<String, TreeSet<String>> owners = new TreeMap<>();
            ENTITIES.forEach((id, entity) -> namesOf(id, entity)
                    .forEach(name -> owners.computeIfAbsent(folded(name), key -> new TreeSet<>())
                            .add(id)));

            assertThat(owners).isNotEmpty().allSatisfy((name, ids) -> assertThat(ids)
                    .hasSize(1));
        }

        @Test
        void startFromIdsThatAreSlugs() {
            assertThat(ENTITIES.keySet()).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        }

        @Test
        void pointToEntitiesThatExist() {
            Stream<String> named = Stream.concat(
                    TIES.stream().flatMap(tie -> Stream.of(tie.subject(), tie.object())),
                    ENTITIES.values().stream()
                            .flatMap(
                                    entity -> Stream.concat(texts(entity, "successors"), texts(entity, "members of"))));

            assertThat(named).isNotEmpty().allMatch(ENTITIES::containsKey);
        }
    }

    @Nested
    class Ties {

        @Test
        void haveAnIdentityEachAndEndAfterTheyBegan() {
            assertThat(TIES).extracting(Tie::id).doesNotHaveDuplicates();
            assertThat(TIES).noneMatch(tie -> tie.until().isBefore(tie.from()));
        }
    }

    private static List<String> members(String body, LocalDate day) {
        return TIES.stream()
                .filter(tie -> tie.isMembershipOf(body, day))
                .map(Tie::subject)
                .toList();
    }

    private static Stream<String> namesOf(String id, YamlMap entity) {
        Stream<String> keys = Stream.of(
                "state",
                "place",
                "organisation",
                "topic",
                "official",
                "aliases",
                "adjectives",
                "iso2",
                "iso3",
                "wikidata");
        return Stream.concat(Stream.of(id), keys.flatMap(key -> texts(entity, key)));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, YamlMap> entities(String... files) {
        Map<String, YamlMap> found = new TreeMap<>();
        for (String file : files) {
            YamlMap entities = (YamlMap) read(file).get("entities").orElseThrow();
            for (YamlMap.Entry entity : entities.entries()) {
                assertThat(found.put(entity.key().text(), (YamlMap) entity.value()))
                        .isNull();
            }
        }
        return found;
    }

    private static List<Tie> ties(String... files) {
        return Stream.of(files)
                .map(file -> (YamlList) read(file).get("ties").orElseThrow())
                .flatMap(list -> list.items().stream())
                .map(entry -> Tie.of((YamlMap) entry))
                .toList();
    }

    private static String text(YamlMap entry, String key) {
        return texts(entry, key).findFirst().orElse("");
    }

    private static Stream<String> texts(YamlMap entry, String key) {
        YamlNode value = entry.get(key).orElse(YamlList.of(List.of()));
        Stream<YamlNode> items = value instanceof YamlList list ? list.items().stream() : Stream.of(value);
        return items.map(item -> ((YamlScalar) item).text());
    }

    private static YamlMap read(String file) {
        String name = "registry/" + file + ".yaml";
        List<Diagnostic> problems = new ArrayList<>();
        try (InputStream in = RegistryDataTests.class.getResourceAsStream(name)) {
            YamlNode root = YamlFile.read(name, Objects.requireNonNull(in, name).readAllBytes(), problems::add)
                    .orElseThrow(() -> new AssertionError(problems));
            assertThat(problems).isEmpty();
            return (YamlMap) root;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
