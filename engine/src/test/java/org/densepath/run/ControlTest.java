package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
    @TempDir
    Path run;

    @Test
    void pollSeesTheStrongestRequestUntilItIsCleared() {
        Control control = new Control(run.resolve("control"));
        assertEquals(Optional.empty(), control.poll());
        control.request(Control.Request.STOP);
        assertEquals(Optional.of(Control.Request.STOP), control.poll());
        control.request(Control.Request.ABORT);
        assertEquals(Optional.of(Control.Request.ABORT), control.poll());
        control.clear();
        assertEquals(Optional.empty(), control.poll());
    }

    @Test
    void pollSeesAFileThatAPersonTouched() throws IOException {
        Control control = new Control(run.resolve("control"));
        control.clear();
        Files.createFile(run.resolve("control/stop"));
        assertEquals(Optional.of(Control.Request.STOP), control.poll());
    }

    @Test
    void requestSaysSoWhenTheFolderIsAFile() throws IOException {
        Control control = new Control(Files.writeString(run.resolve("control"), ""));
        assertThrows(RunStorageException.class, () -> control.request(Control.Request.STOP));
    }
}
