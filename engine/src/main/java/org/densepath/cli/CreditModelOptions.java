package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.experiment.ModelReference;
import org.densepath.experiment.Version;
import org.densepath.run.ContentHash;
import picocli.CommandLine.Option;

/// The two models that a reward is read from: π_SFT and the one that it is relative to.
final class CreditModelOptions {
    @Option(
            names = {"-m", "--model"},
            paramLabel = "M",
            required = true,
            description = "π_SFT: a Hugging Face folder, a GGUF file, or a part of a run, such as RUN:sft.")
    private String model;

    @Option(
            names = {"-r", "--reference"},
            paramLabel = "R",
            description = "π_ref, such as RUN:reference or RUN:sft@0.25.")
    private String reference;

    /// The same π_SFT and another reference.
    CreditModelOptions with(String otherReference) {
        CreditModelOptions other = new CreditModelOptions();
        other.model = model;
        other.reference = otherReference;
        return other;
    }

    /// Throws [BadInputException] where no reference is named.
    void requireReference() {
        if (reference == null) {
            throw new BadInputException("--reference is missing: name the model that the reward is relative to, such as"
                    + " RUN:reference.");
        }
    }

    Models open(Streams streams, EngineOptions engine) {
        requireReference();
        return Models.open(streams, engine, model, reference);
    }

    String model() {
        return model;
    }

    String reference() {
        return reference;
    }

    /// Adds what both are, by name and content.
    void into(ObjectNode settings) {
        requireReference();
        settings.put("model", model).put("modelSha256", ContentHash.sha256(ModelReference.resolve(model)));
        settings.put("reference", reference)
                .put("referenceSha256", ContentHash.sha256(ModelReference.resolve(reference)));
    }

    /// What a figure's file says of where it comes from.
    Map<String, String> provenance() {
        Map<String, String> known = new LinkedHashMap<>();
        ModelReference.inRun(model)
                .ifPresentOrElse(
                        part -> {
                            known.put("run", part.run().name());
                            known.put("sft", named(model));
                        },
                        () -> known.put("model", named(model)));
        known.put("reference", named(reference));
        known.put("version", "densepath " + Version.TEXT);
        return known;
    }

    /// Without the folders that lead to it.
    private static String named(String written) {
        return written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
    }
}
