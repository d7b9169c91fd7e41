package io.github.diplograph.corpus;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are compared: without case, accents, kinds of apostrophe and repeated space. */
final class Fold {

    private Fold() {}

    static String of(String name) {
        String plain = name;
        if (!ascii(name)) {
            plain = Normalizer.normalize(name, Normalizer.Form.NFKD);
            StringBuilder kept = new StringBuilder(plain.length());
            plain.codePoints()
                    .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                    .forEach(c -> kept.appendCodePoint(letter(c)));
            plain = kept.toString();
        }
        return space(plain.toLowerCase(Locale.ROOT));
    }

    private static int letter(int c) {
        return switch (c) {
            case '’', '‘', 'ʼ' -> '\'';
            case '–', '—', '‐', '‑' -> '-';
            case 'ø' -> 'o';
            case 'Ø' -> 'O';
            case 'ł' -> 'l';
            case 'Ł' -> 'L';
            case 'đ' -> 'd';
            case 'Đ' -> 'D';
            case 'ı' -> 'i';
            default -> c;
        };
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String space(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                gap = true;
            } else {
                if (gap && kept.length() > 0) {
                    kept.append(' ');
                }
                gap = false;
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
