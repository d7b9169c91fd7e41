package io.github.diplograph.yaml;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The text of a file, decoded, and where its lines begin. Lines end with LF, CRLF or CR, as YAML 1.2 has it. */
final class Source {

    private static final String BOM = "\ufeff";
    private static final char REPLACEMENT = '\ufffd';
    private static final String RESAVE = "save it as UTF-8 in your editor";

    private final String file;
    private final String text;
    /** For each line, how many code points stand before it. */
    private final int[] starts;

    private final int length;
    /** The line that was asked for last: whoever reads on asks for it, or the next, again. */
    private int last;

    private Source(String file, String text) {
        this.file = file;
        this.text = text;
        this.starts = starts(text);
        this.length = text.codePointCount(0, text.length());
    }

    static Optional<Source> of(String file, byte[] content, Consumer<Diagnostic> problems) {
        Source source = new Source(file, withoutMark(new String(content, StandardCharsets.UTF_8)));
        Diagnostic problem = source.text.indexOf(REPLACEMENT) >= 0 ? notUtf8(file, content) : null;
        if (problem == null) {
            problem = source.control();
        }
        if (problem != null) {
            problems.accept(problem);
            return Optional.empty();
        }
        return Optional.of(source);
    }

    static List<String> lines(byte[] content) {
        String text = withoutMark(new String(content, StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        lines.add(text.substring(start));
        return lines;
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /** How many code points it has. */
    int length() {
        return length;
    }

    /** The position before which so many code points stand. */
    Position at(int codePoints) {
        int line = last;
        if (codePoints < starts[line] || line + 1 < starts.length && codePoints >= starts[line + 1]) {
            int found = Arrays.binarySearch(starts, codePoints);
            line = found >= 0 ? found : -found - 2;
            last = line;
        }
        return new Position(file, line + 1, codePoints - starts[line] + 1);
    }

    /** One line of the text, from 1, without its line break. */
    String line(int line) {
        int from = text.offsetByCodePoints(0, starts[line - 1]);
        int to = from;
        while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
            to++;
        }
        return text.substring(from, to);
    }

    private @Nullable Diagnostic control() {
        int points = 0;
        for (int i = 0; i < text.length(); points++) {
            int c = text.codePointAt(i);
            boolean allowed = c >= ' ' && c < 0x7f
                    || c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c == 0x85
                    || c >= 0xa0 && c != 0xfffe && c != 0xffff && c != 0xfeff;
            if (!allowed) {
                String message = String.format("character U+%04X cannot stand in a YAML file", c);
                String hint = c == 0 ? RESAVE : String.format("delete it, or write \"\\u%04x\" in double quotes", c);
                return Diagnostic.of(at(points), Problem.YAML_SYNTAX, message, hint);
            }
            i += Character.charCount(c);
        }
        return null;
    }

    /** The first byte that is not UTF-8, if any: a replacement character may also have been written as such. */
    private static @Nullable Diagnostic notUtf8(String file, byte[] content) {
        int first = content[0] & 0xff;
        int second = content.length > 1 ? content[1] & 0xff : 0;
        if (first == 0xff && second == 0xfe || first == 0xfe && second == 0xff) {
            String message = "the file is UTF-16, expected UTF-8";
            return Diagnostic.of(Position.of(file), Problem.NOT_UTF8, message, RESAVE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(content.length);
        if (!StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true).isError()) {
            return null;
        }
        Source before = new Source(file, withoutMark(chars.flip().toString()));
        String message = String.format("byte 0x%02X is not UTF-8", content[bytes.position()] & 0xff);
        return Diagnostic.of(before.at(before.length), Problem.NOT_UTF8, message, RESAVE);
    }

    private static String withoutMark(String decoded) {
        return decoded.startsWith(BOM) ? decoded.substring(1) : decoded;
    }

    private static int[] starts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            points += Character.isLowSurrogate(c) ? 0 : 1;
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = points;
            }
        }
        return Arrays.copyOf(starts, lines);
    }
}
