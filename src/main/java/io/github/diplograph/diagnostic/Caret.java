package io.github.diplograph.diagnostic;

/** A line of a file with a caret under one column, cut to what a terminal shows. */
final class Caret {

    private static final int WIDTH = 120;
    private static final int BEFORE = 60;

    private final int[] points;

    Caret(String line) {
        points = line.codePoints().toArray();
    }

    /** What surrounds a column, on one line, and below it the caret. */
    String under(int column) {
        int at = Math.max(0, Math.min(column - 1, points.length));
        int start = points.length > WIDTH && at > BEFORE ? at - BEFORE : 0;
        int end = Math.min(points.length, start + WIDTH);
        String head = start > 0 ? "…" : "";
        String before = head + Visible.of(new String(points, start, at - start));
        String after = Visible.of(new String(points, at, end - at)) + (end < points.length ? "…" : "");
        String shown = "  " + before + after;
        return column == 0 ? shown : shown + "\n  " + " ".repeat(before.codePointCount(0, before.length())) + "^";
    }
}
