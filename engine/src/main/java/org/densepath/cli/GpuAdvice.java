package org.densepath.cli;

import java.util.Optional;
import org.densepath.tensor.OwnTorch;

/// What is missing for this machine's GPUs to be used.
///
/// @param driver the CUDA that NVIDIA's driver can run, as `12.8`; empty where there is no driver
/// @param driverError what the driver answered when it was started; 0 where it did
/// @param driverGpus the GPUs that the driver shows
/// @param torchGpus those that torch can compute on
/// @param cuda whether the loaded libtorch is one for CUDA
/// @param wanted the version that a PyTorch of one's own must have
/// @param suggestion a PyTorch that lies ready
record GpuAdvice(
        String driver,
        int driverError,
        int driverGpus,
        int torchGpus,
        boolean cuda,
        String wanted,
        Optional<OwnTorch> suggestion) {
    String sentence() {
        if (torchGpus > 0) {
            return "nothing is missing";
        }
        if (driver.isEmpty()) {
            return "NVIDIA's driver is not found; install it, and see that nvidia-smi shows the GPU";
        }
        if (driverGpus == 0) {
            return "the driver finds no GPU (error " + driverError
                    + "); see nvidia-smi, and whether CUDA_VISIBLE_DEVICES hides it";
        }
        if (cuda) {
            return "libtorch is one for CUDA, but finds no GPU; the driver runs CUDA " + driver
                    + " and may be too old for it: update the driver";
        }
        return "libtorch is one for the CPU; "
                + suggestion
                        .filter(own ->
                                own.version().equals(wanted) && !own.cuda().isEmpty())
                        .map(own -> "a PyTorch for CUDA lies ready: add --torch " + own.folder())
                        .orElse("in a Python environment run pip install torch==" + wanted
                                + ", and add --torch with the environment's folder; or build with mvn -Pcuda");
    }
}
