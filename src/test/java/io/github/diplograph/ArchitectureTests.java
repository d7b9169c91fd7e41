package io.github.diplograph;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the packages may know of one another and of the libraries. */
class ArchitectureTests {

    private static final String ROOT = "io.github.diplograph";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** The direct imports; each package also has what its imports have. */
    private static final Map<String, Set<String>> LAYERS = new LinkedHashMap<>();

    static {
        LAYERS.put("diagnostic", Set.of());
        LAYERS.put("yaml", Set.of("diagnostic"));
        LAYERS.put("edtf", Set.of("diagnostic"));
        LAYERS.put("evidence", Set.of("diagnostic"));
        LAYERS.put("local", Set.of("diagnostic"));
        LAYERS.put("report", Set.of("diagnostic"));
        LAYERS.put("vocabulary", Set.of("yaml", "edtf"));
        LAYERS.put("extraction", Set.of("vocabulary"));
        LAYERS.put("corpus", Set.of("extraction", "evidence"));
        LAYERS.put("graph", Set.of("corpus"));
        LAYERS.put("load", Set.of("graph"));
        LAYERS.put("exchange", Set.of("graph"));
        LAYERS.put("page", Set.of("graph", "report"));
        LAYERS.put("cli", Set.of("load", "exchange", "page", "local"));
    }

    @TestFactory
    Stream<DynamicTest> each_package_imports_only_what_lies_below() {
        return LAYERS.keySet().stream()
                .map(layer -> DynamicTest.dynamicTest(layer, () -> {
                    Set<String> below = new TreeSet<>(Set.of(layer));
                    addImports(layer, below);
                    classes()
                            .that()
                            .resideInAPackage(packageOf(layer))
                            .should()
                            .onlyDependOnClassesThat(not(resideInAPackage(ROOT + ".."))
                                    .or(resideInAnyPackage(below.stream()
                                            .map(ArchitectureTests::packageOf)
                                            .toArray(String[]::new))))
                            .because(layer + " may import " + LAYERS.get(layer) + " and what these may import")
                            .allowEmptyShould(true)
                            .check(MAIN);
                }));
    }

    @Test
    void every_class_is_in_one_of_the_packages_and_none_in_the_root() {
        classes()
                .should()
                .resideInAnyPackage(LAYERS.keySet().stream()
                        .map(ArchitectureTests::packageOf)
                        .toArray(String[]::new))
                .check(MAIN);
    }

    @Test
    void there_are_no_cycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void only_yaml_knows_the_yaml_library() {
        onlyIn("org.snakeyaml..", "yaml");
    }

    @Test
    void only_the_command_line_knows_picocli() {
        onlyIn("picocli..", "cli");
    }

    @Test
    void only_what_meets_the_database_knows_the_driver() {
        onlyIn("org.neo4j..", "load", "report", "page", "cli");
    }

    @Test
    void only_the_command_line_prints() {
        noClasses()
                .that(not(resideInAPackage(packageOf("cli"))))
                .should(ACCESS_STANDARD_STREAMS)
                .check(MAIN);
    }

    @Test
    void nobody_logs_but_through_slf4j() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.apache.."))
                .check(MAIN);
    }

    @Test
    void only_the_command_line_and_the_tether_of_the_server_end_the_process() {
        noClasses()
                .that(not(resideInAPackage(packageOf("cli"))))
                .and()
                .haveSimpleNameNotContaining("TetheredServer")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(MAIN);
    }

    private static void onlyIn(String library, String... layers) {
        noClasses()
                .that(not(resideInAnyPackage(
                        Stream.of(layers).map(ArchitectureTests::packageOf).toArray(String[]::new))))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(MAIN);
    }

    private static void addImports(String layer, Set<String> below) {
        for (String next : LAYERS.getOrDefault(layer, Set.of())) {
            if (below.add(next)) {
                addImports(next, below);
            }
        }
    }

    private static String packageOf(String layer) {
        return ROOT + "." + layer + "..";
    }
}
