package org.densepath.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.densepath.checkpoint.ModelFingerprint;
import org.densepath.run.ContentHash;
import org.densepath.run.Machine;
import org.densepath.run.Provenance;
import org.densepath.run.RunFolder;
import org.densepath.tensor.Torch;

/// Notes what a run was made with and from.
final class ProvenanceNote {
    private ProvenanceNote() {}

    /// Writes `provenance.json`, or adds a resume to the one that is there.
    static void write(Worker worker, Path model) {
        RunFolder folder = worker.journal().folder();
        Provenance.Place here = new Provenance.Place(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                worker.torch().device().name(),
                worker.torch().threads(),
                Machine.here());
        if (Files.exists(folder.provenance())) {
            Provenance.read(folder.provenance()).resumedOn(here).write(folder.provenance());
            return;
        }
        Experiment e = worker.experiment();
        List<Provenance.Input> inputs = new ArrayList<>();
        inputs.add(new Provenance.Input("model", model.getFileName().toString(), ModelFingerprint.sampled(model)));
        addFile(inputs, "demonstrations", e.data().demonstrations());
        addFile(inputs, "prompts", e.data().prompts());
        addFile(inputs, "validation", e.data().validation());
        addFile(inputs, "held-out", e.data().heldOut());
        new Provenance(
                        Map.of(
                                "densepath", Version.TEXT,
                                "java", Runtime.version().toString(),
                                "engine", Torch.version()),
                        here,
                        e.seeds(),
                        inputs,
                        worker.base().template().name(),
                        worker.base().template().text(),
                        List.of())
                .write(folder.provenance());
    }

    private static void addFile(List<Provenance.Input> inputs, String kind, String path) {
        if (!path.isEmpty()) {
            Path file = SampleHome.resolve(path);
            inputs.add(new Provenance.Input(kind, file.getFileName().toString(), ContentHash.sha256(file)));
        }
    }
}
