package org.densepath.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFingerprintTest {
    @TempDir
    Path folder;

    @Test
    void completeOfOneFileIsWhatSha256sumGives() throws Exception {
        Path file = Files.writeString(folder.resolve("model.safetensors"), "abc");
        String expected = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertEquals(expected, ModelFingerprint.complete(file));
        assertEquals(expected, ModelFingerprint.complete(folder));
    }

    @Test
    void sampledChangesWithTheLastByteAndTheLength() throws Exception {
        byte[] bytes = new byte[3 << 20];
        Path file = Files.write(folder.resolve("model.safetensors"), bytes);
        String before = ModelFingerprint.sampled(folder);
        assertEquals(before, ModelFingerprint.sampled(file));
        bytes[bytes.length - 1] = 1;
        Files.write(file, bytes);
        String after = ModelFingerprint.sampled(folder);
        assertNotEquals(before, after);
        Files.write(file, new byte[(3 << 20) + 1]);
        assertNotEquals(before, ModelFingerprint.sampled(folder));
        assertTrue(after.startsWith("sampled-sha256:"));
    }

    @Test
    void sampledReadsAnEmptyFile() throws Exception {
        Files.createFile(folder.resolve("model.safetensors"));
        assertTrue(ModelFingerprint.sampled(folder).startsWith("sampled-sha256:"));
    }

    @Test
    void aFolderWithoutWeightsIsRefused() {
        String message = assertThrows(BadInputException.class, () -> ModelFingerprint.complete(folder))
                .getMessage();
        assertEquals(folder + " holds no .safetensors file.", message);
    }

    @Test
    void completeOfShardsCoversAll() throws Exception {
        Path first = Files.writeString(folder.resolve("a.safetensors"), "1");
        Files.writeString(folder.resolve("b.safetensors"), "2");
        String before = ModelFingerprint.complete(folder);
        Files.writeString(first, "3");
        assertNotEquals(before, ModelFingerprint.complete(folder));
    }
}
