package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.densepath.BadInputException;
import org.densepath.tensor.ComputeDevice;
import org.densepath.tensor.ComputeDevice.Precision;
import org.junit.jupiter.api.Test;

/// What an experiment may ask of a device.
class TorchStartTest {
    private static final ComputeDevice HALF = new ComputeDevice("cuda:0", Precision.BFLOAT16);

    private static Experiment experiment(String... changes) {
        ExperimentFile file = new ExperimentFile().with("demo");
        for (String change : changes) {
            file.set(change);
        }
        return file.read();
    }

    @Test
    void allWeightsAreTrainedInFloat32Only() {
        Experiment all = experiment("model.precision=bfloat16");
        String said = assertThrows(BadInputException.class, () -> TorchStart.requireTrainable(all, HALF))
                .getMessage();
        assertTrue(said.contains("bfloat16") && said.contains("adapter.rank"), said);
        assertDoesNotThrow(() -> TorchStart.requireTrainable(all, ComputeDevice.cpu()));
    }

    @Test
    void anAdapterMayStandOnABaseInAHalfType() {
        Experiment adapter = experiment("model.precision=bfloat16", "adapter.rank=4");
        assertDoesNotThrow(() -> TorchStart.requireTrainable(adapter, HALF));
    }
}
