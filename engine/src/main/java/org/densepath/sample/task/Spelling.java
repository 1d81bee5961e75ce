package org.densepath.sample.task;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How numbers and lists are read from a response and written into an answer.
final class Spelling {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");
    private static final Pattern FULL_STOPS_AT_END = Pattern.compile("\\.+$");

    private Spelling() {}

    /// The whole numbers of a text, in order, without leading zeros; of any length, so they stay text.
    static List<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(digits -> LEADING_ZEROS.matcher(digits).replaceFirst(""))
                .toList();
    }

    /// The items of a list with commas; full stops at its end are not part of the last item.
    static List<String> items(String text) {
        String list = FULL_STOPS_AT_END.matcher(text.strip()).replaceFirst("");
        return Stream.of(list.split(",", -1)).map(String::strip).toList();
    }

    /// `17, 42, 88`
    static String list(List<?> items) {
        return String.join(", ", items.stream().map(String::valueOf).toList());
    }
}
