package io.github.diplograph.exchange;

import io.github.diplograph.exchange.Shape.Column;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One file: its columns, how many rows it has, and those that are yet to be written. */
final class Sheet {

    private final Shape shape;
    private final Path file;
    private final List<Column> columns;
    private final CsvBytes pending = new CsvBytes(1 << 10);
    private long rows;

    private Sheet(Shape shape, Path file, List<Column> columns) {
        this.shape = shape;
        this.file = file;
        this.columns = List.copyOf(columns);
        Element.header(shape, columns, shape.sourced(), pending);
    }

    /** A file of rows of exactly one shape. */
    static Sheet of(Shape shape, Path file) {
        return new Sheet(shape, file, shape.columns());
    }

    /**
     * A file of rows of several shapes, each with nothing where it has no value.
     *
     * @param columns the types of all columns, by name
     */
    static Sheet of(Shape shape, Path file, SortedMap<String, String> columns, boolean sourced) {
        List<Column> all = columns.entrySet().stream()
                .map(column -> new Column(column.getKey(), column.getValue()))
                .toList();
        Shape wide =
                new Shape(shape.edge(), shape.word(), all, sourced, shape.multiline(), shape.coded(), shape.bare());
        return new Sheet(wide, file, all);
    }

    /** Whether it has a column for everything that rows of a shape have. */
    boolean fits(Shape rows) {
        return (shape.sourced() || !rows.sourced()) && columns.containsAll(rows.columns());
    }

    /** Adds a shape's columns to others, unless one of them has another type there. */
    static boolean join(Shape shape, Map<String, String> columns) {
        for (Column column : shape.columns()) {
            if (!columns.getOrDefault(column.name(), column.type()).equals(column.type())) {
                return false;
            }
        }
        shape.columns().forEach(column -> columns.put(column.name(), column.type()));
        return true;
    }

    void add(Element element, Numbers numbers, String seen) {
        element.write(pending, columns, shape.sourced(), numbers, seen);
        rows++;
    }

    void count(long more) {
        rows += more;
    }

    Shape shape() {
        return shape;
    }

    Path file() {
        return file;
    }

    CsvBytes pending() {
        return pending;
    }

    long rows() {
        return rows;
    }

    static SortedMap<String, String> noColumns() {
        return new TreeMap<>();
    }
}
