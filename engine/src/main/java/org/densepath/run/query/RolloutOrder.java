package org.densepath.run.query;

import java.util.List;

/// The responses that pass a filter, in order: their numbers in the [RolloutTable], 4 MB for a million.
///
/// @param ids not copied
/// @param groups when grouped by prompt, else empty
public record RolloutOrder(int[] ids, List<PromptGroup> groups) {
    public static final RolloutOrder NOTHING = new RolloutOrder(new int[0], List.of());

    public RolloutOrder {
        groups = List.copyOf(groups);
    }
}
