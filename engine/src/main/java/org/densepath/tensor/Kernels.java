package org.densepath.tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.ModuleCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tensor arithmetic: TorchScript functions from the `*.py` resources beside this class, compiled and
/// type-checked when they are loaded. In-place operations act on the caller's tensors.
public final class Kernels {
    private static final Logger LOG = LoggerFactory.getLogger(Kernels.class);
    private static final List<String> FILES =
            List.of("attention.py", "adapter.py", "decoder.py", "eight_bit.py", "generation.py", "head.py", "adamw.py");
    private static final String PLAIN_PRODUCTS = "products.py";
    private static final String ONEDNN_PRODUCTS = "products_onednn.py";

    private final PtSymbolBlock module;

    private Kernels(PtSymbolBlock module) {
        this.module = module;
    }

    /// Compiles the kernels, with oneDNN's products for float32 on the CPU. A libtorch that was built without
    /// oneDNN does not know its operators, and gets the plain products.
    static Kernels load(Scope scope, boolean oneDnn) {
        if (oneDnn) {
            try {
                return load(scope, ONEDNN_PRODUCTS);
            } catch (EngineException e) {
                LOG.info("libtorch has no oneDNN: {}", e.getMessage());
            }
        }
        return load(scope, PLAIN_PRODUCTS);
    }

    private static Kernels load(Scope scope, String products) {
        StringBuilder text = new StringBuilder("def forward(x: Tensor) -> Tensor:\n  return x\n");
        append(text, products);
        FILES.forEach(file -> append(text, file));
        try {
            byte[] archive = TorchScript.archive(text.toString());
            return new Kernels(JniUtils.loadModule(scope.manager(), new ByteArrayInputStream(archive), false, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(StringBuilder text, String file) {
        try (InputStream resource = Kernels.class.getResourceAsStream(file)) {
            text.append(new String(resource.readAllBytes(), StandardCharsets.UTF_8))
                    .append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Calls a function that returns one tensor. Arguments: [Tensor], `Tensor[]`, `long[]`, `double[]`, `double`,
    /// `int`, `long`, `boolean`. The result belongs to `scope`.
    public Tensor one(Scope scope, String function, Object... arguments) {
        return list(scope, function, arguments)[0];
    }

    /// Calls a function that returns a tensor, a tuple or a list of tensors. Throws [OutOfMemoryException] where
    /// there is not enough for it.
    public Tensor[] list(Scope scope, String function, Object... arguments) {
        IValue[] values = new IValue[arguments.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = value(arguments[i]);
            }
            try (IValue result = ModuleCall.run(module, function, values)) {
                List<NDArray> arrays = result.toNDList(scope.manager());
                return arrays.stream().map(a -> new Tensor((PtNDArray) a)).toArray(Tensor[]::new);
            }
        } catch (EngineException e) {
            throw OutOfMemoryException.orItself(e);
        } finally {
            for (IValue value : values) {
                if (value != null) {
                    value.close();
                }
            }
        }
    }

    private static IValue value(Object argument) {
        return switch (argument) {
            case Tensor t -> IValue.from(t.array);
            case Tensor[] list -> tensors(list);
            case long[] list -> IValue.listFrom(list);
            case double[] list -> IValue.listFrom(list);
            case Double d -> IValue.from((double) d);
            case Integer n -> IValue.from((long) n);
            case Long n -> IValue.from((long) n);
            case Boolean b -> IValue.from((boolean) b);
            default -> throw new IllegalArgumentException("no kernel argument: " + argument.getClass());
        };
    }

    private static IValue tensors(Tensor[] list) {
        PtNDArray[] arrays = new PtNDArray[list.length];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = list[i].array;
        }
        return IValue.listFrom(arrays);
    }
}
