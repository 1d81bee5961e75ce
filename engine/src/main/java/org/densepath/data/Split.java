package org.densepath.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.densepath.BadInputException;

/// Items for training and items held out, with no text on both sides: items whose [NormalisedText] is the same
/// stay together. Each side keeps the items' order.
public record Split<T>(List<T> training, List<T> heldOut) {
    public Split {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
    }

    /// Holds out about `fraction` of the items, from 0 to below 1; above 0, at least one text on either side. The
    /// same seed gives the same split. Throws [BadInputException] when there are not two different texts to part.
    public static <T> Split<T> of(List<T> items, Function<T, String> text, double fraction, long seed) {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException("held-out fraction " + fraction);
        }
        Map<String, List<Integer>> byText = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            byText.computeIfAbsent(NormalisedText.of(text.apply(items.get(i))), t -> new ArrayList<>())
                    .add(i);
        }
        if (fraction > 0 && byText.size() < 2) {
            throw new BadInputException("Cannot hold out a part of " + items.size() + " records with " + byText.size()
                    + " different prompts; at least 2 are needed");
        }
        List<List<Integer>> groups = List.copyOf(byText.values());
        BitSet held = new BitSet(items.size());
        int taken = 0;
        for (int group : EpochOrder.shuffled(groups.size(), seed)) {
            boolean enough = held.cardinality() >= Math.round(fraction * items.size());
            if (fraction == 0 || (enough && taken > 0) || taken == groups.size() - 1) {
                break;
            }
            groups.get(group).forEach(held::set);
            taken++;
        }
        List<T> training = new ArrayList<>();
        List<T> heldOut = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            (held.get(i) ? heldOut : training).add(items.get(i));
        }
        return new Split<>(training, heldOut);
    }
}
