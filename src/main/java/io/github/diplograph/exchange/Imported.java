package io.github.diplograph.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What an import wrote, and what it could not place.
 *
 * @param files the documents written, as paths in the corpus
 * @param removed documents of an earlier import of the same data set that this one has no more
 * @param votes how many votes were written
 * @param ballots how many ballots, by choice
 * @param resolutions how many resolutions were defined
 * @param defined how many other entities were defined
 * @param read how many rows or objects were read
 * @param skipped how many were left out because the mapping says so
 * @param unplaced how many could not be placed, by reason
 * @param readAs how many ballots were taken for another voter's than the source names, as the mapping says
 */
public record Imported(
        List<Path> files,
        List<Path> removed,
        long votes,
        Map<String, Long> ballots,
        long resolutions,
        long defined,
        long read,
        long skipped,
        Map<String, Long> unplaced,
        Map<String, Long> readAs) {

    /** Copies the collections. */
    public Imported {
        files = List.copyOf(files);
        removed = List.copyOf(removed);
        ballots = Map.copyOf(ballots);
        unplaced = Map.copyOf(unplaced);
        readAs = Map.copyOf(readAs);
    }
}
