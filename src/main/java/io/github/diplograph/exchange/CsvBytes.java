package io.github.diplograph.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/**
 * Rows of CSV as bytes in UTF-8, quoted as RFC 4180 has it and only where it must be.
 *
 * <p>Written for millions of rows: no string is made on the way.
 */
final class CsvBytes {

    private static final int MOST_DIGITS = 10;

    private byte[] bytes;
    private int size;
    private int longest;

    CsvBytes(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    /** The longest row in bytes. */
    int longest() {
        return longest;
    }

    /** Ends a row. */
    void end(int begun) {
        raw('\n');
        longest = Math.max(longest, size - begun);
    }

    /** One character that needs no quoting. */
    void raw(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    /** Text that needs no quoting: what a number, a date or a truth value looks like. */
    void raw(String ascii) {
        int length = ascii.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
    }

    /** A number that is not negative. */
    void number(int number) {
        room(MOST_DIGITS);
        int end = size + 1;
        for (int left = number; left >= 10; left /= 10) {
            end++;
        }
        size = end;
        int left = number;
        do {
            bytes[--end] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
    }

    /** A text; an empty one is quoted, since nothing at all means that there is none. */
    void text(String text) {
        int length = text.length();
        room(length + 2);
        int begun = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c == ',' || c == '"' || c == '\n' || c == '\r') {
                size = begun;
                quoted(text);
                return;
            }
            bytes[size++] = (byte) c;
        }
        if (length == 0) {
            quoted(text);
        }
    }

    /** A text between quotation marks. */
    void quoted(String text) {
        raw('"');
        within(text);
        raw('"');
    }

    /** A text as part of a quoted one. A half of a surrogate pair becomes a question mark, as everywhere in Java. */
    void within(String text) {
        int length = text.length();
        room(3 * length + length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c == '"') {
                    bytes[size++] = '"';
                }
                bytes[size++] = (byte) c;
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xC0 | c >> 6);
                bytes[size++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                bytes[size++] = (byte) (0xE0 | c >> 12);
                bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                bytes[size++] = (byte) (0xF0 | point >> 18);
                bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
                bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | point & 0x3F);
            } else {
                bytes[size++] = '?';
            }
        }
    }

    /** Writes all and forgets it. */
    void drain(WritableByteChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, size);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        size = 0;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
