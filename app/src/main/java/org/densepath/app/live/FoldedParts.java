package org.densepath.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The parts of a run of many methods in the room of a line: neighbours that stand alike are told as one.
final class FoldedParts {
    /// So many parts fit beside each other.
    static final int MOST = 8;

    /// SFT, the reward and the first method.
    private static final int HEAD = 3;

    private FoldedParts() {}

    /// `parts` where they fit; else the first three, the last, what is at work, and between them how many others
    /// are done or to come.
    static List<Pipeline.Part> of(List<Pipeline.Part> parts) {
        if (parts.size() <= MOST) {
            return parts;
        }
        List<Pipeline.Part> folded = new ArrayList<>(parts.subList(0, HEAD));
        List<Pipeline.Part> alike = new ArrayList<>();
        for (Pipeline.Part part : parts.subList(HEAD, parts.size() - 1)) {
            boolean other = !alike.isEmpty() && alike.getFirst().state() != part.state();
            boolean alone = part.state() == Pipeline.State.ACTIVE || part.state() == Pipeline.State.HALTED;
            if (other || alone) {
                fold(alike, folded);
            }
            if (alone) {
                folded.add(part);
            } else {
                alike.add(part);
            }
        }
        fold(alike, folded);
        folded.add(parts.getLast());
        return folded;
    }

    private static void fold(List<Pipeline.Part> alike, List<Pipeline.Part> into) {
        if (alike.size() == 1) {
            into.add(alike.getFirst());
        } else if (!alike.isEmpty()) {
            Pipeline.State state = alike.getFirst().state();
            String names = alike.stream().map(Pipeline.Part::name).collect(Collectors.joining(", "));
            into.add(new Pipeline.Part(
                    "folded-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    alike.size() + " more methods",
                    state,
                    -1,
                    "",
                    names));
        }
        alike.clear();
    }
}
