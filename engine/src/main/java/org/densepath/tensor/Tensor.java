package org.densepath.tensor;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/// A torch tensor. It lives until it is closed or its [Scope] is; arithmetic is done by [Kernels], never here.
public final class Tensor implements AutoCloseable {
    final PtNDArray array;

    Tensor(PtNDArray array) {
        this.array = array;
    }

    public long[] shape() {
        return array.getShape().getShape();
    }

    public long size() {
        return array.getShape().size();
    }

    /// The size of dimension `i`; negative counts from the end.
    public long size(int i) {
        long[] shape = shape();
        return shape[i < 0 ? shape.length + i : i];
    }

    /// All values, row-major. Only for float32 tensors.
    public float[] toFloats() {
        return array.toFloatArray();
    }

    public long[] toLongs() {
        return array.toLongArray();
    }

    public int[] toInts() {
        return Arrays.stream(toLongs()).mapToInt(Math::toIntExact).toArray();
    }

    /// The only value of a float64 tensor of one element.
    public double toDouble() {
        return array.toDoubleArray()[0];
    }

    public float toFloat() {
        return toFloats()[0];
    }

    /// Whether it is float32 on the CPU, so that it has a [#memory].
    public boolean isInPlace() {
        return array.getDataType() == DataType.FLOAT32 && array.getDevice().equals(Device.cpu());
    }

    /// The tensor's own memory, row-major, readable and writable: float32 on the CPU only, up to 2 GiB, valid
    /// while the tensor lives.
    public FloatBuffer memory() {
        if (!isInPlace()) {
            throw new IllegalStateException("only a float32 tensor on the CPU can be read in place");
        }
        return array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /// This tensor on a device: itself where it lies there, else a copy in `scope`.
    public Tensor on(ComputeDevice device, Scope scope) {
        if (array.getDevice().equals(device.djl())) {
            return this;
        }
        PtNDArray there = (PtNDArray) array.toDevice(device.djl(), false);
        there.attach(scope.manager());
        return new Tensor(there);
    }

    @Override
    public void close() {
        array.close();
    }
}
