package org.densepath.sample.make;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.densepath.run.ContentHash;
import org.densepath.run.Machine;
import org.densepath.tensor.Torch;

/// How a sample folder was made: `provenance.json` in it. `validation` is what was measured of the finished base;
/// `sha256` holds each file's hash under its path in the folder.
@JsonPropertyOrder({"command", "seed", "versions", "machine", "device", "threads", "pretraining", "validation", "sha256"
})
public record SampleProvenance(
        String command,
        long seed,
        Map<String, String> versions,
        Machine machine,
        String device,
        int threads,
        PretrainingPlan pretraining,
        Measured validation,
        SequencedMap<String, String> sha256) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = "provenance.json";
    private static final String COMMAND = "densepath data make-sample";

    /// Shares of right responses, from 0 to 1: to the likeliest response, and to `samples` draws a task at
    /// temperature 1.
    public record Measured(Examination.Success greedy, int samples, Examination.Success sampled) {}

    /// The provenance of what lies in the folder now, made here.
    static SampleProvenance of(Path folder, long seed, Torch torch, PretrainingPlan plan, Measured validation)
            throws IOException {
        Map<String, String> versions =
                new TreeMap<>(Map.of("java", Runtime.version().toString(), "engine", Torch.version()));
        return new SampleProvenance(
                COMMAND,
                seed,
                versions,
                Machine.here(),
                torch.device().name(),
                torch.threads(),
                plan,
                validation,
                hashes(folder));
    }

    /// The hashes of the files of its own that lie in a sample folder now, by path: the `.jsonl` files and the
    /// model's, whatever else was put beside them.
    public static SequencedMap<String, String> hashes(Path folder) throws IOException {
        SequencedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> data = Files.list(folder);
                Stream<Path> model = Files.list(folder.resolve("model"))) {
            Stream.concat(data.filter(file -> file.toString().endsWith(".jsonl")), model)
                    .forEach(file -> hashes.put(
                            folder.relativize(file).toString().replace('\\', '/'), ContentHash.sha256(file)));
        }
        return hashes;
    }

    void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /// Reads a sample folder's provenance.
    public static SampleProvenance read(Path folder) throws IOException {
        return JSON.readValue(Files.readString(folder.resolve(FILE)), SampleProvenance.class);
    }
}
