package io.github.diplograph.evidence;

import io.github.diplograph.diagnostic.Diagnostic;
import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.diagnostic.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a record token by token, so that every mistake has its place. */
final class RecordReader {

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String REMEDY = "`diplograph evidence --record` writes it anew";

    private final String file;
    private final byte[] content;
    private final Consumer<Diagnostic> problems;
    private String text = "";

    /** A file that is JSON and no record. */
    private static final class NoRecord extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        private NoRecord(String why) {
            super(why, null, false, false);
            this.why = why;
        }
    }

    RecordReader(String file, byte[] content, Consumer<Diagnostic> problems) {
        this.file = file;
        this.content = content;
        this.problems = problems;
    }

    Optional<SortedMap<String, EvidenceRecord.Claim>> read() {
        if (content.length > LARGEST) {
            String message = String.format(
                    Locale.ROOT, "the record has %,d bytes, expected at most %,d", content.length, LARGEST);
            problems.accept(Diagnostic.of(Position.of(file), Problem.FILE_TOO_LARGE, message));
            return Optional.empty();
        }
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.accept(Diagnostic.of(Position.of(file), Problem.NOT_UTF8, "the record is not UTF-8", REMEDY));
            return Optional.empty();
        }
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            return parse(json);
        } catch (JacksonException e) {
            problem(e.getLocation(), "the record is not valid JSON");
            return Optional.empty();
        }
    }

    private Optional<SortedMap<String, EvidenceRecord.Claim>> parse(JsonParser json) {
        try {
            json.nextToken();
            SortedMap<String, EvidenceRecord.Claim> claims = record(json);
            if (json.nextToken() != null) {
                throw new NoRecord("text follows the record");
            }
            return Optional.of(claims);
        } catch (NoRecord wrong) {
            problem(json.currentTokenLocation(), wrong.why);
            return Optional.empty();
        }
    }

    private static SortedMap<String, EvidenceRecord.Claim> record(JsonParser json) throws NoRecord {
        SortedMap<String, EvidenceRecord.Claim> claims = new TreeMap<>();
        start(json);
        boolean versioned = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("version")) {
                versioned = true;
                int version = number(json);
                if (version != EvidenceRecord.VERSION) {
                    throw new NoRecord("the record has version " + version + ", expected " + EvidenceRecord.VERSION);
                }
            } else if (name.equals("claims")) {
                start(json);
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String id = json.currentName();
                    if (claims.containsKey(id)) {
                        throw new NoRecord("claim \"" + id + "\" stands twice in the record");
                    }
                    json.nextToken();
                    claims.put(id, claim(json));
                }
            } else {
                throw new NoRecord("no key \"" + name + "\" in a record, expected \"version\" or \"claims\"");
            }
        }
        if (!versioned) {
            throw new NoRecord("the record has no \"version\", expected " + EvidenceRecord.VERSION);
        }
        return claims;
    }

    private static EvidenceRecord.Claim claim(JsonParser json) throws NoRecord {
        SortedMap<String, EvidenceRecord.Found> words = new TreeMap<>();
        String text = "";
        start(json);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (name.equals("text")) {
                json.nextToken();
                text = hash(json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "");
            } else if (name.equals("words")) {
                json.nextToken();
                start(json);
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String hash = hash(json.currentName());
                    json.nextToken();
                    words.put(hash, found(json));
                }
            } else {
                throw new NoRecord("no key \"" + name + "\" in a claim, expected \"text\" or \"words\"");
            }
        }
        if (text.isEmpty()) {
            throw new NoRecord("the claim has no \"text\", expected the SHA-256 of its text");
        }
        return new EvidenceRecord.Claim(text, words);
    }

    private static EvidenceRecord.Found found(JsonParser json) throws NoRecord {
        Check outcome = Check.MISSING;
        List<Integer> offsets = new ArrayList<>();
        start(json);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("outcome")) {
                outcome = outcome(json);
            } else if (name.equals("offsets") && json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    offsets.add(number(json));
                }
            } else {
                throw new NoRecord("no key \"" + name + "\" of words, expected \"outcome\" or a list \"offsets\"");
            }
        }
        if (outcome == Check.MISSING) {
            throw new NoRecord("the words have no \"outcome\", expected \"exact\" or \"normalised\"");
        }
        if (offsets.size() != 2 || offsets.get(0) >= offsets.get(1)) {
            throw new NoRecord("the words have offsets " + cut(offsets.toString()) + ", expected start and end");
        }
        return new EvidenceRecord.Found(outcome, offsets);
    }

    private static Check outcome(JsonParser json) throws NoRecord {
        String written = json.getString();
        for (Check check : List.of(Check.EXACT, Check.NORMALISED)) {
            if (check.toString().equals(written)) {
                return check;
            }
        }
        throw new NoRecord("no outcome \"" + cut(written) + "\", expected \"exact\" or \"normalised\"");
    }

    private static void start(JsonParser json) throws NoRecord {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new NoRecord("expected \"{\"");
        }
    }

    private static int number(JsonParser json) throws NoRecord {
        String written = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getString() : "";
        if (written.isEmpty() || written.length() > 9 || written.startsWith("-")) {
            throw new NoRecord("expected a whole number");
        }
        return Integer.parseInt(written);
    }

    private static String hash(String written) throws NoRecord {
        if (!HASH.matcher(written).matches()) {
            throw new NoRecord("expected a SHA-256 of 64 hexadecimal digits");
        }
        return written;
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private void problem(@Nullable TokenStreamLocation location, String message) {
        Position position = Position.of(file);
        if (location != null && location.getLineNr() > 0) {
            int column = Math.max(1, location.getColumnNr());
            long line = location.getCharOffset() - (column - 1);
            boolean known = line >= 0 && line + column - 1 <= text.length();
            int points = known ? text.codePointCount((int) line, (int) line + column - 1) + 1 : 0;
            position = new Position(file, location.getLineNr(), points);
        }
        problems.accept(Diagnostic.of(position, Problem.INVALID_RECORD, message, REMEDY));
    }
}
