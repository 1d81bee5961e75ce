package org.densepath.app.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;
import org.densepath.app.scoring.Role;
import org.densepath.experiment.ModelReference;
import org.densepath.run.RunFolder;
import org.densepath.run.Track;

/// The models behind a response, as far as their weights are kept.
///
/// @param names as on the command line
/// @param policyStep after how many updates the policy is that is asked; −1 where none is
/// @param notes what is not as one would expect, a sentence each
record TokenModels(Map<Role, String> names, long policyStep, List<String> notes) {
    TokenModels {
        names = Map.copyOf(names);
        notes = List.copyOf(notes);
    }

    /// Looks into the run's folder. Throws [BadInputException] where no model of it is left.
    static TokenModels of(TokenPlace place) {
        Map<Role, String> names = new EnumMap<>(Role.class);
        List<String> notes = new ArrayList<>();
        BadInputException missing = null;
        for (Role role : List.of(Role.REFERENCE, Role.SFT)) {
            String name = named(place, role == Role.SFT ? "sft" : "reference");
            try {
                ModelReference.resolve(name);
                names.put(role, name);
            } catch (BadInputException e) {
                missing = e;
                notes.add("The weights of " + role.symbol() + " are not kept in this run.");
            }
        }
        if (names.isEmpty()) {
            throw new BadInputException(
                    "The run keeps neither π_SFT nor π_ref, so that no model can be asked about this token.", missing);
        }
        long before = place.row().step() - 1;
        Optional<Long> kept = before == 0 ? Optional.of(0L) : nearest(place, before);
        kept.ifPresent(step -> names.put(Role.POLICY, named(place, step == 0 ? "sft" : place.arm() + "@" + step)));
        if (kept.isEmpty()) {
            notes.add("The weights of π_θ at this step are not kept: its number is the trace's.");
        } else if (kept.get() != before) {
            notes.add("π_θ's rank and words are those after step " + kept.get() + ", the nearest that is kept.");
        }
        return new TokenModels(names, kept.orElse(-1L), notes);
    }

    private static String named(TokenPlace place, String part) {
        return place.run() + ":" + part + "#" + place.seed();
    }

    private static Optional<Long> nearest(TokenPlace place, long step) {
        return RunFolder.open(place.run()).policySteps(new Track("dpr", place.arm(), place.seed())).stream()
                .min(Comparator.comparing(kept -> Math.abs(kept - step)));
    }
}
