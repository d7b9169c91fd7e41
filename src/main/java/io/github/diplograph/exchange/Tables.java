package io.github.diplograph.exchange;

import io.github.diplograph.diagnostic.DiplographException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The files of rows: one for each label and type, and further ones where columns come late, differ in type, or there is
 * much alike. The same elements in the same order make the same files. Few of them are open at a time.
 */
final class Tables implements AutoCloseable {

    private static final int OPEN = 64;
    private static final int BUFFER = 1 << 16;

    /** How many elements are looked at before the columns of their file are settled. */
    private static final int LOOKED_AT = 1000;

    private final Path folder;
    private final Numbers numbers;
    private final String seen;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<Shape, Sheet> fitting = new HashMap<>();
    private final Map<Shape, List<Sheet>> settled = new HashMap<>();
    private final Map<Shape, List<Element>> waiting = new LinkedHashMap<>();
    private final LinkedHashMap<Path, FileChannel> open = new LinkedHashMap<>(16, 0.75f, true);
    private int nodes;
    private int edges;
    private int longest;

    /**
     * Will write into an empty folder.
     *
     * @param numbers the numbers of all nodes that elements are, or join
     * @param seen when claims were first seen
     */
    Tables(Path folder, Numbers numbers, String seen) {
        this.folder = folder;
        this.numbers = numbers;
        this.seen = seen;
    }

    /** Puts rows behind those that are there. */
    void add(Map<Shape, Rows.Block> blocks) {
        blocks.forEach((shape, block) -> {
            Sheet sheet = fitting.get(shape);
            if (sheet == null || !sheet.shape().equals(shape)) {
                sheet = Sheet.of(shape, file(shape));
                sheets.add(sheet);
                fitting.put(shape, sheet);
            }
            sheet.count(block.rows());
            write(sheet);
            longest = Math.max(longest, block.bytes().longest());
            write(sheet.file(), block.bytes());
        });
    }

    /** Puts an element behind those that are there. */
    void add(Element element) {
        Shape shape = element.shape();
        Sheet sheet = fitting.get(shape);
        if (sheet == null) {
            sheet = settled.getOrDefault(shape.withoutColumns(), List.of()).stream()
                    .filter(one -> one.fits(shape))
                    .findFirst()
                    .orElse(null);
        }
        if (sheet == null) {
            List<Element> alike = waiting.computeIfAbsent(shape.withoutColumns(), key -> new ArrayList<>());
            alike.add(element);
            if (alike.size() >= LOOKED_AT) {
                settle(shape.withoutColumns(), alike);
            }
            return;
        }
        fitting.put(shape, sheet);
        sheet.add(element, numbers, seen);
        if (sheet.pending().size() >= BUFFER) {
            write(sheet);
        }
    }

    /** Makes files with columns for all elements that have waited for them, and writes these. */
    private void settle(Shape key, List<Element> alike) {
        while (!alike.isEmpty()) {
            SortedMap<String, String> columns = Sheet.noColumns();
            List<Element> taken = new ArrayList<>();
            List<Element> left = new ArrayList<>();
            boolean sourced = false;
            for (Element element : alike) {
                boolean joins = Sheet.join(element.shape(), columns);
                (joins ? taken : left).add(element);
                sourced |= joins && element.shape().sourced();
            }
            Sheet sheet = Sheet.of(key, file(key), columns, sourced);
            sheets.add(sheet);
            settled.computeIfAbsent(key, made -> new ArrayList<>()).add(sheet);
            taken.forEach(element -> sheet.add(element, numbers, seen));
            write(sheet);
            alike.clear();
            alike.addAll(left);
        }
    }

    /** All files, in the order in which they were made. */
    List<Sheet> sheets() {
        return sheets;
    }

    /** A file's name, relative to the folder, with slashes. */
    String name(Sheet sheet) {
        return folder.relativize(sheet.file()).toString().replace('\\', '/');
    }

    /** The longest row in bytes. */
    int longest() {
        return longest;
    }

    /** Settles what waits, and writes what is pending. */
    void finish() {
        waiting.forEach(this::settle);
        sheets.forEach(this::write);
    }

    @Override
    public void close() {
        for (FileChannel channel : open.values()) {
            try {
                channel.close();
            } catch (IOException e) {
                throw failed(folder, e);
            }
        }
        open.clear();
    }

    private Path file(Shape shape) {
        return folder.resolve(shape.edge() ? "relationships" : "nodes")
                .resolve((shape.edge() ? ++edges : ++nodes) + "-" + shape.word() + ".csv");
    }

    private void write(Sheet sheet) {
        longest = Math.max(longest, sheet.pending().longest());
        write(sheet.file(), sheet.pending());
    }

    private void write(Path file, CsvBytes bytes) {
        if (bytes.size() > 0) {
            try {
                bytes.drain(channel(file));
            } catch (IOException e) {
                throw failed(file, e);
            }
        }
    }

    private FileChannel channel(Path file) throws IOException {
        FileChannel channel = open.get(file);
        if (channel == null) {
            if (open.size() >= OPEN) {
                Iterator<FileChannel> eldest = open.values().iterator();
                eldest.next().close();
                eldest.remove();
            }
            Files.createDirectories(file.getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            open.put(file, channel);
        }
        return channel;
    }

    static DiplographException failed(Path file, IOException cause) {
        return new DiplographException(
                "cannot write " + file + ": " + cause.getMessage() + "; is there room on the disk, and may you write?",
                cause);
    }
}
