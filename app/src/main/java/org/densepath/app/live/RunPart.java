package org.densepath.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.densepath.run.RunSettings;
import org.densepath.run.Track;

/// A part of a run, and how much it computes as the settings tell: in units that its time is proportional to on
/// one machine with one model.
///
/// @param kind parts of one kind cost the same a unit: `sft`, an arm's name, `evaluation`
/// @param units empty where the settings do not tell: SFT's steps follow from the data
record RunPart(String kind, Track track, OptionalDouble units) {
    static final String EVALUATION = "evaluation";
    private static final String SFT = "sft";
    private static final String CONTROL = "sft-at-";
    private static final String CONTINUED = "continued-sft";

    /// All parts of a run, in the order in which they are worked on.
    static List<RunPart> of(RunSettings settings) {
        List<RunPart> parts = new ArrayList<>();
        double dprSteps = number(settings, "dpr.steps");
        double prompts = Math.max(0, number(settings, "data.heldOutLimit"));
        double samples = number(settings, "evaluation.samples");
        for (int seed : seeds(settings)) {
            parts.add(new RunPart(SFT, Track.shared(SFT, seed), OptionalDouble.empty()));
            for (String arm : settings.list("arms")) {
                double rows = arm.equals(CONTINUED)
                        ? number(settings, "sft.batchSize")
                        : number(settings, "dpr.prompts") * number(settings, "dpr.samples");
                parts.add(new RunPart(arm, new Track(arm, arm, seed), OptionalDouble.of(dprSteps * rows)));
            }
            if (!settings.value("data.heldOut").orElse("").isBlank()) {
                // of a file that is taken whole, the number of prompts is the same in every run
                double each = prompts == 0 ? 1 : prompts;
                String cool = CONTROL
                        + settings.value("evaluation.controlTemperature").orElse("");
                parts.add(evaluation("base", seed, each * (samples + 1)));
                parts.add(evaluation("sft", seed, each * (samples + 1)));
                parts.add(evaluation(cool, seed, each * samples));
                settings.list("arms").forEach(arm -> parts.add(evaluation(arm, seed, each * (samples + 1))));
            }
        }
        return parts;
    }

    /// Whether two runs' held-out prompts can be counted against each other.
    static boolean sameHeldOut(RunSettings one, RunSettings other) {
        boolean counted = number(one, "data.heldOutLimit") > 0 && number(other, "data.heldOutLimit") > 0;
        return counted
                || one.value("data.heldOut").equals(other.value("data.heldOut"))
                        && one.value("data.heldOutLimit").equals(other.value("data.heldOutLimit"));
    }

    /// Whether `other` is this part's; a control's name holds its temperature, which may be written in other
    /// ways.
    boolean is(Track other) {
        boolean control = track.arm().startsWith(CONTROL) && other.arm().startsWith(CONTROL);
        return track.equals(other) || control && track.stage().equals(other.stage()) && track.seed() == other.seed();
    }

    RunPart ofSteps(long steps, RunSettings settings) {
        return units.isPresent()
                ? this
                : new RunPart(kind, track, OptionalDouble.of(steps * number(settings, "sft.batchSize")));
    }

    private static List<Integer> seeds(RunSettings settings) {
        return settings.list("seeds").stream()
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .toList();
    }

    private static RunPart evaluation(String arm, int seed, double units) {
        return new RunPart(EVALUATION, new Track(EVALUATION, arm, seed), OptionalDouble.of(units));
    }

    private static double number(RunSettings settings, String key) {
        try {
            return Double.parseDouble(settings.value(key).orElse("0"));
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
