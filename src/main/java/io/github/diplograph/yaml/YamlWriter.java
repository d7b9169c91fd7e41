package io.github.diplograph.yaml;

import java.util.List;

/** Nodes to text: block style; lists of short scalars in brackets, wrapped. */
final class YamlWriter {

    private static final int WIDTH = 100;
    /** A key longer than 1024 code points must be marked as one. */
    private static final int LONGEST_KEY = 1000;

    private final StringBuilder out = new StringBuilder();

    String write(YamlNode node) {
        if (!inline(node, 0)) {
            block(node, 0);
        }
        return out.toString();
    }

    /** Writes a scalar, an empty collection or a list of scalars behind what stands on the line; says whether it did. */
    private boolean inline(YamlNode node, int indent) {
        if (node instanceof YamlScalar scalar) {
            Scalars.append(out, scalar, indent);
            out.append('\n');
            return true;
        }
        if (node instanceof YamlMap map && map.entries().isEmpty()) {
            out.append("{}\n");
            return true;
        }
        return node instanceof YamlList list && brackets(list.items(), indent);
    }

    private boolean brackets(List<YamlNode> items, int indent) {
        for (YamlNode item : items) {
            if (!(item instanceof YamlScalar scalar) || scalar.text().length() > WIDTH / 2) {
                return false;
            }
        }
        out.append('[');
        int line = out.lastIndexOf("\n") + 1;
        for (int i = 0; i < items.size(); i++) {
            String item = Scalars.flow((YamlScalar) items.get(i));
            if (i > 0) {
                out.append(',');
                if (out.length() - line + item.length() + 2 > WIDTH) {
                    out.append('\n');
                    line = out.length();
                    indent(indent + 2);
                } else {
                    out.append(' ');
                }
            }
            out.append(item);
        }
        out.append("]\n");
        return true;
    }

    private void block(YamlNode node, int indent) {
        boolean first = true;
        if (node instanceof YamlList list) {
            for (YamlNode item : list.items()) {
                if (!first) {
                    indent(indent);
                }
                first = false;
                out.append("- ");
                if (!inline(item, indent)) {
                    block(item, indent + 2);
                }
            }
        } else if (node instanceof YamlMap map) {
            for (YamlMap.Entry entry : map.entries()) {
                if (!first) {
                    indent(indent);
                }
                first = false;
                entry(entry, indent);
            }
        }
    }

    private void entry(YamlMap.Entry entry, int indent) {
        String key = Scalars.flow(entry.key());
        if (key.length() > LONGEST_KEY) {
            out.append("? ").append(key).append('\n');
            indent(indent);
            key = "";
        }
        out.append(key).append(':');
        if (entry.value() instanceof YamlScalar scalar && scalar.isAbsent()) {
            out.append('\n');
            return;
        }
        out.append(' ');
        if (!inline(entry.value(), indent)) {
            out.setLength(out.length() - 1);
            out.append('\n');
            indent(indent + 2);
            block(entry.value(), indent + 2);
        }
    }

    private void indent(int indent) {
        out.append(" ".repeat(indent));
    }
}
