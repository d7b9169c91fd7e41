package io.github.diplograph.load;

import io.github.diplograph.diagnostic.DiplographException;
import io.github.diplograph.diagnostic.Visible;
import io.github.diplograph.graph.Graph;
import io.github.diplograph.graph.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.driver.Session;

/**
 * What a plan rests on, in one word: the files, the database, and what was chosen. Each has its own part, so that a
 * refusal can say which of them has moved on.
 */
final class Fingerprint {

    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f]{12})-([0-9a-f]{12})((?:-[a-z]+)*)");

    private static final String DOCUMENTS =
            """
            MATCH (n:Document)
            WHERE n:_Diplograph
            RETURN n.id AS id, n.hash AS hash
            ORDER BY id
            """;

    private final String files;
    private final String choices;
    private final MessageDigest database;

    /** Begins with the files as they were read, and the documents of all corpora in the database as they are. */
    Fingerprint(Session session, Graph graph, Options options) {
        MessageDigest read = digest();
        add(read, graph.corpus());
        graph.parts().stream()
                .sorted(Comparator.comparing(Part::id))
                .forEach(part -> add(read, part.id() + ' ' + part.hash()));
        files = cut(read);
        choices = (options.prune() ? "-prune" : "") + (options.verify() ? "-verify" : "");
        database = digest();
        session.executeRead(transaction -> transaction.run(DOCUMENTS).list())
                .forEach(row -> add(
                        database,
                        row.get("id").asString() + ' ' + row.get("hash").asString("")));
    }

    /** Adds something that the documents' hashes do not tell. */
    void add(Difference difference) {
        add(database, difference.toString());
    }

    /**
     * The word.
     *
     * @return hexadecimal for the files, for the database, and what was chosen
     */
    String text() {
        return files + '-' + cut(clone(database)) + choices;
    }

    /** Whether a word has the form of one. */
    static boolean isWritten(String word) {
        return WRITTEN.matcher(word).matches();
    }

    /**
     * Refuses to apply anything but what was reviewed.
     *
     * @param reviewed the fingerprint of the plan that was reviewed
     * @param now the fingerprint that a plan would have now
     */
    static void check(String reviewed, String now) {
        Matcher before = WRITTEN.matcher(reviewed);
        Matcher after = WRITTEN.matcher(now);
        if (!before.matches() || !after.matches()) {
            throw new DiplographException(
                    '"' + Visible.of(reviewed) + "\" is no fingerprint of a plan; `diplograph plan` prints one");
        }
        if (!before.group(3).equals(after.group(3))) {
            throw new DiplographException("the plan was made " + with(before.group(3))
                    + ", and this would be applied " + with(after.group(3))
                    + "; nothing was applied: choose the same for both");
        }
        boolean sameFiles = before.group(1).equals(after.group(1));
        boolean sameGraph = before.group(2).equals(after.group(2));
        if (!sameFiles || !sameGraph) {
            String moved = sameFiles ? "the graph has" : sameGraph ? "the files have" : "the files and the graph have";
            throw new DiplographException(
                    moved + " changed since the plan was reviewed; nothing was applied: run `diplograph plan` again");
        }
    }

    private static String with(String choices) {
        return choices.isEmpty() ? "without options" : "with" + choices.replace("-", " --");
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private static String cut(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    private static MessageDigest clone(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
