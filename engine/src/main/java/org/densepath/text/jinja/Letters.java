package org.densepath.text.jinja;

import java.util.Locale;
import java.util.function.IntPredicate;

/// The methods of `str` that ask or change the case and kind of letters.
final class Letters {
    private Letters() {}

    static String change(String text, String name) {
        return switch (name) {
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "casefold" -> text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
            case "capitalize" -> capitalize(text);
            case "swapcase" -> swap(text);
            default -> title(text);
        };
    }

    static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        return titled(first) + text.substring(Character.charCount(first)).toLowerCase(Locale.ROOT);
    }

    private static String titled(int c) {
        int title = Character.toTitleCase(c);
        String upper = Character.toString(c).toUpperCase(Locale.ROOT);
        boolean several = upper.codePointCount(0, upper.length()) > 1;
        return several && title == c
                ? upper.substring(0, 1) + upper.substring(1).toLowerCase(Locale.ROOT)
                : Character.toString(title);
    }

    private static String title(String text) {
        StringBuilder titled = new StringBuilder();
        boolean inside = false;
        for (int c : text.codePoints().toArray()) {
            titled.append(inside ? Character.toString(c).toLowerCase(Locale.ROOT) : titled(c));
            inside = isCased(c);
        }
        return titled.toString();
    }

    private static String swap(String text) {
        StringBuilder swapped = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            String one = Character.toString(c);
            swapped.append(
                    Character.isUpperCase(c)
                            ? one.toLowerCase(Locale.ROOT)
                            : Character.isLowerCase(c) ? one.toUpperCase(Locale.ROOT) : one);
        }
        return swapped.toString();
    }

    private static boolean isCased(int c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
    }

    static boolean is(String text, String name) {
        return switch (name) {
            case "isascii" -> text.chars().allMatch(c -> c < 128);
            case "isprintable" -> text.codePoints().allMatch(Characters::isPrintable);
            case "isupper" ->
                text.codePoints().anyMatch(Character::isUpperCase)
                        && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
            case "islower" ->
                text.codePoints().anyMatch(Character::isLowerCase)
                        && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
            case "istitle" -> isTitle(text);
            case "isidentifier" -> isIdentifier(text);
            default -> !text.isEmpty() && text.codePoints().allMatch(kind(name));
        };
    }

    private static IntPredicate kind(String name) {
        return switch (name) {
            case "isalpha" -> Character::isLetter;
            case "isdecimal" -> Character::isDigit;
            case "isdigit" -> c -> Character.isDigit(c) || isSuperscriptDigit(c);
            case "isnumeric" -> Letters::isNumeric;
            case "isalnum" -> c -> Character.isLetter(c) || isNumeric(c);
            default -> Characters::isSpace;
        };
    }

    private static boolean isNumeric(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /// ², ³, ¹, and the raised, lowered and circled digits.
    private static boolean isSuperscriptDigit(int c) {
        return c == 0xb2
                || c == 0xb3
                || c == 0xb9
                || c == 0x2070
                || (c >= 0x2074 && c <= 0x2079)
                || (c >= 0x2080 && c <= 0x2089)
                || (c >= 0x2460 && c <= 0x2468);
    }

    private static boolean isTitle(String text) {
        boolean inside = false;
        boolean any = false;
        for (int c : text.codePoints().toArray()) {
            boolean upper = Character.isUpperCase(c) || Character.isTitleCase(c);
            if ((upper && inside) || (Character.isLowerCase(c) && !inside)) {
                return false;
            }
            inside = isCased(c);
            any |= inside;
        }
        return any;
    }

    private static boolean isIdentifier(String text) {
        return !text.isEmpty()
                && (text.charAt(0) == '_' || Character.isUnicodeIdentifierStart(text.codePointAt(0)))
                && text.codePoints().allMatch(c -> c == '_' || Character.isUnicodeIdentifierPart(c));
    }
}
