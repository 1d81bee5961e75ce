package org.densepath.app.live;

import java.nio.file.Path;
import org.densepath.BadInputException;
import org.densepath.run.Provenance;

/// Where a run's last worker has computed, as its provenance names it.
///
/// @param device `cpu · 2 threads`; empty where it is not known
/// @param machine `AMD EPYC, 2 cores, Linux 6.1`
public record RunMachine(String device, String machine) {
    static final RunMachine UNKNOWN = new RunMachine("", "");

    /// [#UNKNOWN] where the file is missing, or another version's.
    static RunMachine read(Path provenance) {
        try {
            Provenance told = Provenance.read(provenance);
            return of(
                    told.resumedOn().isEmpty()
                            ? told.startedOn()
                            : told.resumedOn().getLast());
        } catch (BadInputException _) {
            return UNKNOWN;
        }
    }

    private static RunMachine of(Provenance.Place place) {
        if (place == null || place.device() == null) {
            return UNKNOWN;
        }
        String threads = place.threads() > 0 ? " · " + place.threads() + " threads" : "";
        String machine = place.machine() == null
                ? ""
                : place.machine().processor() + ", " + place.machine().cores() + " cores, "
                        + place.machine().system();
        return new RunMachine(place.device() + threads, machine);
    }
}
