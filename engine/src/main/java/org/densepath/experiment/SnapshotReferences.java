package org.densepath.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.densepath.BadInputException;
import org.densepath.run.Track;

/// The models that could be π_ref in a run: the base model and every snapshot of SFT before its end.
public final class SnapshotReferences {
    private static final String PREFIX = "snapshot-";

    private SnapshotReferences() {}

    /// A reference: `base` or its fraction as text, and as [ModelReference] reads it.
    public record Kept(String name, double fraction, String written) {}

    /// Those of the run and seed of `sft`, which names π_SFT (`RUN:sft`, `RUN:sft#2`); the base model first.
    /// Throws [BadInputException] where it names something else, or where none is kept.
    public static List<Kept> of(String sft) {
        ModelReference.RunPart part = ModelReference.inRun(sft)
                .filter(found -> found.name().equals("sft"))
                .orElseThrow(() -> new BadInputException(
                        "--sweep takes the snapshots of a run: name π_SFT as RUN:sft," + " not '" + sft + "'."));
        String run = part.run().path().toString();
        List<Kept> kept = new ArrayList<>();
        kept.add(new Kept("base", 0, run + ":base#" + part.seed()));
        part.run().snapshots(Track.shared("sft", part.seed())).forEach(folder -> {
            String name = folder.getFileName().toString().substring(PREFIX.length());
            double fraction = Double.parseDouble(name);
            if (fraction < 1) {
                kept.add(new Kept(name, fraction, String.format(Locale.ROOT, "%s:sft@%s#%d", run, name, part.seed())));
            }
        });
        return kept;
    }
}
