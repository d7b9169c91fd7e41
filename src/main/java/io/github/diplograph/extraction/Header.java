package io.github.diplograph.extraction;

import io.github.diplograph.diagnostic.Position;
import io.github.diplograph.edtf.Edtf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The article or data set that a file extracts.
 *
 * @param dataset whether it is a data set
 * @param id the name by which everything refers to it
 * @param title its headline, or null
 * @param publisher the name of who published it and where it stands, or null
 * @param url where it can be read, or null
 * @param text the file with its text, where that is not its id with {@code .txt}; or null
 * @param language the language that it is written in, as a BCP 47 tag; or null
 * @param published when it was published, or null
 * @param position where its id stands
 */
public record Header(
        boolean dataset,
        String id,
        @Nullable String title,
        @Nullable Text publisher,
        @Nullable String url,
        @Nullable String text,
        @Nullable String language,
        @Nullable Edtf published,
        Position position) {

    /** Checks that id and position are there. */
    public Header {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(position, "position");
    }

    static Header of(boolean dataset, Text id, Entry entry) {
        return new Header(
                dataset,
                id.text(),
                word(entry, "title"),
                entry.text("publisher").orElse(null),
                word(entry, "url"),
                word(entry, "text"),
                word(entry, "language"),
                entry.date("published").orElse(null),
                id.position());
    }

    private static @Nullable String word(Entry entry, String key) {
        return entry.text(key).map(Text::text).orElse(null);
    }
}
