package org.densepath.sample.task;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The world's vocabulary: four categories of ten words, ten names, ten things that are counted.
public final class Words {
    public static final List<String> NAMES = words("Mia Tom Ana Ben Lea Sam Eva Max Zoe Leo");
    public static final List<String> PLURALS = words("cups hats pens books rings apples plums lemons keys coins");
    public static final List<String> ANIMALS = words("cat dog cow pig hen fox owl bee ant bat");
    public static final List<String> FRUITS = words("apple pear plum fig grape lemon melon peach kiwi mango");
    public static final List<String> COLORS = words("red blue green pink gold gray black white brown teal");
    public static final List<String> THINGS = words("cup hat pen box key bag lamp book ring desk");

    /// The names of the categories, in a fixed order (a map of Java's has none).
    public static final List<String> CATEGORY_NAMES = words("animals fruits colors things");

    public static final Map<String, List<String>> CATEGORIES =
            Map.of("animals", ANIMALS, "fruits", FRUITS, "colors", COLORS, "things", THINGS);

    /// The words of all categories, from a to z.
    public static final List<String> ALL = Stream.of(ANIMALS, FRUITS, COLORS, THINGS)
            .flatMap(List::stream)
            .sorted()
            .toList();

    private Words() {}

    private static List<String> words(String line) {
        return List.of(line.split(" "));
    }
}
