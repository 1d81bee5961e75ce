package org.densepath.sample.task;

import java.util.List;
import org.densepath.sample.Draws;

/// Two to four words of a category in a style; style, number, category and the word left out are judged.
final class Enumeration implements TaskFamily {
    private static final List<String> COUNTS = List.of("two", "three", "four");

    @Override
    public String name() {
        return "list";
    }

    @Override
    public Task generate(Draws draws) {
        String category = draws.oneOf(Words.CATEGORY_NAMES);
        int count = draws.between(2, 4);
        ListStyle style = draws.oneOf(List.of(ListStyle.values()));
        List<String> words = Words.CATEGORIES.get(category);
        String excluded = draws.chance(0.7) ? draws.oneOf(words) : "";
        List<String> chosen = draws.distinct(
                words.stream().filter(word -> !word.equals(excluded)).toList(), count);
        String what = excluded.isEmpty() ? category : category + " other than " + excluded;
        String prompt = instruction(style, draws).formatted(COUNTS.get(count - 2), what);
        return new Task(name(), prompt, style.write(chosen), new Check.Listing(style, category, count, excluded));
    }

    private static String instruction(ListStyle style, Draws draws) {
        return switch (style) {
            case BULLETS ->
                draws.oneOf(
                        "Name %s %s. Use bullet points.",
                        "Give %s %s as bullet points.", "List %s %s, one bullet point each.");
            case DONE ->
                draws.oneOf(
                        "Name %s %s and end with DONE.",
                        "List %s %s. Finish with DONE.", "Give %s %s, then write DONE.");
            case LINE -> draws.oneOf("Name %s %s on one line.", "List %s %s, separated by commas.", "Give me %s %s.");
        };
    }
}
