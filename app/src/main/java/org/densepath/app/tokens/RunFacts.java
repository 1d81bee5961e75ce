package org.densepath.app.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import org.densepath.run.RunFolder;

/// What a run says of how its responses were sampled and rewarded: from `experiment.json` and `provenance.json`.
/// What a file lacks, or a newer version has changed, is not known; nothing fails.
public final class RunFacts {
    private static final JsonMapper JSON = new JsonMapper();
    static final RunFacts UNKNOWN = new RunFacts(JSON.createObjectNode(), JSON.createObjectNode());

    private final JsonNode experiment;
    private final JsonNode provenance;

    RunFacts(JsonNode experiment, JsonNode provenance) {
        this.experiment = experiment;
        this.provenance = provenance;
    }

    public static RunFacts read(Path run) {
        RunFolder folder = RunFolder.open(run);
        return new RunFacts(json(folder.experiment()), json(folder.provenance()));
    }

    /// The model's folder or file.
    public Optional<String> model() {
        return text(experiment, "/model/path");
    }

    /// What the models compute in: `float32`.
    public Optional<String> precision() {
        return text(experiment, "/model/precision");
    }

    public OptionalDouble temperature() {
        return number("/dpr/temperature");
    }

    public OptionalDouble topP() {
        return number("/dpr/topP");
    }

    /// The chat template's name; empty as well when the run has noted none.
    public Optional<String> template() {
        return text(provenance, "/chatTemplateName");
    }

    public Optional<String> templateText() {
        return text(provenance, "/chatTemplate");
    }

    /// `baseline-relative`, `log-likelihood`, …
    public Optional<String> definition() {
        return text(experiment, "/reward/definition");
    }

    public double scale() {
        return number("/reward/scale").orElse(1);
    }

    /// The fractions of SFT whose snapshots are π_ref: `0.5`.
    public String references() {
        return String.join(
                ", ",
                StreamSupport.stream(experiment.at("/reward/references").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    /// Whether tokens at which both models are uncertain earn nothing.
    public boolean masks() {
        return experiment.at("/reward/maskAboveEntropy").isNumber();
    }

    /// Why r̂ is not the models' difference alone: `clipped`, `standardised`; empty when it is.
    public Optional<String> processed() {
        if (masks()) {
            return Optional.of("masked where both models are uncertain");
        }
        if (experiment.at("/reward/clip").isNumber()) {
            return Optional.of("clipped");
        }
        return text(experiment, "/reward/standardise")
                .filter(how -> !how.equals("off"))
                .map(_ -> "standardised");
    }

    /// What is taken from the return to give the advantage: `leave_one_out`.
    public Optional<String> baseline() {
        return text(experiment, "/dpr/baseline");
    }

    private OptionalDouble number(String pointer) {
        JsonNode node = experiment.at(pointer);
        return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
    }

    private static Optional<String> text(JsonNode root, String pointer) {
        JsonNode node = root.at(pointer);
        return node.isTextual() && !node.textValue().isBlank() ? Optional.of(node.textValue()) : Optional.empty();
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException _) {
            return JSON.createObjectNode();
        }
    }
}
