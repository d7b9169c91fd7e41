package io.github.diplograph.page;

import io.github.diplograph.diagnostic.Visible;
import java.util.List;
import java.util.stream.Collectors;

/** HTML that is being written. Whatever comes from a file goes through {@link #text}; tags are constants of the code. */
final class Html {

    private final StringBuilder html = new StringBuilder(1 << 16);

    /** Adds markup of the code's own. */
    Html tag(String markup) {
        html.append(markup);
        return this;
    }

    /** Adds text of whatever origin. */
    Html text(String text) {
        html.append(escaped(text));
        return this;
    }

    /** Adds an element around text of whatever origin; the tag is of the code's own, with its attributes. */
    Html element(String tag, String text) {
        int blank = tag.indexOf(' ');
        html.append('<').append(tag).append('>').append(escaped(text));
        html.append("</").append(blank < 0 ? tag : tag.substring(0, blank)).append(">");
        return this;
    }

    /** Text as it may stand between tags and in quoted attributes; control characters are made visible. */
    static String escaped(String text) {
        String shown = Visible.of(text);
        StringBuilder escaped = new StringBuilder(shown.length() + 16);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Class names of the code's own, joined. */
    static String classes(List<String> names) {
        return names.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
