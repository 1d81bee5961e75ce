package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// A LoRA adapter's folder with the model it belongs to, read as one model whose weights are merged: W + scale ·
/// B A.
public final class AdapterFolder implements ModelFiles {
    private final Path folder;
    private final ModelFiles base;
    private final WeightFile weights;

    private AdapterFolder(Path folder, ModelFiles base, WeightFile weights) {
        this.folder = folder;
        this.base = base;
        this.weights = weights;
    }

    /// Opens an adapter with the model that its `adapter_config.json` names. Throws [BadInputException] where
    /// that is not there, or does not fit.
    public static AdapterFolder open(Path folder) {
        AdapterConfig config = AdapterConfig.read(folder);
        return open(folder, config, basePath(folder, config.base()));
    }

    /// Opens an adapter with another place for its model.
    public static AdapterFolder open(Path folder, Path base) {
        return open(folder, AdapterConfig.read(folder), base);
    }

    private static AdapterFolder open(Path folder, AdapterConfig config, Path basePath) {
        WeightFile adapter = SafetensorsFile.open(folder.resolve(AdapterConfig.WEIGHTS));
        ModelFiles base = null;
        try {
            base = ModelFiles.open(basePath);
            return new AdapterFolder(
                    folder, base, new MergedWeights(folder.toString(), base.weights(), adapter, config));
        } catch (RuntimeException e) {
            adapter.close();
            if (base != null) {
                base.close();
            }
            throw e;
        }
    }

    /// As written, beside the adapter, or below it.
    private static Path basePath(Path folder, String written) {
        return Stream.of(Path.of(written), folder.resolve(written), folder.resolveSibling(written))
                .filter(path -> !written.isBlank() && Files.exists(path))
                .findFirst()
                .orElseThrow(() -> new BadInputException(folder + ": the adapter's base model '" + written
                        + "' is not there: write where it lies into base_model_name_or_path of "
                        + AdapterConfig.FILE + "."));
    }

    @Override
    public String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    @Override
    public ObjectNode config() {
        return base.config();
    }

    @Override
    public ObjectNode generationConfig() {
        return base.generationConfig();
    }

    @Override
    public WeightFile weights() {
        return weights;
    }

    @Override
    public Optional<String> tokenizerJson() {
        return base.tokenizerJson();
    }

    @Override
    public ObjectNode tokenizerConfig() {
        return base.tokenizerConfig();
    }

    @Override
    public List<String> notices() {
        return base.notices();
    }

    @Override
    public void close() {
        weights.close();
        base.close();
    }
}
