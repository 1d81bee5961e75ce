package org.densepath.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import org.densepath.BadInputException;
import org.densepath.tensor.ComputeDevice.Precision;
import org.junit.jupiter.api.Test;

/// The rule that chooses a device, for machines with and without GPUs.
class ComputeDeviceTest {
    private static ComputeDevice of(String asked, int gpus) {
        return ComputeDevice.of(asked, Precision.BFLOAT16, gpus);
    }

    @Test
    void autoTakesTheFirstGpuElseTheCpu() {
        assertEquals("cuda:0", of("auto", 2).name());
        assertEquals("cpu", of("auto", 0).name());
        assertEquals("cpu", of("cpu", 2).name());
    }

    @Test
    void aNumberChoosesAmongGpus() {
        assertEquals("cuda:1", of("cuda:1", 2).name());
        assertEquals("cuda:0", of("cuda", 2).name());
        assertEquals(Device.gpu(1), of("cuda:1", 2).djl());
        assertEquals(Device.cpu(), of("auto", 0).djl());
    }

    @Test
    void aGpuThatIsNotThereIsRefusedAndNotReplaced() {
        assertTrue(assertThrows(BadInputException.class, () -> of("cuda:2", 2))
                .getMessage()
                .contains("torch sees 2"));
        assertThrows(BadInputException.class, () -> of("cuda", 0));
        assertThrows(BadInputException.class, () -> of("tpu", 1));
    }

    @Test
    void theCpuComputesInFloat32WhateverIsAskedFor() {
        assertEquals(Precision.FLOAT32, of("auto", 0).precision());
        assertEquals(Precision.BFLOAT16, of("auto", 1).precision());
    }

    @Test
    void frozenModelsStandOnASecondGpuWhereTheChoiceIsOpen() {
        assertEquals("cuda:1", of("auto", 2).forFrozen("auto", 2).name());
        assertEquals("cuda:1", of("cuda", 3).forFrozen("cuda", 3).name());
        assertEquals("cuda:0", of("auto", 1).forFrozen("auto", 1).name());
        assertEquals("cuda:0", of("cuda:0", 2).forFrozen("cuda:0", 2).name());
        assertEquals("cuda:1", of("cuda:1", 2).forFrozen("cuda:1", 2).name());
        assertEquals("cpu", of("cpu", 2).forFrozen("cpu", 2).name());
        assertEquals("cpu", of("auto", 0).forFrozen("auto", 0).name());
    }
}
