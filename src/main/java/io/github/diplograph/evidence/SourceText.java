package io.github.diplograph.evidence;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The text of one article. Looking for words takes time linear in its length. Not safe for several threads. */
public final class SourceText {

    /** The longest text that is read, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    /** Among how many places the one that needs no folding is looked for. */
    private static final int PLACES = 16;

    private final String text;
    private final String sha256;
    private final Folded folded;
    private @Nullable Nearby nearby;

    private SourceText(String text) {
        this.text = text;
        this.sha256 = Sha256.of(text);
        this.folded = Folded.of(text);
    }

    /**
     * A text that is at hand.
     *
     * @param text the article
     * @return the same, ready to be searched
     * @throws IllegalArgumentException if it has more than {@link #LARGEST} chars
     */
    public static SourceText of(String text) {
        if (text.length() > LARGEST) {
            throw new IllegalArgumentException(tooLarge(text.length()));
        }
        return new SourceText(text);
    }

    /**
     * Reads a text file.
     *
     * @param file its name for positions
     * @param content its bytes, UTF-8; a byte order mark is no part of the text
     * @param problems told if it is too large or not UTF-8
     * @return the text, or empty if it cannot be read
     */
    public static Optional<SourceText> read(String file, byte[] content, Consumer<Diagnostic> problems) {
        if (content.length > LARGEST) {
            problems.accept(Diagnostic.of(Position.of(file), Problem.FILE_TOO_LARGE, tooLarge(content.length)));
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(content.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            String[] lines = text.split("\r\n|\r|\n", -1);
            String last = lines[lines.length - 1];
            problems.accept(Diagnostic.of(
                    new Position(file, lines.length, last.codePointCount(0, last.length()) + 1),
                    Problem.NOT_UTF8,
                    String.format("byte 0x%02X is not UTF-8", content[bytes.position()] & 0xff),
                    "save it as UTF-8 in your editor"));
            return Optional.empty();
        }
        return Optional.of(new SourceText(text.startsWith("\ufeff") ? text.substring(1) : text));
    }

    /**
     * The text as it is.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * The SHA-256 of the text in UTF-8: that of its file, unless that begins with a byte order mark.
     *
     * @return 64 hexadecimal digits
     */
    public String sha256() {
        return sha256;
    }

    /**
     * Looks for words.
     *
     * @param words the words as cited; white space around them does not count
     * @return where they stand, the first place that needs no folding before the first place; or missing
     */
    public Finding find(String words) {
        return find(words, 0);
    }

    /**
     * Looks for the segments of one quotation, each behind the one before it if it stands there, else anywhere.
     *
     * @param segments the segments as cited
     * @return a finding for each; {@link Finding#inOrder} says whether they stand in order
     */
    public List<Finding> findAll(List<String> segments) {
        List<Finding> findings = new ArrayList<>(segments.size());
        int end = 0;
        for (String segment : segments) {
            Finding finding = find(segment, end);
            findings.add(finding);
            if (finding.isFound()) {
                end = text.offsetByCodePoints(0, finding.offsets().get(1));
            }
        }
        return findings;
    }

    private Finding find(String cited, int from) {
        Folded words = Folded.of(cited);
        if (!words.hasWord()) {
            return Finding.missing(null);
        }
        Finding found = found(words, folded.after(from));
        if (found == null && from > 0) {
            found = found(words, 0);
        }
        return found != null ? found : Finding.missing(nearby().to(words));
    }

    private @Nullable Finding found(Folded words, int from) {
        Search search = new Search(folded, words, from);
        Finding first = null;
        for (int place = search.next(), places = 0; place >= 0 && places < PLACES; place = search.next(), places++) {
            boolean exact = folded.isExact(place, words);
            if (first == null || exact) {
                Set<Folding> foldings = exact ? Set.of() : folded.foldings(place, words);
                int start = text.codePointCount(0, folded.start(place));
                int last = folded.end(place + words.length() - 1);
                int end = start + text.codePointCount(folded.start(place), last);
                Check check = exact ? Check.EXACT : Check.NORMALISED;
                first = new Finding(check, List.of(start, end), foldings, null);
            }
            if (exact) {
                return first;
            }
        }
        return first;
    }

    private Nearby nearby() {
        if (nearby == null) {
            nearby = new Nearby(folded);
        }
        return nearby;
    }

    private static String tooLarge(int size) {
        return String.format(Locale.ROOT, "the text has %,d bytes, expected at most %,d", size, LARGEST);
    }
}
