package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// `split`, `splitlines` and `partition`.
final class Splitting {
    private Splitting() {}

    /// At most `most` cuts (negative: all), from the right when `fromRight`. A null separator means runs of white
    /// space.
    static List<Object> split(String text, String separator, int most, boolean fromRight, Budget budget) {
        if (separator == null) {
            return words(text, most, fromRight, budget);
        }
        if (separator.isEmpty()) {
            throw new TemplateException("empty separator");
        }
        budget.spendOnSearch(text, separator);
        List<Object> parts = new ArrayList<>();
        int start = 0;
        int end = text.length();
        while (most < 0 || parts.size() < most) {
            int cut =
                    fromRight ? text.lastIndexOf(separator, end - separator.length()) : text.indexOf(separator, start);
            if (cut < 0) {
                break;
            }
            parts.add(fromRight ? text.substring(cut + separator.length(), end) : text.substring(start, cut));
            start = cut + separator.length();
            end = cut;
        }
        parts.add(fromRight ? text.substring(0, end) : text.substring(start));
        if (fromRight) {
            Collections.reverse(parts);
        }
        budget.spend(parts.size());
        return parts;
    }

    private static List<Object> words(String text, int most, boolean fromRight, Budget budget) {
        List<Object> parts = new ArrayList<>();
        int start = 0;
        int end = text.length();
        while (true) {
            start = fromRight ? start : skip(text, start, end, 1, true);
            end = fromRight ? skip(text, end, start, -1, true) : end;
            if (start >= end) {
                break;
            }
            boolean all = most >= 0 && parts.size() >= most;
            int edge = all
                    ? (fromRight ? start : end)
                    : fromRight ? skip(text, end, start, -1, false) : skip(text, start, end, 1, false);
            parts.add(fromRight ? text.substring(edge, end) : text.substring(start, edge));
            start = fromRight ? start : edge;
            end = fromRight ? edge : end;
        }
        if (fromRight) {
            Collections.reverse(parts);
        }
        budget.spend(parts.size());
        return parts;
    }

    /// From `at` towards `limit` over what is (or is not) white space. Going left, places lie behind their
    /// character.
    private static int skip(String text, int at, int limit, int direction, boolean space) {
        int place = at;
        while (place != limit && Characters.isSpace(text.charAt(direction > 0 ? place : place - 1)) == space) {
            place += direction;
        }
        return place;
    }

    static List<Object> lines(String text, boolean keepEnds, Budget budget) {
        List<Object> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && !endsLine(text.charAt(end))) {
                end++;
            }
            int next = text.startsWith("\r\n", end) ? end + 2 : Math.min(text.length(), end + 1);
            lines.add(text.substring(start, keepEnds ? next : end));
            start = next;
        }
        budget.spend(lines.size());
        return lines;
    }

    private static boolean endsLine(char c) {
        return (c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    static Tuple partition(String text, String separator, boolean last, Budget budget) {
        if (separator.isEmpty()) {
            throw new TemplateException("empty separator");
        }
        budget.spendOnSearch(text, separator);
        int at = last ? text.lastIndexOf(separator) : text.indexOf(separator);
        if (at < 0) {
            return last ? Tuple.of("", "", text) : Tuple.of(text, "", "");
        }
        return Tuple.of(text.substring(0, at), separator, text.substring(at + separator.length()));
    }
}
