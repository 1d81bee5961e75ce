package org.densepath.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densepath.reward.Alarm;
import org.densepath.reward.GradientSignal;
import org.densepath.reward.HackingWatch;
import org.densepath.reward.WatchSettings;
import org.densepath.reward.WatchState;

/// The watch on reward hacking over one run of DPR: what it started from, what it remembers, and what it may do.
final class RewardWatch {
    /// Gradient estimates averaged for the signal-to-noise ratio: one batch's alone is mostly chance.
    private static final int SIGNAL_WINDOW = 10;

    /// All that a checkpoint keeps.
    record Memory(Map<String, Double> start, WatchState state, List<double[]> signals, int slowed) {}

    private final Experiment.Watch settings;
    private final Map<String, Double> start;
    private final WatchSettings limits;
    private final HackingWatch watch;
    private final List<double[]> signals;
    private int slowed;

    private RewardWatch(Experiment.Watch settings, Memory memory) {
        this.settings = settings;
        this.start = memory.start();
        this.limits = WatchSettings.withStart(start);
        this.watch = new HackingWatch(limits, memory.state());
        this.signals = new ArrayList<>(memory.signals());
        this.slowed = memory.slowed();
    }

    /// `measured`: metrics of π_SFT by name with stage.
    static RewardWatch fresh(Experiment.Watch settings, Map<String, Double> measured) {
        Map<String, Double> start = new HashMap<>();
        measured.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                start.put(name.substring(name.lastIndexOf('/') + 1), value);
            }
        });
        return new RewardWatch(settings, new Memory(start, WatchState.empty(), List.of(), 0));
    }

    static RewardWatch resumed(Experiment.Watch settings, Memory memory) {
        return new RewardWatch(settings, memory);
    }

    Memory memory() {
        return new Memory(start, watch.state(), List.copyOf(signals), slowed);
    }

    List<Alarm> observe(long step, Map<String, Double> metrics) {
        return settings.enabled() ? watch.observe(Math.toIntExact(step), metrics) : List.of();
    }

    /// What the alarms of one step ask for and the settings allow. A run that was slowed once and has to be
    /// slowed again is stopped: slowing did not help.
    Alarm.Action consequence(List<Alarm> alarms) {
        Alarm.Action gravest = alarms.stream()
                .map(Alarm::action)
                .max(Comparator.naturalOrder())
                .orElse(Alarm.Action.WARN);
        if (!settings.mayStop() || gravest == Alarm.Action.WARN) {
            return Alarm.Action.WARN;
        }
        slowed += gravest == Alarm.Action.SLOW ? 1 : 0;
        return gravest == Alarm.Action.STOP || slowed > 1 ? Alarm.Action.STOP : Alarm.Action.SLOW;
    }

    double slowFactor() {
        return limits.slowFactor();
    }

    /// Adds `dpr/gradient_snr`: signal over noise, both averaged over the last batches.
    void addSignal(GradientSignal signal, Map<String, Double> metrics) {
        if (signal == null) {
            return;
        }
        signals.add(new double[] {signal.signal(), signal.noise(), signal.groups()});
        if (signals.size() > SIGNAL_WINDOW) {
            signals.removeFirst();
        }
        metrics.put(
                "dpr/gradient_snr",
                GradientSignal.mean(signals.stream()
                                .map(s -> new GradientSignal(s[0], s[1], (int) s[2]))
                                .toList())
                        .ratio());
    }
}
