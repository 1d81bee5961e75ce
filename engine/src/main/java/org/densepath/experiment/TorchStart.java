package org.densepath.experiment;

import java.nio.file.Path;
import java.util.Locale;
import org.densepath.BadInputException;
import org.densepath.tensor.ComputeDevice;
import org.densepath.tensor.ComputeDevice.Precision;
import org.densepath.tensor.Torch;

/// The engine as an experiment asks for it: for the policy, and for the frozen models π_SFT and π_ref, which
/// stand on a second GPU where there is one. Models with adapters share their base, and so a device.
record TorchStart(Torch policy, Torch frozen) implements AutoCloseable {
    /// Throws [BadInputException] where the device is not there, cannot do what is asked, or has less memory than
    /// training `model` needs.
    static TorchStart of(Experiment experiment, Path model) {
        int threads = experiment.threads() > 0
                ? experiment.threads()
                : Runtime.getRuntime().availableProcessors();
        Torch policy = Torch.start(experiment.device(), experiment.model().precision(), threads);
        Torch frozen = experiment.adapter().isOn() ? policy : policy.forFrozen(experiment.device());
        TorchStart started = new TorchStart(policy, frozen);
        try {
            requireTrainable(experiment, policy.device());
            MemoryNeed.refuseWhenAbove(started.available(), experiment, model);
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /// Bytes of memory that may be used, of both GPUs where there are two.
    private long available() {
        long one = policy.gpuMemory().orElseGet(MemoryNeed::available);
        return policy == frozen ? one : one + frozen.gpuMemory().orElse(0L);
    }

    /// What is trained is float32: a half type is for a base that stays as it is.
    static void requireTrainable(Experiment experiment, ComputeDevice device) {
        if (device.precision() != Precision.FLOAT32 && !experiment.adapter().isOn()) {
            throw new BadInputException("model.precision: "
                    + device.precision().name().toLowerCase(Locale.ROOT)
                    + " is for a model that is only read; set it to float32, or train an adapter with"
                    + " adapter.rank=16.");
        }
    }

    @Override
    public void close() {
        if (policy != frozen) {
            frozen.close();
        }
        policy.close();
    }
}
