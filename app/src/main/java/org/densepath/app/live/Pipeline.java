package org.densepath.app.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.densepath.experiment.BuiltInArm;

/// A run from beginning to end: what is done, what is at work, what is to come. SFT, the reward that is read from
/// it, each arm, and the benchmarks; of several seeds each part counts how many have it behind them.
public final class Pipeline {
    public enum State {
        TO_COME,
        ACTIVE,
        /// Begun, and not at work now.
        HALTED,
        DONE
    }

    /// A part of the run.
    ///
    /// @param share 0 … 1, −1 where it is not known or nothing goes on @param told `41/200`, `seed 2 of 3`; may be
    // empty
    public record Part(String id, String name, State state, double share, String told, String meaning) {}

    private static final String REWARD = "The dense reward r̂ = log π_SFT − log π_ref needs no training: it is there as"
            + " soon as fine-tuning has kept its snapshots.";

    private final RunSnapshot run;
    private final RunPlan plan;

    private Pipeline(RunSnapshot run) {
        this.run = run;
        this.plan = run.details().plan();
    }

    public static List<Part> of(RunSnapshot run) {
        return run.stages().isEmpty() && run.details().plan().arms().isEmpty() ? List.of() : new Pipeline(run).parts();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Part sft = stage(
                "sft",
                "SFT",
                mark -> mark.track().stage().equals("sft"),
                "Supervised fine-tuning on the" + " demonstrations: its snapshots give the reward.");
        parts.add(sft);
        boolean begunAfter =
                run.stages().stream().anyMatch(mark -> !mark.track().stage().equals("sft"));
        boolean known = sft.state() == State.DONE || begunAfter;
        parts.add(new Part("reward", "Reward", known ? State.DONE : State.TO_COME, -1, "", REWARD));
        for (String arm : arms()) {
            parts.add(stage(
                    arm,
                    StageMark.stageName(arm),
                    mark -> mark.track().arm().equals(arm)
                            && mark.track().stage().equals("evaluation") == onlyAnswers(arm),
                    meaning(arm)));
        }
        parts.add(benchmarks());
        return parts;
    }

    private Set<String> arms() {
        Set<String> arms = new LinkedHashSet<>(plan.arms());
        run.stages().stream()
                .filter(mark ->
                        !mark.track().arm().isEmpty() && !mark.track().stage().equals("evaluation"))
                .forEach(mark -> arms.add(mark.track().arm()));
        return arms;
    }

    private Part stage(String id, String name, Predicate<StageMark> which, String meaning) {
        List<StageMark> marks = run.stages().stream().filter(which).toList();
        long done =
                marks.stream().filter(m -> m.state() == StageMark.State.DONE).count();
        StageMark now = marks.stream()
                .filter(m -> m.state() != StageMark.State.DONE)
                .reduce((_, last) -> last)
                .orElse(null);
        if (now == null) {
            boolean all = done >= plan.seeds();
            String told = plan.seeds() > 1 && done > 0 && !all ? done + " of " + plan.seeds() + " seeds" : "";
            return new Part(id, name, all ? State.DONE : done > 0 ? State.HALTED : State.TO_COME, -1, told, meaning);
        }
        State state = now.state() == StageMark.State.ACTIVE ? State.ACTIVE : State.HALTED;
        String steps = now.total() > 0 ? now.done() + "/" + now.total() : now.done() > 0 ? "" + now.done() : "";
        String seed = plan.seeds() > 1 ? "seed " + now.track().seed() + ", " : "";
        return new Part(id, name, state, now.share(), seed + steps, meaning);
    }

    /// One evaluation an arm, and those of the base model, of π_SFT and of π_SFT at the control temperature.
    private Part benchmarks() {
        List<StageMark> marks = run.stages().stream()
                .filter(mark -> mark.track().stage().equals("evaluation"))
                .toList();
        long done =
                marks.stream().filter(m -> m.state() == StageMark.State.DONE).count();
        boolean active = marks.stream().anyMatch(m -> m.state() == StageMark.State.ACTIVE);
        long all = Math.max(marks.size(), (3L + arms().size()) * plan.seeds());
        State state = run.phase() == Phase.FINISHED
                ? done > 0 ? State.DONE : State.TO_COME
                : active ? State.ACTIVE : marks.isEmpty() ? State.TO_COME : State.HALTED;
        String told = state == State.ACTIVE || state == State.HALTED ? done + "/" + all : "";
        return new Part(
                "evaluation",
                "Benchmarks",
                state,
                state == State.ACTIVE ? (double) done / all : -1,
                told,
                "Held-out prompts, answered by the base model, by SFT, by its controls and by every arm.");
    }

    /// An arm that trains nothing is done when it has answered.
    private static boolean onlyAnswers(String arm) {
        return BuiltInArm.of(arm).filter(known -> !known.kind().trains()).isPresent();
    }

    private static String meaning(String arm) {
        return switch (arm) {
            case "dpr" -> "Dense-Path REINFORCE: reinforcement with the dense reward, from SFT on.";
            case "continued-sft" ->
                "The control: fine-tuning gone on with for as many updates as DPR has. DPR has shown something only"
                        + " where it is ahead of this.";
            default -> BuiltInArm.of(arm).map(BuiltInArm::meaning).orElse("The arm " + arm + ".");
        };
    }
}
