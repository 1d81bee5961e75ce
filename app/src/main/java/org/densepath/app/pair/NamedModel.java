package org.densepath.app.pair;

import java.util.Optional;

/// A model that can be chosen by a short name.
///
/// @param label what a person reads: `my-run:sft`
/// @param name as on the command line, with the run's whole path
/// @param missing why it cannot be asked, where it cannot
public record NamedModel(String label, String name, Optional<String> missing) {
    public boolean there() {
        return missing.isEmpty();
    }

    /// `sft@0.25` of `my-run:sft@0.25`.
    String part() {
        return label.substring(label.lastIndexOf(':') + 1);
    }
}
