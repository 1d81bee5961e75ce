package org.densepath.bench.judge.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.densepath.BadInputException;
import org.densepath.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is asked twice.
class InterviewTest {
    @TempDir
    Path folder;

    /// Answers with the question's number; fails multiples of `failing`; notes what it was asked.
    private static final class Counting implements Judge {
        private final List<JudgeRequest> asked = new ArrayList<>();
        private final int failing;

        Counting(int failing) {
            this.failing = failing;
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public String identity() {
            return "counting";
        }

        @Override
        public void ask(List<JudgeRequest> requests, BiConsumer<JudgeRequest, Asked> ended) {
            for (JudgeRequest request : requests) {
                asked.add(request);
                int number = Integer.parseInt(request.messages().getFirst().content());
                ended.accept(
                        request,
                        failing > 0 && number % failing == 0
                                ? new Asked.Failed("no")
                                : new Asked.Replied(new JudgeReply(
                                        "é [[" + number + "]]\n", Map.of("A", -0.1, "ü", -2.5), 3, 4, "m")));
            }
        }
    }

    private static List<JudgeRequest> requests(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new JudgeRequest(List.of(Message.user(String.valueOf(i))), 0, 5, List.of(), 0))
                .toList();
    }

    @Test
    void askAsksOnlyWhatHasNoReplyYet() {
        Counting judge = new Counting(0);
        try (ReplyStore store = ReplyStore.open(folder)) {
            new Interview(store, "counting", requests(0, 5)).ask(judge, _ -> {});
        }
        try (ReplyStore store = ReplyStore.open(folder)) {
            List<JudgeRequest> twice = new ArrayList<>(requests(3, 8));
            twice.addAll(requests(3, 8));
            Map<JudgeRequest, Asked> ends = new Interview(store, "counting", twice).ask(judge, _ -> {});
            assertEquals(5, ends.size());
            JudgeReply reply = assertInstanceOf(
                            Asked.Replied.class, ends.get(requests(3, 4).getFirst()))
                    .reply();
            assertEquals(new JudgeReply("é [[3]]\n", Map.of("A", -0.1, "ü", -2.5), 3, 4, "m"), reply);
        }
        assertEquals(requests(0, 8), judge.asked);
    }

    @Test
    void askAsksAgainWhatFailed() {
        Counting judge = new Counting(2);
        for (int i = 0; i < 2; i++) {
            try (ReplyStore store = ReplyStore.open(folder)) {
                new Interview(store, "counting", requests(0, 4)).ask(judge, _ -> {});
            }
        }
        assertEquals(6, judge.asked.size());
    }

    @Test
    void aTornLineIsAskedAgainAndTheOthersHold() throws Exception {
        Counting judge = new Counting(0);
        try (ReplyStore store = ReplyStore.open(folder)) {
            new Interview(store, "counting", requests(0, 4)).ask(judge, _ -> {});
        }
        Path file = folder.resolve(ReplyStore.FILE);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 9), StandardOpenOption.TRUNCATE_EXISTING);
        for (int i = 0; i < 2; i++) {
            try (ReplyStore store = ReplyStore.open(folder)) {
                new Interview(store, "counting", requests(0, 4)).ask(judge, _ -> {});
            }
        }
        assertEquals(5, judge.asked.size());
        assertEquals(4, Files.readAllLines(file).size());
    }

    @Test
    void aSpoiledLineIsAskedAgainAndTheOthersHold() throws Exception {
        Counting judge = new Counting(0);
        try (ReplyStore store = ReplyStore.open(folder)) {
            new Interview(store, "counting", requests(0, 4)).ask(judge, _ -> {});
        }
        Path file = folder.resolve(ReplyStore.FILE);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(1, lines.get(1).substring(7));
        Files.write(file, lines);
        for (int i = 0; i < 2; i++) {
            try (ReplyStore store = ReplyStore.open(folder)) {
                new Interview(store, "counting", requests(0, 4)).ask(judge, _ -> {});
            }
        }
        assertEquals(5, judge.asked.size());
    }

    @Test
    void aStoreBelongsToOneAtATime() {
        try (ReplyStore store = ReplyStore.open(folder)) {
            assertEquals(
                    0, new Interview(store, "counting", requests(0, 2)).known().size());
            assertThrows(BadInputException.class, () -> ReplyStore.open(folder));
        }
    }

    @Test
    void aQuestionIsAnotherWhenAnythingOfItDiffers() {
        JudgeRequest request = requests(0, 1).getFirst();
        List<JudgeRequest> others = List.of(
                new JudgeRequest(request.messages(), 1, 5, List.of(), 0),
                new JudgeRequest(request.messages(), 0, 6, List.of(), 0),
                new JudgeRequest(request.messages(), 0, 5, List.of("A", "B"), 0),
                new JudgeRequest(request.messages(), 0, 5, List.of(), 1),
                new JudgeRequest(List.of(new Message("system", "0")), 0, 5, List.of(), 0));
        for (JudgeRequest other : others) {
            assertNotEquals(request.key("m"), other.key("m"));
        }
        assertNotEquals(request.key("m"), request.key("n"));
        assertEquals(request.key("m"), requests(0, 1).getFirst().key("m"));
    }
}
