package org.densepath.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.checkpoint.GgufEncoding;
import org.densepath.checkpoint.GgufWriter;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SnapshotWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightSource;
import org.densepath.experiment.ModelReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A model for other programs: a Hugging Face folder or a GGUF file, with tokenizer and chat template.
@Command(
        name = "export",
        description =
                "Write a model, also one of a run, as a Hugging Face folder or, where OUT ends in .gguf, as a GGUF"
                        + " file; tokenizer and chat template go with it. No tensor engine is needed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath export runs/my-run:dpr --output my-model --type bf16 --shard-size 5GB",
            "  densepath export runs/my-run:sft --output my-model.gguf --type q8_0"
        })
final class ExportCommand implements Callable<Integer> {
    /// All types of both formats, as they are named on the command line.
    enum Type {
        F32,
        F16,
        BF16,
        Q8_0
    }

    private final Streams streams;

    @Parameters(paramLabel = "MODEL", description = "A Hugging Face folder, a GGUF file, or a part of a run.")
    private String model;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The folder to write, or the file, ending in .gguf; it must not exist.")
    private Path output;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Of a folder f32, f16 or bf16 (default: f32); of a GGUF file f16 or q8_0 (default: f16).")
    private Type type;

    @Option(
            names = "--shard-size",
            paramLabel = "SIZE",
            defaultValue = "5GB",
            description = "Of a folder: the largest file, as 500MB or 5GB (default: 5GB).")
    private String shardSize;

    ExportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        boolean gguf = output.toString().toLowerCase(Locale.ROOT).endsWith(".gguf");
        Type chosen = type == null ? gguf ? Type.F16 : Type.F32 : type;
        try (ModelFiles files = ModelFiles.open(ModelReference.resolve(model))) {
            files.notices().forEach(streams.err()::println);
            WeightSource weights = WeightSource.of(files.weights());
            if (gguf) {
                GgufWriter.write(output, files, weights, encoding(chosen));
            } else {
                SnapshotWriter.write(output, files, weights, stored(chosen), bytes(shardSize));
            }
            streams.err()
                    .println(output + ": " + weights.shapes().size() + " weights of " + files.name() + " as " + chosen);
        }
        return Failures.OK;
    }

    private static GgufEncoding encoding(Type type) {
        return switch (type) {
            case F16 -> GgufEncoding.F16;
            case Q8_0 -> GgufEncoding.Q8_0;
            case F32, BF16 ->
                throw new BadInputException("A GGUF file is written as f16 or q8_0, not as " + type + ".");
        };
    }

    private static StoredType stored(Type type) {
        return switch (type) {
            case F32 -> StoredType.F32;
            case F16 -> StoredType.F16;
            case BF16 -> StoredType.BF16;
            case Q8_0 ->
                throw new BadInputException(
                        "A folder is written as f32, f16 or bf16; for Q8_0 let --output end in .gguf.");
        };
    }

    /// Decimal units, as Hugging Face has them.
    private static long bytes(String size) {
        if (!size.matches("[1-9]\\d{0,5}(KB|MB|GB)")) {
            throw new BadInputException("--shard-size is '" + size + "'; expected a size such as 500MB or 5GB.");
        }
        long number = Long.parseLong(size.substring(0, size.length() - 2));
        return number
                * switch (size.charAt(size.length() - 2)) {
                    case 'K' -> 1_000L;
                    case 'M' -> 1_000_000L;
                    default -> 1_000_000_000L;
                };
    }
}
