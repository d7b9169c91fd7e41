package io.github.diplograph.evidence;

/** All places where words stand in a text, word by word, in time linear in both (Knuth, Morris and Pratt 1977). */
final class Search {

    private final int[] text;
    private final int[] words;
    private final int[] failure;
    private int next;
    private int matched;

    Search(Folded text, Folded words, int from) {
        this.text = text.points();
        this.words = words.points();
        this.failure = failure(this.words);
        this.next = from;
    }

    /** The next place, or -1. */
    int next() {
        while (next < text.length) {
            while (matched > 0 && (matched == words.length || words[matched] != text[next])) {
                matched = failure[matched - 1];
            }
            if (words[matched] == text[next]) {
                matched++;
            }
            next++;
            if (matched == words.length) {
                int start = next - words.length;
                if (!Letters.isInside(text, text.length, start) && !Letters.isInside(text, text.length, next)) {
                    return start;
                }
            }
        }
        return -1;
    }

    private static int[] failure(int[] words) {
        int[] failure = new int[words.length];
        int length = 0;
        for (int i = 1; i < words.length; i++) {
            while (length > 0 && words[i] != words[length]) {
                length = failure[length - 1];
            }
            if (words[i] == words[length]) {
                length++;
            }
            failure[i] = length;
        }
        return failure;
    }
}
