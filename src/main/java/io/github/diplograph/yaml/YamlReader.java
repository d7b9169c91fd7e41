package io.github.diplograph.yaml;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Nearest;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Builds nodes from the library's events, one by one: no recursion over what a stranger wrote, and every bound is
 * checked before it costs anything.
 */
final class YamlReader {

    /** How deep mappings and lists may stand in one another, aliases followed. */
    static final int DEEPEST = 50;

    /** By how many characters aliases may expand a file. */
    static final long WIDEST = 4L * 1024 * 1024;

    /** What a node weighs beside its text, in characters. */
    private static final int NODE = 16;

    private static final int BUFFER = 1024 * 1024;

    /** Texts of this length, names and words most of all, are kept once however often they stand in a file. */
    private static final int SHORT = 40;

    private final Source source;
    private final Consumer<Diagnostic> problems;
    private final StreamReader stream;
    private final ParserImpl parser;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private @Nullable YamlNode root;
    private long expanded;
    /** The line of the last alias without anchor: most likely a text in asterisks, so the rest of the line is no news. */
    private int unknownAlias;

    /** What an anchor names; its node is missing until its end is read. */
    private record Anchored(@Nullable YamlNode node, int height, long weight, int line) {}

    YamlReader(Source source, Consumer<Diagnostic> problems) {
        this.source = source;
        this.problems = problems;
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setUseMarks(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(Math.max(1, Math.min(source.text().length(), BUFFER)))
                .setLabel(source.file())
                .build();
        this.stream = new StreamReader(settings, source.text());
        this.parser = new ParserImpl(settings, stream);
    }

    Optional<YamlNode> read() {
        try {
            return document();
        } catch (YamlEngineException e) {
            Position innermost = open.isEmpty() ? null : open.getFirst().position;
            Diagnostic problem = Syntax.explain(e, source, stream.getIndex(), innermost);
            if (problem.position().line() != unknownAlias) {
                problems.accept(problem);
            }
        } catch (IllegalArgumentException e) {
            // The library parses the digits of escapes such as "\\UFFFFFFFF" without checking their size.
            problems.accept(Syntax.invalid(source, stream.getIndex()));
        }
        return Optional.empty();
    }

    private Optional<YamlNode> document() {
        int documents = 0;
        boolean goesOn = true;
        while (goesOn && parser.hasNext()) {
            Event event = parser.next();
            switch (event.getEventId()) {
                case DocumentStart -> {
                    if (++documents > 1) {
                        several(event);
                        goesOn = false;
                    }
                }
                case MappingStart, SequenceStart -> goesOn = start((CollectionStartEvent) event);
                case MappingEnd, SequenceEnd -> end();
                case Scalar -> scalar((ScalarEvent) event);
                case Alias -> goesOn = alias((AliasEvent) event);
                default -> {}
            }
            if (!goesOn && documents == 1) {
                return Optional.empty();
            }
        }
        if (root == null || root instanceof YamlScalar scalar && scalar.isAbsent()) {
            problems.accept(Diagnostic.of(
                    Position.of(source.file()),
                    Problem.EMPTY_FILE,
                    "the file holds no YAML",
                    "begin it with a key such as `article:`, or delete the file"));
            return Optional.empty();
        }
        return Optional.of(root);
    }

    private void several(Event event) {
        problems.accept(Diagnostic.of(
                position(event),
                Problem.SEVERAL_DOCUMENTS,
                "a second YAML document begins here, expected one a file",
                "delete the line \"---\", or move what follows to a file of its own"));
    }

    private boolean start(CollectionStartEvent event) {
        Position position = position(event);
        rejectTag(event.getTag(), position);
        if (open.size() >= DEEPEST) {
            return tooDeep(position);
        }
        boolean map = event.getEventId() == Event.ID.MappingStart;
        open.push(new Open(map, position, name(event)));
        if (!open.getFirst().anchor.isEmpty()) {
            anchors.put(open.getFirst().anchor, new Anchored(null, 0, 0, position.line()));
        }
        return true;
    }

    private boolean tooDeep(Position position) {
        String message = "mappings and lists stand more than " + DEEPEST + " deep in one another";
        problems.accept(Diagnostic.of(position, Problem.TOO_DEEP, message, "an extraction needs no more than six"));
        return false;
    }

    private void end() {
        Open done = open.pop();
        YamlNode node = done.map ? new YamlMap(done.entries, done.position) : new YamlList(done.items, done.position);
        if (!done.anchor.isEmpty()) {
            anchors.put(done.anchor, new Anchored(node, done.height, done.weight, done.position.line()));
        }
        add(node, done.height, done.weight);
    }

    private void scalar(ScalarEvent event) {
        Position position = position(event);
        rejectTag(event.getTag(), position);
        String text = event.getValue();
        if (text.length() <= SHORT) {
            text = texts.computeIfAbsent(text, same -> same);
        }
        if (Syntax.hasHalfCharacter(text)) {
            problems.accept(Syntax.halfCharacter(position));
        }
        YamlScalar node = new YamlScalar(text, style(event.getScalarStyle()), position);
        long weight = (long) NODE + text.length();
        String anchor = name(event);
        if (!anchor.isEmpty()) {
            anchors.put(anchor, new Anchored(node, 0, weight, position.line()));
        }
        add(node, 0, weight);
    }

    private boolean alias(AliasEvent event) {
        String name = event.getAlias().getValue();
        Position position = position(event);
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            String hint = Nearest.hint(name, anchors.keySet(), "a value that begins with \"*\" needs quotes");
            problems.accept(Diagnostic.of(
                    position, Problem.YAML_SYNTAX, "no anchor \"&" + name + "\" stands before this alias", hint));
            unknownAlias = position.line();
            add(new YamlScalar("", Style.PLAIN, position), 0, NODE);
            return true;
        }
        if (anchored.node() == null) {
            problems.accept(Diagnostic.of(
                    position,
                    Problem.ALIAS_BOMB,
                    "alias \"*" + name + "\" stands inside what it repeats, begun in line " + anchored.line()));
            return false;
        }
        expanded += anchored.weight();
        if (expanded > WIDEST) {
            problems.accept(Diagnostic.of(
                    position,
                    Problem.ALIAS_BOMB,
                    "aliases expand the file by more than " + WIDEST / 1024 / 1024 + " MiB",
                    "repeat less: alias \"*" + name + "\" stands for " + anchored.weight() + " characters"));
            return false;
        }
        if (open.size() + anchored.height() > DEEPEST) {
            return tooDeep(position);
        }
        add(moved(anchored.node(), position), anchored.height(), anchored.weight());
        return true;
    }

    private static YamlNode moved(YamlNode node, Position position) {
        if (node instanceof YamlScalar scalar) {
            return new YamlScalar(scalar.text(), scalar.style(), position);
        }
        if (node instanceof YamlList list) {
            return new YamlList(list.items(), position);
        }
        return new YamlMap(((YamlMap) node).entries(), position);
    }

    private void add(YamlNode node, int height, long weight) {
        Open parent = open.peek();
        if (parent == null) {
            root = node;
            return;
        }
        parent.height = Math.max(parent.height, height + 1);
        parent.weight += weight;
        if (!parent.map) {
            parent.items.add(node);
        } else if (parent.key == null) {
            parent.key = node;
        } else {
            entry(parent, parent.key, node);
            parent.key = null;
        }
    }

    private void entry(Open parent, YamlNode key, YamlNode value) {
        if (!(key instanceof YamlScalar scalar)) {
            String kind = key instanceof YamlList ? "a list" : "a mapping";
            problems.accept(Diagnostic.of(
                    key.position(),
                    Problem.WRONG_SHAPE,
                    kind + " stands where a key should be, expected a text",
                    "a value that begins with \"[\" or \"{\" needs quotes"));
            return;
        }
        Integer first =
                parent.lines.putIfAbsent(scalar.text(), scalar.position().line());
        if (first == null) {
            parent.entries.add(new YamlMap.Entry(scalar, value));
            return;
        }
        problems.accept(Diagnostic.of(
                scalar.position(),
                Problem.DUPLICATE_KEY,
                "key \"" + scalar.text() + "\" stands twice in one mapping, first in line " + first,
                "a key of many values takes a list; a second entry needs its own \"- \""));
    }

    private void rejectTag(Optional<String> tag, Position position) {
        if (tag.isPresent()) {
            problems.accept(Syntax.tag(position));
        }
    }

    private static String name(NodeEvent event) {
        return event.getAnchor().map(Anchor::getValue).orElse("");
    }

    private static Style style(ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED, DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Style.QUOTED;
            case LITERAL, FOLDED -> Style.BLOCK;
            case PLAIN -> Style.PLAIN;
        };
    }

    private Position position(Event event) {
        return event.getStartMark().map(Mark::getIndex).map(source::at).orElse(Position.of(source.file()));
    }

    /** A collection whose end is not read yet. */
    private static final class Open {
        private final boolean map;
        private final Position position;
        private final String anchor;
        private final List<YamlNode> items = new ArrayList<>();
        private final List<YamlMap.Entry> entries = new ArrayList<>();
        private final Map<String, Integer> lines = new HashMap<>();
        private @Nullable YamlNode key;
        private int height = 1;
        private long weight = NODE;

        private Open(boolean map, Position position, String anchor) {
            this.map = map;
            this.position = position;
            this.anchor = anchor;
        }
    }
}
