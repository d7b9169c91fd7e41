package io.github.diplograph.exchange;

import io.github.diplograph.exchange.Shape.Column;
import io.github.diplograph.graph.Edge;
import io.github.diplograph.graph.Node;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node or an edge on its way into a row.
 *
 * @param shape its columns
 * @param id its id
 * @param from of an edge, where it starts
 * @param to of an edge, where it leads
 * @param properties its properties, sorted by name
 * @param sources the claims that it rests on, of all documents
 */
record Element(
        Shape shape,
        String id,
        @Nullable String from,
        @Nullable String to,
        Map<String, Object> properties,
        Collection<String> sources) {

    /** A node; its sources are given, since those of its share may be a part. */
    static Element of(Node node, Collection<String> sources, boolean bare) {
        Shape shape = Shape.of(false, node.label(), node.properties(), sources, bare);
        return new Element(shape, node.id(), null, null, node.properties(), sources);
    }

    /** An edge; its sources are given, since those of its share may be a part. */
    static Element of(Edge edge, Collection<String> sources) {
        return of(edge, sources, Shape.of(true, edge.type(), edge.properties(), sources, false));
    }

    /** An edge whose shape is known. */
    static Element of(Edge edge, Collection<String> sources, Shape shape) {
        return new Element(shape, edge.id(), edge.from(), edge.to(), edge.properties(), sources);
    }

    /**
     * Writes its row.
     *
     * @param columns those of its file, its own among them
     * @param sourced whether the file has a column for sources
     * @param numbers the numbers of nodes
     * @param seen when claims were first seen
     */
    void write(CsvBytes row, List<Column> columns, boolean sourced, Numbers numbers, String seen) {
        int begun = row.size();
        if (from != null && to != null) {
            row.number(numbers.of(from));
            row.raw(',');
            row.number(numbers.of(to));
        } else {
            row.number(numbers.of(id));
        }
        row.raw(',');
        row.text(id);
        if (shape.coded() && shape.edge()) {
            row.raw(",true");
        }
        if (shape.isClaim()) {
            row.raw(',');
            row.raw(seen);
        }
        if (sourced) {
            row.raw(',');
            if (shape.sourced()) {
                Lists.write(sources, shape.coded(), row);
            }
        }
        if (columns.size() == properties.size()) {
            properties.values().forEach(value -> value(value, row));
        } else {
            columns.forEach(column -> value(properties.get(column.name()), row));
        }
        row.end(begun);
    }

    private void value(@Nullable Object value, CsvBytes row) {
        row.raw(',');
        if (value instanceof String text) {
            row.text(text);
        } else if (value instanceof Collection<?> list) {
            Lists.write(list, shape.coded(), row);
        } else if (value != null) {
            row.raw(value.toString());
        }
    }

    /** The first line of a file. */
    static void header(Shape shape, List<Column> columns, boolean sourced, CsvBytes row) {
        StringBuilder line = new StringBuilder(shape.edge() ? ":START_ID,:END_ID,id:string" : ":ID,id:string");
        if (shape.coded() && shape.edge()) {
            line.append(',').append(Shape.CODED).append(":boolean");
        }
        if (shape.isClaim()) {
            line.append(",firstSeen:datetime");
        }
        if (sourced) {
            line.append(",sources:string[]");
        }
        columns.forEach(
                column -> line.append(',').append(column.name()).append(':').append(column.type()));
        row.raw(line.toString());
        row.raw('\n');
    }
}
