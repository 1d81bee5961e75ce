package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
    @TempDir
    Path folder;

    @Test
    void readGivesBackWhatWasWrittenWithEveryResume() {
        Path file = folder.resolve("provenance.json");
        Provenance.Place first = place("2026-01-31T12:00:00Z", "cpu");
        Provenance.Place second = place("2026-02-01T12:00:00Z", "cuda:0");
        Provenance provenance = new Provenance(
                Map.of("densepath", "0.1.0", "torch", "2.7.1"),
                first,
                List.of(1, 2, 3),
                List.of(new Provenance.Input("policy", "tiny", "ab12")),
                "chatml",
                "{% for m in messages %}\n{{ m.content }}{% endfor %}",
                List.of());
        provenance.write(file);
        Provenance.read(file).resumedOn(second).write(file);
        Provenance read = Provenance.read(file);
        assertEquals(List.of(second), read.resumedOn());
        assertEquals(provenance.resumedOn(second), read);
    }

    @Test
    void machineHereHasAName() {
        Machine here = Machine.here();
        assertFalse(here.processor().isBlank());
        assertFalse(here.system().isBlank());
    }

    @Test
    void sha256OfAFileIsThatOfSha256sum() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ContentHash.sha256(file));
    }

    @Test
    void sha256OfAFolderChangesWithContentAndNamesOnly() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one/sub")).getParent();
        Path two = Files.createDirectories(folder.resolve("two/sub")).getParent();
        Files.writeString(one.resolve("sub/a"), "1");
        Files.writeString(two.resolve("sub/a"), "1");
        assertEquals(ContentHash.sha256(one), ContentHash.sha256(two));
        Files.move(two.resolve("sub/a"), two.resolve("sub/b"));
        assertNotEquals(ContentHash.sha256(one), ContentHash.sha256(two));
    }

    private static Provenance.Place place(String time, String device) {
        return new Provenance.Place(Instant.parse(time), device, 2, new Machine("Linux 6", "some processor", 2));
    }
}
