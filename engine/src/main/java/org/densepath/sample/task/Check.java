package org.densepath.sample.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// How a response is judged, with all it takes to do so: a check that is read from a file judges like the one
/// that was written. Responses come without blanks around them.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Check.Ending.class, name = "ending"),
    @JsonSubTypes.Type(value = Check.LastNumber.class, name = "last_number"),
    @JsonSubTypes.Type(value = Check.OnlyNumber.class, name = "only_number"),
    @JsonSubTypes.Type(value = Check.NumberList.class, name = "number_list"),
    @JsonSubTypes.Type(value = Check.WordList.class, name = "word_list"),
    @JsonSubTypes.Type(value = Check.FirstLetters.class, name = "first_letters"),
    @JsonSubTypes.Type(value = Check.Exact.class, name = "exact"),
    @JsonSubTypes.Type(value = Check.Listing.class, name = "listing")
})
public sealed interface Check {
    boolean accepts(String response);

    /// One line that ends with the text.
    record Ending(String text) implements Check {
        @Override
        public boolean accepts(String response) {
            return response.endsWith(text) && response.indexOf('\n') < 0;
        }
    }

    /// The last number is right, there are no more than so many numbers, and the word (which may be empty) is
    /// there.
    record LastNumber(int value, int numbersAtMost, String word) implements Check {
        @Override
        public boolean accepts(String response) {
            List<String> numbers = Spelling.numbers(response);
            return !numbers.isEmpty()
                    && numbers.size() <= numbersAtMost
                    && numbers.getLast().equals(String.valueOf(value))
                    && response.contains(word);
        }
    }

    /// The number is there and no other, and the word (which may be empty) is there.
    record OnlyNumber(int value, String word) implements Check {
        @Override
        public boolean accepts(String response) {
            return Spelling.numbers(response).equals(List.of(String.valueOf(value))) && response.contains(word);
        }
    }

    /// These numbers in this order, with commas, blanks and one full stop at the end, and nothing else.
    record NumberList(List<Integer> values) implements Check {
        private static final Pattern ONLY_NUMBERS = Pattern.compile("[0-9, ]+\\.?");

        public NumberList {
            values = List.copyOf(values);
        }

        @Override
        public boolean accepts(String response) {
            return ONLY_NUMBERS.matcher(response).matches()
                    && Spelling.numbers(response)
                            .equals(values.stream().map(String::valueOf).toList());
        }
    }

    /// These words in this order, separated by commas.
    record WordList(List<String> words) implements Check {
        public WordList {
            words = List.copyOf(words);
        }

        @Override
        public boolean accepts(String response) {
            return Spelling.items(response).equals(words);
        }
    }

    /// These words, separated by commas, in any order whose first letters do not go down.
    record FirstLetters(List<String> words) implements Check {
        public FirstLetters {
            words = List.copyOf(words);
        }

        @Override
        public boolean accepts(String response) {
            List<String> items = Spelling.items(response);
            if (!items.stream().sorted().toList().equals(words.stream().sorted().toList())) {
                return false;
            }
            for (int i = 1; i < items.size(); i++) {
                if (items.get(i - 1).charAt(0) > items.get(i).charAt(0)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Exactly this text.
    record Exact(String text) implements Check {
        @Override
        public boolean accepts(String response) {
            return response.equals(text);
        }
    }

    /// So many different words of a category, without the excluded one (empty: none is), in the style asked for.
    record Listing(ListStyle style, String category, int count, String excluded) implements Check {
        public Listing {
            if (!Words.CATEGORIES.containsKey(category)) {
                throw new IllegalArgumentException("no category is called " + category);
            }
        }

        @Override
        public boolean accepts(String response) {
            List<String> items = style.read(response);
            return items.size() == count
                    && new HashSet<>(items).size() == count
                    && !items.contains(excluded)
                    && Words.CATEGORIES.get(category).containsAll(items);
        }
    }
}
