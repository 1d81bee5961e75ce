package org.densepath.tensor;

import ai.djl.Device;
import org.densepath.BadInputException;

/// Where tensors live and in which precision weights are kept: the one place that chooses. float32 on the CPU; on
/// a CUDA GPU the precision that was asked for.
public record ComputeDevice(String name, Precision precision) {
    /// Precisions, with torch's own number for each.
    public enum Precision {
        FLOAT32(6),
        FLOAT16(5),
        BFLOAT16(15);

        private final int torchNumber;

        Precision(int torchNumber) {
            this.torchNumber = torchNumber;
        }

        /// Torch's number of this type, for kernels.
        public int torchNumber() {
            return torchNumber;
        }
    }

    public static ComputeDevice cpu() {
        return new ComputeDevice("cpu", Precision.FLOAT32);
    }

    /// `cpu`, `cuda`, `cuda:1`, or `auto`: the first GPU where there is one, else the CPU, which computes in
    /// float32 whatever is asked for. `gpus`: how many there are. Throws [BadInputException] for a GPU that is
    /// not there.
    static ComputeDevice of(String asked, Precision precision, int gpus) {
        if (!isName(asked)) {
            throw new BadInputException("Unknown device '" + asked + "': expected cpu, cuda, cuda:<number> or auto.");
        }
        if (asked.equals("cpu") || asked.equals("auto") && gpus == 0) {
            return cpu();
        }
        int index = asked.contains(":") ? Integer.parseInt(asked.substring(asked.indexOf(':') + 1)) : 0;
        if (index >= gpus) {
            throw new BadInputException("Device '" + asked + "' is not there: torch sees " + gpus
                    + " CUDA GPUs. Use --device cpu, or see `densepath doctor` for what is missing.");
        }
        return new ComputeDevice("cuda:" + index, precision);
    }

    /// Where frozen models stand beside a policy on this device, with `gpus` GPUs in all: on the second one where
    /// what was `asked` leaves the choice open, else here.
    ComputeDevice forFrozen(String asked, int gpus) {
        boolean open = asked.equals("auto") || asked.equals("cuda");
        return open && !isCpu() && gpus > 1 ? new ComputeDevice("cuda:1", precision) : this;
    }

    /// Whether this is how a device is named; it need not be there.
    public static boolean isName(String device) {
        return device.matches("cpu|auto|cuda(:\\d{1,3})?");
    }

    public boolean isCpu() {
        return name.equals("cpu");
    }

    Device djl() {
        return isCpu() ? Device.cpu() : Device.gpu(Integer.parseInt(name.substring(name.indexOf(':') + 1)));
    }
}
