package org.densepath.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.checkpoint.AdapterConfig;
import org.densepath.checkpoint.AdapterFolder;
import org.densepath.checkpoint.SnapshotWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightSource;
import org.densepath.experiment.ModelReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `densepath merge`: an adapter and its base model as one whole model.
@Command(
        name = "merge",
        description =
                "Write a LoRA adapter and its base model as one model folder, W + scale B A, which needs neither.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath merge RUN:dpr --output merged",
            "  densepath merge my-adapter --base Llama-3.1-8B --type BF16 --output merged"
        })
final class MergeCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "ADAPTER", description = "An adapter's folder (PEFT's layout), or a part of a run.")
    private String adapter;

    @Option(
            names = "--base",
            paramLabel = "MODEL",
            description = "The base model, where adapter_config.json does not say where it lies.")
    private String base;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The folder to write; it must not exist.")
    private Path output;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "F32",
            description = "How weights are stored: ${COMPLETION-CANDIDATES} (default: F32).")
    private StoredType type;

    MergeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Path folder = ModelReference.resolve(adapter);
        if (!AdapterConfig.isIn(folder)) {
            throw new BadInputException(folder + " holds no adapter: name a folder with " + AdapterConfig.FILE + " and "
                    + AdapterConfig.WEIGHTS + ", or a part of a run that trained one.");
        }
        try (AdapterFolder files =
                base == null ? AdapterFolder.open(folder) : AdapterFolder.open(folder, ModelReference.resolve(base))) {
            SnapshotWriter.write(output, files, WeightSource.of(files.weights()), type);
        }
        streams.err().println(output + ": " + folder.getFileName() + " merged into its base model, as " + type);
        return Failures.OK;
    }
}
