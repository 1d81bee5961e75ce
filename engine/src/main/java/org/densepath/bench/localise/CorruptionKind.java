package org.densepath.bench.localise;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.densepath.BadInputException;

/// What of a right answer is made wrong.
public enum CorruptionKind {
    /// Another number, seven times in ten a near miss.
    NUMBER,
    /// Another name, or another word of the same category.
    NAME,
    /// Another of + − × ÷ in an equation, which is then false.
    OPERATOR,
    /// `is` for `is not`, `less` for `greater`, and so on.
    NEGATION,
    /// Two neighbours of a list, or the two sides of −, ÷ or a comparison, swapped.
    ORDER;

    /// `number`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Throws [BadInputException] when there is none of that name.
    public static CorruptionKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "There is no kind of corruption '" + name + "'; there are " + labels(List.of(values())) + "."));
    }

    private static String labels(List<CorruptionKind> kinds) {
        return kinds.stream().map(CorruptionKind::label).collect(Collectors.joining(", "));
    }
}
