package org.densepath.bench.judge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.densepath.bench.judge.ask.Asked;
import org.densepath.bench.judge.ask.JudgeReply;
import org.densepath.bench.judge.ask.JudgeRequest;

/// Small benchmarks in files, and judges that are functions.
public final class JudgeFixture {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JudgeFixture() {}

    static Path lines(Path file, List<String> lines) {
        try {
            return Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode row() {
        return JSON.createObjectNode();
    }

    /// `n` prompts of Arena-Hard v0.1.
    public static Path arena(Path folder, int n) {
        return lines(
                folder.resolve("question.jsonl"),
                IntStream.range(0, n)
                        .mapToObj(i -> row().put("uid", "u" + i)
                                .put("category", "arena-hard-v0.1")
                                .put("cluster", "c")
                                .put("prompt", "Task " + i)
                                .toString())
                        .toList());
    }

    /// `model`'s answers to them, `text` followed by the number.
    public static Path arenaAnswers(Path file, int n, String model, String text) {
        return lines(
                file,
                IntStream.range(0, n)
                        .mapToObj(i -> row().put("uid", "u" + i)
                                .put("model", model)
                                .put("response", text + i)
                                .toString())
                        .toList());
    }

    static JudgedFiles files(Path data, Path answers, Path baseline) {
        return new JudgedFiles(data, answers, baseline, null, null, null, "", 0);
    }

    static AskingSettings asking(int repeats) {
        return new AskingSettings(null, null, repeats, false);
    }

    /// Has `judge` answer every request: its text for the whole text of a question; null: no reply.
    static Map<JudgeRequest, Asked> replies(Judging judging, Function<String, String> judge) {
        Map<JudgeRequest, Asked> ends = new LinkedHashMap<>();
        for (JudgeRequest request : judging.requests()) {
            String text = judge.apply(
                    request.messages().stream().map(m -> m.content()).collect(Collectors.joining("\n")));
            ends.put(
                    request,
                    text == null
                            ? new Asked.Failed("the endpoint broke off its answer, 6 times")
                            : new Asked.Replied(new JudgeReply(text, Map.of(), 1, 1, "judge")));
        }
        return ends;
    }

    static JudgeScore score(JudgeScores scores, String name) {
        return scores.all().stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no score " + name + " in " + names(scores)));
    }

    private static List<String> names(JudgeScores scores) {
        List<String> names = new ArrayList<>();
        scores.all().forEach(score -> names.add(score.name()));
        return names;
    }
}
