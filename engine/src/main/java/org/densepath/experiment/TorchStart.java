package org.densepath.experiment;

import java.nio.file.Path;
import java.util.Locale;
import org.densepath.BadInputException;
import org.densepath.tensor.ComputeDevice;
import org.densepath.tensor.ComputeDevice.Precision;
import org.densepath.tensor.Torch;

/// The engine as an experiment asks for it.
final class TorchStart {
    private TorchStart() {}

    /// Throws [BadInputException] where the device is not there, cannot do what is asked, or has less memory than
    /// training `model` needs.
    static Torch of(Experiment experiment, Path model) {
        int threads = experiment.threads() > 0
                ? experiment.threads()
                : Runtime.getRuntime().availableProcessors();
        Torch torch = Torch.start(experiment.device(), experiment.model().precision(), threads);
        try {
            requireTrainable(experiment, torch.device());
            MemoryNeed.refuseWhenAbove(torch.gpuMemory().orElseGet(MemoryNeed::available), experiment, model);
            return torch;
        } catch (RuntimeException e) {
            torch.close();
            throw e;
        }
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
}
