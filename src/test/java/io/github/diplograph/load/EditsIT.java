package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.Neo4jTest;
import io.github.diplograph.diagnostic.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** The law of loading: however a corpus came to be what it is, the database holds what it is. */
@Neo4jTest
class EditsIT {

    private static final int SEQUENCES = Integer.getInteger("diplograph.sequences", 12);
    private static final int STEPS = 5;
    private static final List<String> DOCUMENTS = List.of("a", "b", "c", "d/e");

    private final Driver driver;
    private final Loader loader;

    EditsIT(Driver driver) {
        this.driver = driver;
        this.loader = Loader.of(driver, null);
    }

    @Test
    void any_sequence_of_edits_ends_in_the_graph_of_its_last_state() {
        driver.executableQuery("CREATE (:State {id: 'state-1'})-[:MEMBER_OF]->(:Organisation {name: 'other'})")
                .execute();
        String theirs = Dump.theirs(driver);
        for (long seed = 0; seed < SEQUENCES; seed++) {
            Random random = new Random(seed);
            Map<String, List<Claim>> corpus = new TreeMap<>();
            clear();
            for (int step = 0; step < STEPS; step++) {
                edit(corpus, random);
                List<Difference> planned = new ArrayList<>();
                Plan plan = loader.plan(sketch(corpus).graph(), planned::add, Progress.NONE);
                Applied applied = loader.apply(sketch(corpus).graph(), Progress.NONE);
                assertThat(applied.totals())
                        .as("plan and apply, seed %d step %d", seed, step)
                        .isEqualTo(plan.totals());
                assertThat(Totals.of(planned)).isEqualTo(plan.totals());
                assertThat(loader.apply(sketch(corpus).graph(), Progress.NONE).counters())
                        .as("a second apply, seed %d step %d", seed, step)
                        .isEqualTo(Applied.Counters.NONE);
            }
            String edited = Dump.ours(driver);
            clear();
            loader.apply(sketch(corpus).graph(), Progress.NONE);
            assertThat(Dump.differences(Dump.ours(driver), edited))
                    .as("seed %d", seed)
                    .isEmpty();
        }
        Map<String, List<Claim>> nothing = new TreeMap<>();
        DOCUMENTS.forEach(document -> nothing.put(document, List.of()));
        loader.apply(sketch(nothing).graph(), Progress.NONE);
        assertThat(Dump.ours(driver)
                        .lines()
                        .filter(line -> !line.startsWith("[Article") && !line.startsWith("[Document")))
                .isEmpty();
        assertThat(Dump.theirs(driver)).isEqualTo(theirs);
    }

    /** Some documents are written anew; some swap what they say. */
    private static void edit(Map<String, List<Claim>> corpus, Random random) {
        for (String document : DOCUMENTS) {
            if (!corpus.containsKey(document) || random.nextInt(3) == 0) {
                List<Claim> claims = new ArrayList<>();
                for (int number = random.nextInt(8); number > 0; number--) {
                    claims.add(claim(random));
                }
                corpus.put(document, claims);
            }
        }
        if (random.nextInt(3) == 0) {
            List<Claim> first = corpus.get("a");
            corpus.put("a", corpus.get("b"));
            corpus.put("b", first);
        }
    }

    /** What a document says of a name, where other documents say what it builds upon. */
    private record Claim(String needs, String defines, Consumer<Sketch.Document> writes) {}

    private static Claim claim(Random random) {
        int number = random.nextInt(3);
        String state = "state-" + random.nextInt(5);
        String other = "state-" + random.nextInt(5);
        return switch (random.nextInt(7)) {
            case 0 -> {
                Map<String, Object> properties = random.nextBoolean()
                        ? Map.of("aliases", List.of("alias-" + random.nextInt(4)))
                        : Map.of("iso3", "X" + random.nextInt(3));
                yield new Claim("", state, document -> document.entity("State", state, properties));
            }
            case 1, 2 -> {
                String vote = "vote-" + number;
                Map<String, String> ballots = new TreeMap<>();
                for (int voter = random.nextInt(5); voter > 0; voter--) {
                    ballots.put("state-" + random.nextInt(5), random.nextBoolean() ? "for" : "abstained");
                }
                Map<String, Object> result =
                        random.nextBoolean() ? Map.of() : Map.of("result", "r" + random.nextInt(2));
                yield new Claim("", vote, document -> document.vote(vote, result, ballots));
            }
            case 3 -> {
                String about = "vote-" + random.nextInt(3);
                String says = "s" + random.nextInt(2);
                yield new Claim(
                        about,
                        "",
                        document -> document.condemns("words-" + number, state, other, document.here(about), says));
            }
            case 4 -> {
                Map<String, Object> since = random.nextBoolean() ? Map.of() : Map.of("from", "19" + random.nextInt(3));
                yield new Claim("", "", document -> document.member(state, "council", since));
            }
            case 5 ->
                new Claim(
                        "",
                        "",
                        document -> document.article(
                                "article-" + number + "-" + document.claim(""), number == 0 ? "" : "council"));
            default -> new Claim("", "", document -> document.role("person-" + number, "office-" + number, state));
        };
    }

    /** Everything that claims refer to is defined, most of it by the registry; what is not is left out. */
    private static Sketch sketch(Map<String, List<Claim>> corpus) {
        Sketch sketch = new Sketch("news");
        List<String> defined = new ArrayList<>();
        corpus.values().forEach(claims -> claims.forEach(claim -> defined.add(claim.defines())));
        Sketch.Document registry = sketch.document("registry");
        if (corpus.values().stream().anyMatch(claims -> !claims.isEmpty())) {
            for (int state = 0; state < 5; state++) {
                if (!defined.contains("state-" + state)) {
                    registry.bundled("State", "state-" + state, Map.of("name", "State " + state));
                }
            }
            for (int person = 0; person < 3; person++) {
                registry.bundled("Person", "person-" + person, Map.of("name", "Person " + person));
            }
            registry.bundled("Organisation", "council", Map.of("name", "Council"));
        }
        corpus.forEach((path, claims) -> {
            Sketch.Document document = sketch.document(path);
            claims.stream()
                    .filter(claim -> claim.needs().isEmpty() || defined.contains(claim.needs()))
                    .forEach(claim -> claim.writes().accept(document));
        });
        return sketch;
    }

    private void clear() {
        driver.executableQuery("MATCH (n:_Diplograph) DETACH DELETE n").execute();
    }
}
