package org.densepath.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.densepath.BadInputException;
import org.densepath.run.Track;

/// One method of an experiment: its name, what kind of work it is, and the experiment as it is for this arm, its
/// own settings laid over the shared ones. All arms of a seed begin at the same π_SFT; nothing that an arm draws
/// depends on which other arms there are.
public record Arm(String name, Kind kind, Experiment experiment) {
    /// What is done, and under which stage it is told.
    public enum Kind {
        REINFORCE("dpr"),
        CONTINUED_SFT("continued-sft"),
        SELF_PLAY("self-play"),
        CONTRASTIVE(""),
        BEST_OF_N("");

        private final String stage;

        Kind(String stage) {
            this.stage = stage;
        }

        /// Whether weights are changed; the others only answer.
        public boolean trains() {
            return !stage.isEmpty();
        }
    }

    /// Groups of settings that an arm may have of its own; all else, and what is measured before any arm, is
    /// shared.
    private static final Pattern OWN =
            Pattern.compile("(reward|dpr|selfPlay|decoding)\\..+(?<!requireAuroc|aurocSamples)");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._+-]*");
    private static final Pattern TAKEN = Pattern.compile("base|sft|reference|sft-at-.*");

    /// The line of work of a seed in this arm, which must train.
    public Track track(int seed) {
        return new Track(kind.stage, name, seed);
    }

    /// The arms that an experiment asks for, in their order. Throws [BadSettingException] when one is not known,
    /// changes what all share, or is not possible with its settings.
    public static List<Arm> of(Experiment experiment) {
        List<Arm> arms = new ArrayList<>();
        for (String name : experiment.arms()) {
            BuiltInArm like = BuiltInArm.of(name)
                    .orElseThrow(() -> new BadSettingException(
                            "arms", "knows " + String.join(", ", BuiltInArm.names()) + ", not '" + name + "'"));
            arms.add(arm(experiment, "arms", name, like, Map.of()));
        }
        Set<String> names = new HashSet<>(experiment.arms());
        for (OwnArm own : experiment.ownArms()) {
            arms.add(arm(experiment, "ownArms", own.name(), liked(own, names), own.set()));
        }
        return List.copyOf(arms);
    }

    /// The names of an experiment's arms.
    public static List<String> names(Experiment experiment) {
        return of(experiment).stream().map(Arm::name).toList();
    }

    private static BuiltInArm liked(OwnArm own, Set<String> names) {
        if (!NAME.matcher(own.name()).matches() || TAKEN.matcher(own.name()).matches()) {
            throw new BadSettingException(
                    "ownArms",
                    "needs names of letters, digits and . _ + - other than base, sft and reference, not '" + own.name()
                            + "'");
        }
        if (BuiltInArm.of(own.name()).isPresent() || !names.add(own.name())) {
            throw new BadSettingException("ownArms", "must not name '" + own.name() + "' a second time");
        }
        return BuiltInArm.of(own.like())
                .orElseThrow(() -> new BadSettingException(
                        "ownArms",
                        "must say of '" + own.name() + "' which built-in arm it is like ("
                                + String.join(", ", BuiltInArm.names()) + "), not '" + own.like() + "'"));
    }

    private static Arm arm(
            Experiment experiment, String key, String name, BuiltInArm like, Map<String, JsonNode> changes) {
        try {
            ExperimentFile file = ExperimentFile.of(experiment).set("arms=[]").set("ownArms=[]");
            like.set().forEach(file::set);
            changes.forEach((changed, value) -> {
                if (!OWN.matcher(changed).matches()) {
                    throw new BadInputException("'" + changed
                            + "' is shared by all arms; an arm may change reward, dpr, selfPlay and decoding");
                }
                file.set(changed, value);
            });
            Experiment own = file.read();
            if (like.kind() == Kind.REINFORCE) {
                own.dpr().requireSamples();
            }
            return new Arm(name, like.kind(), own);
        } catch (BadInputException e) {
            String why = e.getMessage().replaceFirst("^experiment: ", "").replaceFirst("\\.$", "");
            throw new BadSettingException(key, "names '" + name + "', which is not possible: " + why);
        }
    }
}
