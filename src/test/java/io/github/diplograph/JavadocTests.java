package io.github.diplograph;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTreeScanner;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Whether whatever a user of the library sees is described. The compiler's own check of the same (doclint's group
 * {@code missing}) wants the components of a record described again on its compact constructor.
 */
class JavadocTests {

    @Test
    void every_public_type_and_member_says_what_it_is() throws IOException {
        assertThat(missing(Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void what_is_not_described_is_found() throws IOException {
        Path directory = Files.createTempDirectory("javadoc");
        Files.writeString(
                directory.resolve("Vote.java"),
                """
                public record Vote(String id) {
                    public int counted(int from) {
                        return from;
                    }

                    /** Nothing. */
                    public int described(int from) {
                        return from;
                    }

                    @Override
                    public String toString() {
                        return id;
                    }

                    void internal() {}
                }
                """);
        assertThat(missing(directory))
                .containsExactly(
                        "Vote.java:1: Vote has no comment",
                        "Vote.java:2: counted has no comment",
                        "Vote.java:7: described has no @param from",
                        "Vote.java:7: described has no @return");
        Files.delete(directory.resolve("Vote.java"));
        Files.delete(directory);
    }

    private static List<String> missing(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> java = files.filter(file -> file.getFileName().toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(java));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree file : task.parse()) {
                new Visitor(trees, file, missing).scan(file, null);
            }
        }
        return missing;
    }

    private static final class Visitor extends TreePathScanner<Void, Void> {

        private final DocTrees trees;
        private final CompilationUnitTree file;
        private final List<String> missing;

        Visitor(DocTrees trees, CompilationUnitTree file, List<String> missing) {
            this.trees = trees;
            this.file = file;
            this.missing = missing;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!isVisible(type.getModifiers())) {
                return null;
            }
            List<String> components = new ArrayList<>();
            if (type.getKind() == Tree.Kind.RECORD) {
                for (Tree member : type.getMembers()) {
                    if (member instanceof VariableTree field
                            && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
                        components.add(field.getName().toString());
                    }
                }
            }
            check(type, type.getSimpleName().toString(), components, false);
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            boolean inherits = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            boolean constructor = method.getReturnType() == null;
            boolean implicit = trees.getSourcePositions().getEndPosition(file, method) < 0
                    || trees.getSourcePositions().getStartPosition(file, method)
                            == trees.getSourcePositions().getStartPosition(file, type);
            boolean ofInterface = type.getKind() == Tree.Kind.INTERFACE
                    && !method.getModifiers().getFlags().contains(Modifier.PRIVATE);
            if (inherits || implicit || !isVisible(method.getModifiers()) && !ofInterface) {
                return null;
            }
            boolean compact = constructor && type.getKind() == Tree.Kind.RECORD;
            boolean value = !constructor && !method.getReturnType().toString().equals("void");
            List<String> parameters = compact
                    ? List.of()
                    : method.getParameters().stream()
                            .map(parameter -> parameter.getName().toString())
                            .toList();
            check(
                    method,
                    constructor
                            ? type.getSimpleName().toString()
                            : method.getName().toString(),
                    parameters,
                    value);
            return null;
        }

        @Override
        public Void visitVariable(VariableTree field, Void nothing) {
            boolean component = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
            if (!component && isVisible(field.getModifiers())) {
                check(field, field.getName().toString(), List.of(), false);
            }
            return null;
        }

        private void check(Tree tree, String name, List<String> parameters, boolean value) {
            DocCommentTree comment =
                    trees.getDocCommentTree(new TreePath(getCurrentPath().getParentPath(), tree));
            String place = Path.of(file.getSourceFile().getName()).getFileName() + ":"
                    + file.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(file, tree)) + ": "
                    + name;
            if (comment == null || comment.getFullBody().isEmpty()) {
                missing.add(place + " has no comment");
                return;
            }
            Set<String> described = new HashSet<>();
            new DocTreeScanner<Void, Void>() {
                @Override
                public Void visitParam(ParamTree param, Void nothing) {
                    described.add(param.getName().toString());
                    return null;
                }

                @Override
                public Void visitReturn(ReturnTree returned, Void nothing) {
                    described.add("@return");
                    return null;
                }
            }.scan(comment, null);
            for (String parameter : parameters) {
                if (!described.contains(parameter)) {
                    missing.add(place + " has no @param " + parameter);
                }
            }
            if (value && !described.contains("@return")) {
                missing.add(place + " has no @return");
            }
        }

        private static boolean isVisible(ModifiersTree modifiers) {
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED);
        }
    }
}
