package org.densepath.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.ModelFamily;
import org.densepath.model.WeightLayout;
import org.densepath.tensor.Torch;

/// Models that stay loaded from one question to the next. The least recently used ones are closed when there are
/// more than `most`, or when memory gets short. A folder that was written anew counts as another model. Belongs
/// to one thread.
public final class ModelShelf implements AutoCloseable {
    /// What a question needs besides the weights: activations, and logits over the vocabulary for some rows.
    private static final long WORKING_MEMORY = 256L << 20;

    private final Torch torch;
    private final int most;
    private final LongSupplier available;
    private final Map<Place, LoadedModel> models = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Set<Place>> sameTokens = new HashSet<>();

    /// Where a model lies and when its files were last written.
    private record Place(Path path, long written) {}

    /// @param most how many models are kept; those of one question are kept together even above it
    public ModelShelf(Torch torch, int most) {
        this(torch, most, MemoryNeed::available);
    }

    ModelShelf(Torch torch, int most, LongSupplier available) {
        this.torch = torch;
        this.most = most;
        this.available = available;
    }

    /// A model whose tokenizer is needed and its weights perhaps not. Throws [BadInputException] as
    /// [#withWeights].
    public LoadedModel tokenizerOf(String name) {
        return take(place(name), Set.of());
    }

    /// The models of one question, named as [ModelReference] reads them, ready to compute. Throws
    /// [BadInputException] when one is not there, damaged or too large for the memory, or when they have
    /// different tokens.
    public List<LoadedModel> withWeights(List<String> names) {
        List<Place> places = names.stream().map(ModelShelf::place).toList();
        Set<Place> wanted = Set.copyOf(places);
        List<LoadedModel> loaded = new ArrayList<>();
        for (Place place : places) {
            LoadedModel model = take(place, wanted);
            if (!model.hasWeights()) {
                makeRoom(model, wanted);
                model.model();
            }
            loaded.add(model);
            if (!place.equals(places.getFirst()) && !sameTokens.contains(Set.of(place, places.getFirst()))) {
                loaded.getFirst().requireSameTokens(model);
                sameTokens.add(Set.of(place, places.getFirst()));
            }
        }
        return loaded;
    }

    private LoadedModel take(Place place, Set<Place> wanted) {
        LoadedModel kept = models.get(place);
        if (kept != null) {
            return kept;
        }
        while (models.size() >= most && dropOldest(wanted)) {}
        LoadedModel opened = LoadedModel.openWithoutWeights(torch, place.path());
        models.put(place, opened);
        return opened;
    }

    private void makeRoom(LoadedModel model, Set<Place> wanted) {
        long need = weights(model.files()) + WORKING_MEMORY;
        while (need > available.getAsLong() && dropOldest(wanted)) {}
        long left = available.getAsLong();
        if (need > left) {
            throw new BadInputException("Loading " + model.name() + " needs about " + (need >> 20)
                    + " MB of memory, but only " + (left >> 20)
                    + " are available; end another program, or wait until the run is finished.");
        }
    }

    /// Closes the least recently used model that is not `wanted`; false where there is none.
    private boolean dropOldest(Set<Place> wanted) {
        for (Place place : List.copyOf(models.keySet())) {
            if (!wanted.contains(place)) {
                models.remove(place).close();
                return true;
            }
        }
        return false;
    }

    /// The folders and files of the models that are kept, the least recently used first, each with the bytes of
    /// its weights in memory.
    public Map<Path, Long> kept() {
        Map<Path, Long> kept = new LinkedHashMap<>();
        models.forEach((place, model) -> kept.put(place.path(), model.hasWeights() ? weights(model.files()) : 0));
        return kept;
    }

    /// Closes all models, or the one that `name` names; gives how many were closed.
    public int drop(String name) {
        int before = models.size();
        if (name == null) {
            close();
        } else {
            Path path = place(name).path();
            for (Place place : List.copyOf(models.keySet())) {
                if (place.path().equals(path)) {
                    models.remove(place).close();
                }
            }
        }
        return before - models.size();
    }

    @Override
    public void close() {
        models.values().forEach(LoadedModel::close);
        models.clear();
        sameTokens.clear();
    }

    private static long weights(ModelFiles files) {
        return WeightLayout.of(ModelFamily.settings(files.config())).size() * Float.BYTES;
    }

    private static Place place(String name) {
        Path path = ModelReference.resolve(name).toAbsolutePath().normalize();
        try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
            long written =
                    files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
            return new Place(path, written);
        } catch (IOException | UncheckedIOException e) {
            throw new BadInputException("The model " + path + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
