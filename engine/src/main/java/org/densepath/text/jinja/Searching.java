package org.densepath.text.jinja;

import java.util.List;

/// `startswith`, `endswith`, `find`, `index` and `count`, their positions in code points.
final class Searching {
    private Searching() {}

    static boolean affix(String text, String name, Arguments.Bound bound, Budget budget) {
        String part = part(text, bound, budget);
        Object wanted = bound.value("prefix");
        List<Object> choices = wanted instanceof Tuple tuple ? tuple.items() : java.util.Arrays.asList(wanted);
        for (Object choice : choices) {
            if (!Values.isText(choice)) {
                throw new TemplateException(
                        name + " first arg must be str or a tuple of str, not " + Values.typeName(choice));
            }
            String affix = Values.text(choice);
            if (part != null && (name.equals("startswith") ? part.startsWith(affix) : part.endsWith(affix))) {
                return true;
            }
        }
        return false;
    }

    static long search(String text, String name, Arguments.Bound bound, Budget budget) {
        String part = part(text, bound, budget);
        String sub = bound.text("sub");
        budget.spendOnSearch(text, sub);
        if (name.equals("count")) {
            return part == null ? 0 : count(part, sub);
        }
        int at = part == null ? -1 : name.startsWith("r") ? part.lastIndexOf(sub) : part.indexOf(sub);
        if (at < 0 && name.endsWith("index")) {
            throw new TemplateException("substring not found");
        }
        return at < 0 ? -1 : start(text, bound) + part.codePointCount(0, at);
    }

    private static long count(String text, String sub) {
        if (sub.isEmpty()) {
            return Characters.length(text) + 1L;
        }
        long count = 0;
        for (int at = text.indexOf(sub); at >= 0; at = text.indexOf(sub, at + sub.length())) {
            count++;
        }
        return count;
    }

    /// `text[start:end]`, or null where the start lies behind the end, which not even the empty string is found
    /// in.
    private static String part(String text, Arguments.Bound bound, Budget budget) {
        if (!bound.given("start") && !bound.given("end")) {
            return text;
        }
        int length = Characters.length(text);
        int stop = bound.integer("end", length);
        int end = Math.min(length, stop < 0 ? stop + length : stop);
        int start = start(text, bound);
        budget.spendOnText(text.length());
        return start > Math.max(end, 0) ? null : Characters.between(text, start, end);
    }

    private static int start(String text, Arguments.Bound bound) {
        int start = bound.integer("start", 0);
        return start < 0 ? Math.max(0, start + Characters.length(text)) : start;
    }
}
