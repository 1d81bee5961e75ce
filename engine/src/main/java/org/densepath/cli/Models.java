package org.densepath.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.densepath.experiment.LoadedModel;
import org.densepath.experiment.ModelReference;
import org.densepath.tensor.Torch;

/// The models of a command on a started engine. `reference` is null where none was named.
record Models(Torch torch, LoadedModel policy, LoadedModel reference) implements AutoCloseable {
    /// `model` and `reference` (or null) as [ModelReference] reads them. Throws [org.densepath.BadInputException]
    /// when one is not there or damaged, or when they have different tokens. What of them is left out is said on
    /// `err`.
    static Models open(Streams streams, EngineOptions engine, String model, String reference) {
        // what is not there is found before the engine is started
        Path policyPath = ModelReference.resolve(model);
        Path referencePath = reference == null ? null : ModelReference.resolve(reference);
        Torch torch = engine.start();
        LoadedModel policy = null;
        LoadedModel other = null;
        try {
            policy = LoadedModel.open(torch, policyPath);
            other = referencePath == null ? null : LoadedModel.open(torch, referencePath);
            if (other != null) {
                policy.requireSameTokens(other);
            }
            Stream.of(policy, other)
                    .filter(Objects::nonNull)
                    .flatMap(loaded -> loaded.notices().stream())
                    .distinct()
                    .forEach(streams.err()::println);
            return new Models(torch, policy, other);
        } catch (RuntimeException e) {
            close(torch, policy, other);
            throw e;
        }
    }

    @Override
    public void close() {
        close(torch, policy, reference);
    }

    private static void close(Torch torch, LoadedModel policy, LoadedModel reference) {
        if (reference != null) {
            reference.close();
        }
        if (policy != null) {
            policy.close();
        }
        torch.close();
    }
}
