package org.densepath.experiment;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.densepath.BadInputException;
import org.densepath.tensor.OwnTorch;

/// A PyTorch of the person's own, told in words: for programs that themselves know no tensors.
///
/// @param told what lies there, or why it is of no use
public record TorchFolder(boolean usable, String told) {
    /// Looks at `path`, which is as `--torch` takes it. No engine is started.
    public static TorchFolder at(String path) {
        try {
            OwnTorch own = OwnTorch.at(Path.of(path));
            String built = own.cuda().isEmpty() ? "the CPU" : "CUDA " + own.cuda();
            return new TorchFolder(true, "PyTorch " + own.version() + " for " + built);
        } catch (BadInputException | InvalidPathException e) {
            return new TorchFolder(false, e.getMessage());
        }
    }
}
