package org.densepath.tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.FloatBuffer;

/// The lifetime of tensors: closing a scope frees all tensors made in it. Torch's memory is not seen by the
/// garbage collector, so each micro-batch has a scope of its own.
public final class Scope implements AutoCloseable {
    private final PtNDManager manager;

    Scope(NDManager manager) {
        this.manager = (PtNDManager) manager;
    }

    PtNDManager manager() {
        return manager;
    }

    /// A scope that ends with this one at the latest.
    public Scope open() {
        return new Scope(manager.newSubManager());
    }

    public Tensor zeros(long... shape) {
        try {
            return new Tensor((PtNDArray) manager.zeros(new Shape(shape), DataType.FLOAT32));
        } catch (EngineException e) {
            throw OutOfMemoryException.orItself(e);
        }
    }

    public Tensor floats(float[] values, long... shape) {
        return owned((PtNDArray) manager.create(FloatBuffer.wrap(values), new Shape(shape), DataType.FLOAT32));
    }

    public Tensor longs(long[] values, long... shape) {
        return owned((PtNDArray) manager.create(values, new Shape(shape)));
    }

    public Tensor ints(int[] values, long... shape) {
        long[] wide = new long[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return longs(wide, shape);
    }

    public Tensor booleans(boolean[] values, long... shape) {
        return owned((PtNDArray) manager.create(values, new Shape(shape)));
    }

    /// Moves a tensor into this scope, so that it lives as long as this one.
    public Tensor keep(Tensor tensor) {
        tensor.array.attach(manager);
        return tensor;
    }

    @Override
    public void close() {
        manager.close();
    }

    /// On the CPU a new array is only a view of a Java buffer that dies with the Java object; autograd keeps the
    /// bare pointer and reads freed memory. A copy that torch owns is safe.
    private Tensor owned(PtNDArray view) {
        PtNDArray copy = (PtNDArray) view.duplicate();
        view.close();
        return new Tensor(copy);
    }
}
