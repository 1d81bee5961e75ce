package org.densepath.app.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.densepath.BadInputException;
import org.densepath.app.task.WorkerCommand;

/// Asks a `densepath serve` of its own, which is started with the first question. Where it dies, the question in
/// hand fails, those that wait are asked again of a new one, and the listener is told.
public final class ServeScorer implements Scorer {
    private final Function<List<String>, WorkerCommand> command;
    private final ScorerListener listener;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("scorer").factory());
    // all below belongs to that thread
    private final Map<Long, Pending<?>> pending = new LinkedHashMap<>();
    private ServeProcess process;
    private long asked;

    private record Pending<T>(
            ObjectNode request, Function<JsonNode, T> reading, DoubleConsumer progress, CompletableFuture<T> future) {
        void answer(JsonNode answer) {
            String error = answer.path("error").asText("");
            if (error.isEmpty()) {
                read(answer);
            } else if (answer.path("badInput").asBoolean()) {
                future.completeExceptionally(new BadInputException(error));
            } else {
                future.completeExceptionally(new ScorerException(error));
            }
        }

        private void read(JsonNode answer) {
            try {
                future.complete(reading.apply(answer));
            } catch (RuntimeException e) {
                future.completeExceptionally(
                        new ScorerException("The scoring worker's answer cannot be read: " + e.getMessage() + ".", e));
            }
        }
    }

    /// @param command the command line for given arguments, as of [WorkerCommand#of]
    public ServeScorer(Function<List<String>, WorkerCommand> command, ScorerListener listener) {
        this.command = command;
        this.listener = listener;
    }

    @Override
    public CompletableFuture<Scored> score(ScoreQuestion question) {
        return ask(ServeJson.request(question), answer -> ServeJson.scored(answer, question.top()), _ -> {});
    }

    @Override
    public CompletableFuture<List<Generated>> generate(GenerateQuestion question) {
        return generate(question, _ -> {});
    }

    @Override
    public CompletableFuture<List<Generated>> generate(GenerateQuestion question, DoubleConsumer progress) {
        return ask(ServeJson.request(question), ServeJson::generated, progress);
    }

    private <T> CompletableFuture<T> ask(ObjectNode request, Function<JsonNode, T> reading, DoubleConsumer progress) {
        CompletableFuture<T> future = new CompletableFuture<>();
        try {
            thread.execute(() -> send(++asked, new Pending<>(request, reading, progress, future)));
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(closed());
        }
        return future;
    }

    private <T> void send(long id, Pending<T> question) {
        if (question.future().isDone()) {
            return;
        }
        pending.put(id, question);
        if (pending.size() == 1) {
            listener.working(true);
        }
        try {
            started().send(question.request().put("id", id));
        } catch (ScorerException e) {
            finish(id);
            question.future().completeExceptionally(e);
            return;
        }
        question.future().whenComplete((_, _) -> {
            if (question.future().isCancelled()) {
                later(() -> cancel(id));
            }
        });
    }

    private ServeProcess started() {
        if (process == null) {
            ServeProcess[] made = new ServeProcess[1];
            made[0] = ServeProcess.start(
                    command.apply(List.of("serve")),
                    answer -> later(() -> received(answer)),
                    sentence -> later(() -> ended(made[0], sentence)));
            process = made[0];
            listener.started(process.processId());
        }
        return process;
    }

    private void cancel(long id) {
        if (pending.containsKey(id) && process != null) {
            process.send(JsonNodeFactory.instance
                    .objectNode()
                    .put("id", -id)
                    .put("do", "cancel")
                    .put("of", id));
        }
    }

    private void received(JsonNode answer) {
        Pending<?> question = pending.get(answer.path("id").asLong());
        if (question == null) {
            return;
        }
        if (answer.has("progress")) {
            question.progress().accept(answer.get("progress").asDouble());
            return;
        }
        finish(answer.path("id").asLong());
        question.answer(answer);
    }

    private void ended(ServeProcess which, String sentence) {
        if (which != process) {
            return;
        }
        process = null;
        listener.ended(sentence);
        Map<Long, Pending<?>> left = new LinkedHashMap<>(pending);
        pending.clear();
        listener.working(false);
        boolean inHand = true;
        for (Map.Entry<Long, Pending<?>> question : left.entrySet()) {
            if (inHand && !question.getValue().future().isDone()) {
                question.getValue().future().completeExceptionally(new ScorerException(sentence));
                inHand = false;
            } else {
                send(question.getKey(), question.getValue());
            }
        }
    }

    private void finish(long id) {
        pending.remove(id);
        if (pending.isEmpty()) {
            listener.working(false);
        }
    }

    private void later(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException e) {
            // closed meanwhile
        }
    }

    private static ScorerException closed() {
        return new ScorerException("The window is closing: nothing is scored any more.");
    }

    @Override
    public void close() {
        later(() -> {
            ServeProcess last = process;
            process = null;
            if (last != null) {
                last.kill();
            }
            pending.values().forEach(question -> question.future().completeExceptionally(closed()));
            pending.clear();
        });
        thread.shutdown();
    }
}
