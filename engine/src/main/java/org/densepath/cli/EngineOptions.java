package org.densepath.cli;

import java.util.Locale;
import org.densepath.BadInputException;
import org.densepath.tensor.ComputeDevice.Precision;
import org.densepath.tensor.Torch;
import picocli.CommandLine.Option;

/// What every command with a model takes: where it computes, with how many threads, how precisely.
final class EngineOptions {
    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "cpu, cuda, cuda:<n>, or auto: the first GPU where there is one (default: auto).")
    private String device;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "Threads for arithmetic on the CPU (default: all cores).")
    private int threads;

    @Option(
            names = "--precision",
            paramLabel = "TYPE",
            defaultValue = "float32",
            description = "float32, float16 or bfloat16; the CPU computes in float32 (default: float32).")
    private Precision precision;

    /// Throws [BadInputException] when the device is not there or cannot do it.
    Torch start() {
        if (threads < 0) {
            throw new BadInputException("--threads is " + threads + "; expected 1 or more, or 0 for all cores.");
        }
        Torch torch = Torch.start(
                device, precision, threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
        if (torch.device().precision() != precision) {
            torch.close();
            throw new BadInputException("--precision " + precision.name().toLowerCase(Locale.ROOT)
                    + " needs a GPU, and this computes on the CPU, in float32; leave it out.");
        }
        return torch;
    }
}
