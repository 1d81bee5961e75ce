package org.densepath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.experiment.ModelReference;
import org.densepath.text.Encoding;
import org.densepath.text.Tokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Texts to token ids and back, with the place of each token in its text.
@Command(
        name = "tokenize",
        description = {
            "Texts to token ids and back. A row is {\"text\": text, \"special\": true or false}; special (default:"
                    + " true) says whether special tokens written in the text are read as such.",
            "The answer holds ids, offsets ([start, end) of each token in code points), the decoded text, and whether"
                    + " it is the text that was given (roundTrip)."
        },
        footerHeading = "%nExamples:%n",
        footer = "  echo '{\"text\": \"caf\u00e9\"}' | densepath data tokenize --model model.gguf")
final class TokenizeCommand implements Callable<Integer> {
    private static final int WINDOW = 256;

    private final Streams streams;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "M",
            required = true,
            description = "The model whose tokenizer is used: a folder, a GGUF file, or a part of a run.")
    private String model;

    @Mixin
    private RowOptions rows;

    TokenizeCommand(Streams streams) {
        this.streams = streams;
    }

    /// A text and whether its special tokens are read as such.
    record Text(String text, boolean special) {}

    @Override
    public Integer call() throws IOException {
        rows.check();
        try (ModelFiles files = ModelFiles.open(ModelReference.resolve(model));
                Tokenizer tokenizer = Tokenizer.of(files)) {
            RowStream<Text> stream = new RowStream<>(streams, WINDOW, TokenizeCommand::read, (all, _) -> all.stream()
                    .map(row -> List.of(answer(tokenizer, row.content())))
                    .toList());
            return rows.run(streams, stream::run);
        }
    }

    static Text read(ObjectNode row) {
        JsonNode text = row.path("text");
        JsonNode special = row.path("special");
        if (!text.isTextual()) {
            throw new BadInputException("'text' is missing or no text; expected {\"text\": …, \"special\": true}.");
        }
        if (!special.isMissingNode() && !special.isBoolean()) {
            throw new BadInputException("'special' is " + special + "; expected true or false.");
        }
        return new Text(text.textValue(), special.asBoolean(true));
    }

    static ObjectNode answer(Tokenizer tokenizer, Text row) {
        Encoding encoding = tokenizer.encode(row.text(), row.special());
        ObjectNode answer = RowStream.JSON.createObjectNode();
        RowFields.put(answer, "ids", encoding.ids());
        ArrayNode offsets = answer.putArray("offsets");
        for (int i = 0; i < encoding.length(); i++) {
            offsets.addArray().add(encoding.starts()[i]).add(encoding.ends()[i]);
        }
        String decoded = tokenizer.decode(encoding.ids());
        return answer.put("text", decoded).put("roundTrip", decoded.equals(row.text()));
    }
}
