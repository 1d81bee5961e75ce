package org.densepath.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import org.densepath.checkpoint.AdapterConfig;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SafetensorsFile;
import org.densepath.checkpoint.SnapshotWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightFile;
import org.densepath.model.Adapters;
import org.densepath.model.LanguageModel;
import org.densepath.model.TensorWeights;
import org.densepath.tensor.Torch;

/// The models that a run trains, keeps and reads: whole ones; or, where an adapter is asked for, one frozen base
/// that all share, and an adapter each.
final class RunModels {
    private RunModels() {}

    /// Opens the base model, in 8 bits where that is asked for. Otherwise its weights stay on disk until they are
    /// needed.
    static LoadedModel openBase(Torch torch, Path path, Experiment experiment) {
        LoadedModel base = LoadedModel.openWithoutWeights(torch, path);
        try {
            if (experiment.adapter().eightBitBase()) {
                base.model().freezeInEightBits();
            }
            return base;
        } catch (RuntimeException e) {
            base.close();
            throw e;
        }
    }

    /// The model that SFT begins with. The caller closes it, as all of these.
    static LanguageModel start(LoadedModel base, Experiment experiment, int seed) {
        Experiment.Adapter a = experiment.adapter();
        return a.isOn() ? Adapters.fresh(base.model(), config(experiment), seed) : base.loadCopy();
    }

    private static AdapterConfig config(Experiment experiment) {
        Experiment.Adapter a = experiment.adapter();
        String base =
                ExperimentRun.modelPath(experiment).toAbsolutePath().normalize().toString();
        return new AdapterConfig(a.rank(), a.alpha(), a.dropout(), a.rankStabilised(), a.targets(), base);
    }

    /// The base model.
    static LanguageModel base(Worker worker) {
        return worker.experiment().adapter().isOn()
                ? Adapters.none(worker.base().model())
                : worker.base().loadCopy();
    }

    /// A snapshot or checkpoint of the run.
    static LanguageModel open(Worker worker, Path folder) {
        if (worker.experiment().adapter().isOn()) {
            try (WeightFile weights = SafetensorsFile.open(weights(folder))) {
                return Adapters.read(worker.base().model(), AdapterConfig.read(folder), weights);
            }
        }
        return load(worker.torch(), folder);
    }

    /// As [#open], to be read only: it may stand on another GPU than what is trained.
    static LanguageModel frozen(Worker worker, Path folder) {
        return worker.experiment().adapter().isOn()
                ? open(worker, folder)
                : load(worker.engine().frozen(), folder);
    }

    /// As [#base], to be read only.
    static LanguageModel frozenBase(Worker worker) {
        return worker.experiment().adapter().isOn()
                ? base(worker)
                : LanguageModel.load(worker.engine().frozen(), worker.base().files());
    }

    private static LanguageModel load(Torch torch, Path folder) {
        try (ModelFiles files = ModelFiles.open(folder)) {
            return LanguageModel.load(torch, files);
        }
    }

    /// Writes a model into a folder that is there: of one with an adapter only that. `like` has all but the
    /// weights.
    static void fill(Path folder, ModelFiles like, LanguageModel model) {
        TensorWeights weights = TensorWeights.of(model);
        model.adapter()
                .ifPresentOrElse(
                        adapter -> adapter.write(folder, weights),
                        () -> SnapshotWriter.fill(folder, like, weights, StoredType.F32));
    }

    /// The file of a folder that [#fill] has written, which holds what was trained.
    static Path weights(Path folder) {
        Path adapter = folder.resolve(AdapterConfig.WEIGHTS);
        return Files.exists(adapter) ? adapter : folder.resolve("model.safetensors");
    }
}
