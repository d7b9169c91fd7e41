package io.github.diplograph.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Marks that overlap, cut into runs that do not: at each place where one begins or ends, a new run begins. */
final class Runs {

    /**
     * A mark over the text.
     *
     * @param start where it begins
     * @param end where it ends, exclusive
     * @param card the number of the claim that it belongs to
     * @param word which of the claim's words it is
     * @param quote whether it is a quotation
     */
    record Mark(int start, int end, int card, int word, boolean quote) {}

    /**
     * A piece of the text over which the same marks lie.
     *
     * @param start where it begins
     * @param end where it ends, exclusive
     * @param marks the marks over it, by claim and word; none where nothing is cited
     */
    record Run(int start, int end, List<Mark> marks) {

        /** Copies the marks. */
        Run {
            marks = List.copyOf(marks);
        }

        boolean quoted() {
            return marks.stream().anyMatch(Mark::quote);
        }

        boolean passage() {
            return marks.stream().anyMatch(mark -> !mark.quote());
        }

        /** The claims whose marks lie over it. */
        SortedSet<Integer> cards() {
            SortedSet<Integer> cards = new TreeSet<>();
            marks.forEach(mark -> cards.add(mark.card()));
            return cards;
        }

        /** The claims of which a mark ends where it ends. */
        SortedSet<Integer> ending() {
            SortedSet<Integer> cards = new TreeSet<>();
            marks.stream().filter(mark -> mark.end() == end).forEach(mark -> cards.add(mark.card()));
            return cards;
        }
    }

    private Runs() {}

    /** Cuts a piece of the text; the runs follow one another without a gap. */
    static List<Run> of(int start, int end, List<Mark> marks) {
        List<Mark> over = marks.stream()
                .filter(mark -> mark.start() < end && mark.end() > start)
                .sorted(Comparator.comparingInt(Mark::card).thenComparingInt(Mark::word))
                .toList();
        SortedSet<Integer> borders = new TreeSet<>(List.of(start, end));
        for (Mark mark : over) {
            borders.add(Math.max(start, mark.start()));
            borders.add(Math.min(end, mark.end()));
        }
        List<Run> runs = new ArrayList<>();
        int from = start;
        for (int to : borders) {
            if (to > from) {
                int at = from;
                runs.add(new Run(
                        from,
                        to,
                        over.stream()
                                .filter(mark -> mark.start() <= at && mark.end() >= to)
                                .toList()));
                from = to;
            }
        }
        return runs;
    }
}
