package org.densepath.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a run was made with and from: `provenance.json`. Written once, at the start; a resume adds where it went
/// on.
///
/// `versions` by product (`densepath`, `java`, `torch`, `djl`), `inputs` the models and data files with their
/// content's hash, `chatTemplate` the template's own text.
public record Provenance(
        Map<String, String> versions,
        Place startedOn,
        List<Integer> seeds,
        List<Input> inputs,
        String chatTemplateName,
        String chatTemplate,
        List<Place> resumedOn) {
    public Provenance {
        versions = new TreeMap<>(versions);
        seeds = List.copyOf(seeds);
        inputs = List.copyOf(inputs);
        resumedOn = resumedOn == null ? List.of() : List.copyOf(resumedOn);
    }

    /// A model or a data file. `kind` is its part in the run (`policy`, `reference`, `demonstrations`, `prompts`,
    /// …).
    public record Input(String kind, String name, String hash) {}

    /// When and where a worker began: `device` is what it computed on (`cpu`, `cuda:0 …`), with so many threads.
    public record Place(Instant time, String device, int threads, Machine machine) {}

    /// Throws [RunStorageException] when the disk refuses.
    public void write(Path file) {
        RunJson.write(file, this);
    }

    /// Throws [org.densepath.BadInputException] when the file is missing or spoiled.
    public static Provenance read(Path file) {
        return RunJson.read(file, Provenance.class);
    }

    /// The same, with one more resume at the end.
    public Provenance resumedOn(Place place) {
        List<Place> places = new ArrayList<>(resumedOn);
        places.add(place);
        return new Provenance(versions, startedOn, seeds, inputs, chatTemplateName, chatTemplate, places);
    }
}
