package org.densepath.app.launch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densepath.app.task.Tasks;
import org.densepath.experiment.Experiment;
import org.densepath.experiment.ExperimentFile;
import org.densepath.experiment.Speed;
import org.densepath.experiment.TimeNeed;
import org.densepath.experiment.Workload;

/// The speeds that were measured, by model and device, and the estimate for the experiment at hand. A change of
/// any other setting is reckoned anew at once, without measuring.
final class SpeedBook {
    private final SpeedMeter meter;
    private final Tasks tasks;
    private final Map<String, Speed> speeds = new HashMap<>();
    private final Map<String, String> failures = new HashMap<>();
    private final ReadOnlyObjectWrapper<Estimate> estimate = new ReadOnlyObjectWrapper<>(Estimate.unknown(false));
    private Optional<Experiment> experiment = Optional.empty();
    private Optional<Workload> work = Optional.empty();
    private String measuring = "";

    SpeedBook(SpeedMeter meter, Tasks tasks) {
        this.meter = meter;
        this.tasks = tasks;
    }

    ReadOnlyObjectProperty<Estimate> estimate() {
        return estimate.getReadOnlyProperty();
    }

    /// What is to be estimated now; either may be absent while something is wrong.
    void about(Optional<Experiment> asked, Optional<Workload> counted) {
        experiment = asked;
        work = counted;
        update();
    }

    /// Whether nothing is known of this model's speed, nothing is being measured, and it was not tried in vain.
    boolean wanting() {
        return ready() && !speeds.containsKey(key()) && !failures.containsKey(key());
    }

    /// Whether it is known what to measure, and nothing is being measured.
    private boolean ready() {
        return experiment.isPresent() && work.isPresent() && measuring.isEmpty();
    }

    /// Measures the speed of the experiment's model.
    void measure() {
        if (!ready()) {
            return;
        }
        Experiment about = experiment.get();
        String key = key();
        measuring = key;
        failures.remove(key);
        update();
        tasks.run(
                "Measuring the model's speed",
                progress -> meter.measure(about, progress),
                speed -> end(() -> speeds.put(key, speed)),
                sentence -> end(() -> failures.put(key, sentence)));
    }

    private void end(Runnable keep) {
        keep.run();
        measuring = "";
        update();
    }

    private void update() {
        estimate.set(now());
    }

    private Estimate now() {
        if (experiment.isEmpty() || work.isEmpty()) {
            return Estimate.unknown(false);
        }
        String key = key();
        if (measuring.equals(key)) {
            return Estimate.measuring();
        }
        if (failures.containsKey(key)) {
            return Estimate.failed(failures.get(key));
        }
        Speed speed = speeds.get(key);
        return speed == null
                ? Estimate.unknown(ready())
                : Estimate.of(TimeNeed.of(experiment.get(), work.get(), speed), speed.others(), ready());
    }

    /// What the speed depends on, but for the data.
    private String key() {
        ExperimentFile file = ExperimentFile.of(experiment.orElseThrow());
        return Stream.of("model.path", "model.precision", "device", "threads")
                .map(key -> file.value(key).asText())
                .collect(Collectors.joining("|"));
    }
}
