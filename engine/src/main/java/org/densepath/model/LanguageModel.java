package org.densepath.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.checkpoint.AdapterConfig;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.WeightFile;
import org.densepath.tensor.ComputeDevice.Precision;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.tensor.Torch;

/// A decoder's weights in memory and what is needed to run it. Closing it frees the weights.
public final class LanguageModel implements AutoCloseable {
    /// The rotary tables are made for so many positions at most: 16,384 × 128 × 2 floats are 17 MB.
    private static final int LONGEST_TABLE = 16_384;

    private final Torch torch;
    private final Scope scope;
    private final String name;
    private final ObjectNode config;
    private final DecoderSettings settings;
    private final WeightLayout layout;
    private final Tensor[] slots;
    private final int positions;
    private final Tensor[] ropes;
    private final AdapterConfig adapter;
    private final EightBitBase eightBit;

    private LanguageModel(Torch torch, String name, ObjectNode config, DecoderSettings settings, WeightLayout layout) {
        this.torch = torch;
        this.scope = torch.scope();
        this.name = name;
        this.config = config;
        this.settings = settings;
        this.layout = layout;
        this.slots = new Tensor[layout.slots()];
        Arrays.fill(slots, scope.zeros(0));
        this.positions = Math.min(settings.maxPositions(), LONGEST_TABLE);
        int d = settings.headDimension();
        this.ropes = settings.ropes().stream()
                .flatMap(rope -> Stream.of(rope.table(positions, d, false), rope.table(positions, d, true)))
                .map(table -> scope.floats(table, positions, d))
                .toArray(Tensor[]::new);
        this.adapter = null;
        this.eightBit = new EightBitBase(torch);
    }

    /// `base` with an adapter of its own, all zero: the base's weights are shared and frozen, the adapter's are
    /// what is trained, copied and freed. `base` must outlive it.
    LanguageModel(LanguageModel base, AdapterConfig adapter) {
        this.torch = base.torch;
        this.scope = torch.scope();
        this.name = base.name;
        this.config = base.config;
        this.settings = base.settings;
        this.layout = adapter == null ? base.layout : AdapterLayout.of(settings, adapter);
        this.slots = base.slots.clone();
        this.positions = base.positions;
        this.ropes = base.ropes;
        this.adapter = adapter;
        this.eightBit = base.eightBit;
        if (adapter != null) {
            Tensor numbers = scope.floats(new float[] {(float) adapter.scale(), (float) adapter.dropout()}, 2);
            for (int i = 0; i < settings.layers(); i++) {
                slots[WeightLayout.layerSlot(i) + AdapterLayout.NUMBERS] = numbers;
            }
            IntStream.range(0, layout.parameters().size()).forEach(this::allocate);
        }
    }

    /// Loads a model. Throws [BadInputException] when a weight is missing, of the wrong shape, or not finite.
    public static LanguageModel load(Torch torch, ModelFiles files) {
        return load(torch, files, files.weights());
    }

    /// Loads a model's settings with weights from another file, as a checkpoint has them.
    public static LanguageModel load(Torch torch, ModelFiles files, WeightFile weights) {
        DecoderSettings settings = ModelFamily.settings(files.config());
        WeightLayout layout = WeightLayout.of(settings);
        LanguageModel model = new LanguageModel(torch, files.name(), files.config(), settings, layout);
        try {
            IntStream.range(0, layout.parameters().size()).forEach(model::allocate);
            model.fillFrom(weights);
            return model;
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /// Keeps the layers' projections in 8 bits from now on: for a base that is frozen under adapters. It can be
    /// neither copied nor trained itself.
    public void freezeInEightBits() {
        Tensor none = scope.zeros(0);
        for (WeightLayout.Parameter parameter : layout.parameters()) {
            if (parameter.isLayerMatrix()) {
                Tensor whole = slots[parameter.slot()];
                eightBit.take(parameter.slot(), whole, scope);
                slots[parameter.slot()] = none;
                whole.close();
            }
        }
    }

    /// The same model with weights of its own; of one with an adapter only the adapter is copied.
    public LanguageModel copy() {
        LanguageModel copy = adapter == null
                ? new LanguageModel(torch, name, config, settings, layout)
                : new LanguageModel(this, adapter);
        IntStream.range(0, layout.parameters().size()).forEach(copy::allocate);
        copy.setWeights(this);
        return copy;
    }

    /// Overwrites the weights with another model's of the same settings.
    public void setWeights(LanguageModel other) {
        try (Scope s = torch.scope()) {
            for (int i = 0; i < layout.parameters().size(); i++) {
                torch.kernels().one(s, "copy_into", weight(i), other.weight(i));
            }
        }
    }

    /// What is trained itself is float32, a model's own weights are as the device wants them.
    private void allocate(int parameter) {
        long[] shape = layout.parameters().get(parameter).shape();
        Precision kept = adapter == null ? precision() : Precision.FLOAT32;
        int slot = layout.slot(parameter);
        Tensor tensor = torch.kernels().one(scope, "zeros_beside", slots[slot], shape, kept.torchNumber());
        slots[slot] = tensor;
        if (parameter == WeightLayout.EMBEDDING && layout.tied()) {
            slots[WeightLayout.HEAD] = tensor;
        }
    }

    /// Reads all of the layout's weights. Throws [BadInputException] as [#load].
    void fillFrom(WeightFile weights) {
        layout.checkShapes(name, weights);
        IntStream.range(0, layout.parameters().size()).parallel().forEach(i -> fill(i, weights));
        FiniteWeights.require(this);
    }

    private void fill(int parameter, WeightFile file) {
        List<WeightLayout.Part> parts = layout.parameters().get(parameter).parts();
        HostValues.change(torch, weight(parameter), values -> parts.forEach(part -> file.read(part.name(), values)));
    }

    /// In which precision the weights are kept and states computed.
    Precision precision() {
        return torch.device().precision();
    }

    /// Whether no weight is NaN or infinite.
    public boolean isFinite() {
        return FiniteWeights.firstOther(this).isEmpty();
    }

    public Torch torch() {
        return torch;
    }

    public String name() {
        return name;
    }

    /// The model's `config.json`.
    public ObjectNode config() {
        return config;
    }

    public DecoderSettings settings() {
        return settings;
    }

    /// The adapter that is trained in place of the weights.
    public Optional<AdapterConfig> adapter() {
        return Optional.ofNullable(adapter);
    }

    /// What is trained: all weights, or the adapter's.
    public WeightLayout layout() {
        return layout;
    }

    /// Parameter `i` of the layout.
    public Tensor weight(int parameter) {
        return slots[layout.slot(parameter)];
    }

    public List<Tensor> weights() {
        return IntStream.range(0, layout.parameters().size())
                .mapToObj(this::weight)
                .toList();
    }

    /// Rows of logits that stand in memory at once. A block of 32 MiB or more is given back to the system each
    /// time and faulted in anew by the C library's allocator: at 49,152 tokens 160 rows are a quarter to a third
    /// faster than 256.
    public static int headRows(int vocabularySize) {
        return Math.clamp((32L << 20) / 4 / vocabularySize / 32 * 32, 64, 256);
    }

    int headRows() {
        return headRows(settings.vocabularySize());
    }

    /// The output head, [V, d].
    Tensor head() {
        return slots[WeightLayout.HEAD];
    }

    /// The soft cap on what the head gives; 0: none.
    double logitCap() {
        return settings.traits().logitCap();
    }

    Tensor embedding() {
        return slots[WeightLayout.EMBEDDING];
    }

    Tensor finalNorm() {
        return slots[WeightLayout.FINAL_NORM];
    }

    Tensor[] slots() {
        return slots;
    }

    /// The weights of layer `i`; those that are kept in 8 bits live as long as `scope`.
    Tensor[] layer(int i, Scope scope) {
        int from = WeightLayout.layerSlot(i);
        Tensor[] layer = Arrays.copyOfRange(slots, from, from + WeightLayout.perLayer());
        for (int place = 0; place < layer.length; place++) {
            layer[place] = slot(from + place, scope);
        }
        return layer;
    }

    /// What stands at a place in the kernels' weight list; made whole for as long as `scope` lives where it is
    /// kept in 8 bits.
    Tensor slot(int place, Scope scope) {
        return eightBit.has(place) ? eightBit.matrix(place, scope) : slots[place];
    }

    /// The longest sequence that can be fed, in tokens.
    public int positions() {
        return positions;
    }

    /// Cosines and sines, [positions, D] each, of each of [DecoderSettings#ropes].
    Tensor[] ropes() {
        return ropes;
    }

    @Override
    public void close() {
        scope.close();
    }
}
