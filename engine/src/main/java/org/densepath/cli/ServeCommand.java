package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.densepath.BadInputException;
import org.densepath.experiment.ModelShelf;
import org.densepath.tensor.Torch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Answers questions to models that stay loaded: one JSON request a line in, one JSON answer a line out, until
/// the input ends. A request that fails is answered with a sentence, and the next one is taken.
@Command(
        name = "serve",
        description = {
            "Answer requests to models that stay loaded: one JSON object a line in, one a line out, in order, until"
                    + " the input ends.",
            "",
            "A request is {\"id\": …, \"do\": score | generate | tokenize | cancel | models | unload, …}; docs/cli.md"
                    + " has the fields. The answer repeats the id; what failed is {\"id\": …, \"error\": sentence}."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  echo '{\"id\": 1, \"do\": \"score\", \"models\": {\"sft\": \"RUN:sft\", \"reference\":"
                    + " \"RUN:reference\"}, \"prompt\": \"2+2?\", \"answer\": \"4\", \"top\": 5}' | densepath serve"
        })
final class ServeCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(
            names = "--models",
            paramLabel = "N",
            defaultValue = "6",
            description = "How many models are kept; the least recently used are dropped first (default: 6).")
    private int most;

    @Mixin
    private EngineOptions engine;

    ServeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (most < 1) {
            throw new BadInputException("--models is " + most + "; expected 1 or more.");
        }
        try (Torch torch = engine.start();
                ModelShelf shelf = new ModelShelf(torch, most)) {
            ServeAnswers answers = new ServeAnswers(torch, shelf);
            ServeQueue queue = new ServeQueue();
            queue.readFrom(streams.in());
            Optional<ServeRequest> request = queue.take();
            while (request.isPresent() && answer(answers, shelf, request.get())) {
                request = queue.take();
            }
        }
        return Failures.OK;
    }

    /// False when nobody reads the answers any more.
    private boolean answer(ServeAnswers answers, ModelShelf shelf, ServeRequest request) {
        PrintStream out = streams.out();
        Consumer<ObjectNode> write = line -> {
            ObjectNode whole = RowStream.JSON.createObjectNode();
            whole.set("id", request.id());
            whole.setAll(line);
            out.append(whole.toString()).append('\n');
            if (out.checkError()) {
                request.cancel();
            }
        };
        try {
            write.accept(answers.answer(request, write));
        } catch (ServeRequest.Cancelled e) {
            write.accept(RowStream.JSON
                    .createObjectNode()
                    .put("error", e.getMessage())
                    .put("cancelled", true));
        } catch (BadInputException e) {
            write.accept(RowStream.JSON
                    .createObjectNode()
                    .put("error", e.getMessage())
                    .put("badInput", true));
        } catch (RuntimeException | OutOfMemoryError e) {
            // what is short of memory may do with fewer models
            shelf.close();
            e.printStackTrace(streams.err());
            write.accept(RowStream.JSON.createObjectNode().put("error", Failures.sentence(e, "")));
        }
        return !out.checkError();
    }
}
