package org.densepath.data;

import java.util.List;

/// What a file of demonstrations holds. `format` names what was found, with counts where there are several
/// (`messages (10), Alpaca (3)`). `notes` tell what was left out of records that were used.
public record DemonstrationFile(
        String format, List<Demonstration> demonstrations, List<Refused> refused, List<Refused> notes) {
    public DemonstrationFile {
        demonstrations = List.copyOf(demonstrations);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }
}
