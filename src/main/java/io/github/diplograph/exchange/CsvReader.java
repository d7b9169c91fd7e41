package io.github.diplograph.exchange;

import io.github.diplograph.diagnostic.DiplographException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180), row by row, packed by gzip or not. Not a library's, because each row must know the line on which
 * it begins, and because that is all that would be used of it.
 */
final class CsvReader implements AutoCloseable {

    private static final int LONGEST = 1 << 20;
    private static final int MOST_FIELDS = 10_000;
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int END = -1;

    private final Path file;
    private final Counting source;
    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder field = new StringBuilder();
    private int at;
    private int filled;
    private long reading = 1;
    private long line;
    private boolean malformed;
    private char delimiter = ',';

    private CsvReader(Path file, Counting source, Reader reader) {
        this.file = file;
        this.source = source;
        this.reader = reader;
    }

    /** Opens a file; what separates its fields is whichever of comma, semicolon and tab stands most often in its first line. */
    static CsvReader open(Path file) {
        try {
            Counting source = new Counting(Files.newInputStream(file));
            return closingIfFailed(source, () -> {
                CsvReader csv = new CsvReader(
                        file,
                        source,
                        new InputStreamReader(
                                unpacked(source),
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
                csv.begin();
                return csv;
            });
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** The stream, unpacked if it begins as gzip does; closed if that cannot be told. */
    static InputStream unpacked(InputStream stream) throws IOException {
        return closingIfFailed(stream, () -> {
            BufferedInputStream buffered = new BufferedInputStream(stream, 1 << 16);
            buffered.mark(2);
            boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
            buffered.reset();
            return packed ? new GZIPInputStream(buffered, 1 << 16) : buffered;
        });
    }

    private static <T> T closingIfFailed(InputStream stream, Opening<T> opening) throws IOException {
        try {
            return opening.open();
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /** What may fail when a stream begins. */
    private interface Opening<T> {
        T open() throws IOException;
    }

    private void begin() throws IOException {
        if (peek() == BYTE_ORDER_MARK) {
            at++;
        }
        int[] found = new int[3];
        boolean quoted = false;
        for (int i = at; i < filled && (quoted || buffer[i] != '\n'); i++) {
            int which = ",;\t".indexOf(buffer[i]);
            quoted ^= buffer[i] == '"';
            if (which >= 0 && !quoted) {
                found[which]++;
            }
        }
        if (found[1] > found[0] && found[1] >= found[2]) {
            delimiter = ';';
        } else if (found[2] > found[0]) {
            delimiter = '\t';
        }
    }

    /** The next row's fields, or null at the end; blank lines are none. */
    @Nullable
    List<String> next() {
        try {
            while (peek() == '\n' || peek() == '\r') {
                read();
            }
            if (peek() == END) {
                return null;
            }
            line = reading;
            malformed = false;
            List<String> fields = new ArrayList<>();
            do {
                if (fields.size() == MOST_FIELDS) {
                    throw new DiplographException(
                            file + ":" + line + ": a row has more than " + MOST_FIELDS + " fields; is this a table?");
                }
                fields.add(field());
            } while (read() == delimiter);
            return fields;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** One field; what ends it is left to be read: a delimiter, a line break or the end. */
    private String field() throws IOException {
        field.setLength(0);
        if (peek() == '"') {
            read();
            quoted();
        }
        int c = peek();
        while (c != delimiter && c != '\n' && c != END) {
            if (c != '\r') {
                append(c);
            }
            read();
            c = peek();
        }
        return field.toString();
    }

    private void quoted() throws IOException {
        while (true) {
            int c = read();
            if (c == END) {
                throw new DiplographException(
                        file + ":" + line + ": a quotation mark opens a field that no other one closes; mend the file");
            }
            if (c != '"') {
                append(c);
            } else if (peek() == '"') {
                append(read());
            } else {
                malformed |= peek() != delimiter && peek() != '\n' && peek() != '\r' && peek() != END;
                return;
            }
        }
    }

    private void append(int c) {
        if (field.length() == LONGEST) {
            throw new DiplographException(file + ":" + line + ": a field has more than " + LONGEST
                    + " characters; is a quotation mark missing?");
        }
        field.append((char) c);
    }

    private int peek() throws IOException {
        if (at == filled) {
            filled = reader.read(buffer);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                return END;
            }
        }
        return buffer[at];
    }

    private int read() throws IOException {
        int c = peek();
        if (c != END) {
            at++;
            if (c == '\n') {
                reading++;
            }
        }
        return c;
    }

    /** The line on which the last row began, from 1. */
    long line() {
        return line;
    }

    /** Whether something stood behind a closing quotation mark of the last row. */
    boolean malformed() {
        return malformed;
    }

    /** How many of the file's bytes were read, packed as they are. */
    long consumed() {
        return source.count;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** What went wrong with a file that was to be read. */
    static DiplographException failure(Path file, IOException cause) {
        String what = cause instanceof CharacterCodingException
                ? "is not UTF-8; convert it first, such as with `iconv -t UTF-8`"
                : cause instanceof ZipException || cause instanceof EOFException
                        ? "is damaged: it does not unpack as gzip does; fetch it again"
                        : "cannot be read; is it a file, and may you read it?";
        return new DiplographException("\"" + file + "\" " + what, cause);
    }

    /** Counts what passes through. */
    static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            count += c < 0 ? 0 : 1;
            return c;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
