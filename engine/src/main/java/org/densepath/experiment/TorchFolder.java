package org.densepath.experiment;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.densepath.BadInputException;
import org.densepath.tensor.OwnTorch;

/// A PyTorch of the person's own, told in a sentence: for programs that themselves know no tensors.
public final class TorchFolder {
    private TorchFolder() {}

    /// What lies at `path`, which is as `--torch` takes it, or why it is of no use. No engine is started.
    public static String described(String path) {
        try {
            OwnTorch own = OwnTorch.at(Path.of(path));
            return "PyTorch " + own.version() + " for " + (own.cuda().isEmpty() ? "the CPU" : "CUDA " + own.cuda());
        } catch (BadInputException | InvalidPathException e) {
            return e.getMessage();
        }
    }

    /// Whether it can be computed with.
    public static boolean isUsable(String path) {
        try {
            OwnTorch.at(Path.of(path));
            return true;
        } catch (BadInputException | InvalidPathException e) {
            return false;
        }
    }
}
