package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTest {
    @TempDir
    Path folder;

    private final Torch torch = Torch.cpu(1);
    private final AtomicLong available = new AtomicLong(Long.MAX_VALUE);
    private final ModelShelf shelf = new ModelShelf(torch, 2, available::get);
    private String a;
    private String b;
    private String c;

    @BeforeEach
    void models() throws IOException {
        Path model = TinyWorld.in(folder).folder().resolve("model");
        a = model.toString();
        b = copy(model, "b");
        c = copy(model, "c");
    }

    private String copy(Path model, String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy.toString();
    }

    @AfterEach
    void close() {
        shelf.close();
        torch.close();
    }

    @Test
    void aModelIsLoadedOnceAndTheLeastRecentlyUsedGoes() {
        LoadedModel first = shelf.withWeights(List.of(a)).getFirst();
        shelf.withWeights(List.of(b));
        assertSame(first, shelf.withWeights(List.of(a)).getFirst());
        shelf.withWeights(List.of(c));
        assertEquals(List.of(Path.of(a), Path.of(c)), List.copyOf(shelf.kept().keySet()));
    }

    @Test
    void theModelsOfOneQuestionStayTogether() {
        List<LoadedModel> three = shelf.withWeights(List.of(a, b, c));
        assertEquals(3, shelf.kept().size());
        assertTrue(three.stream().allMatch(LoadedModel::hasWeights));
    }

    @Test
    void aFolderThatWasWrittenAnewIsLoadedAnew() throws Exception {
        LoadedModel first = shelf.withWeights(List.of(a)).getFirst();
        Files.setLastModifiedTime(Path.of(a, "model.safetensors"), FileTime.fromMillis(4_000_000_000_000L));
        assertNotSame(first, shelf.withWeights(List.of(a)).getFirst());
    }

    @Test
    void littleMemoryDropsOthersAndThenRefuses() {
        shelf.withWeights(List.of(a));
        available.set(0);
        BadInputException refused = assertThrows(BadInputException.class, () -> shelf.withWeights(List.of(b)));
        assertTrue(refused.getMessage().contains("memory"), refused.getMessage());
        assertTrue(shelf.kept().keySet().stream().noneMatch(Path.of(a)::equals));
    }

    @Test
    void aTokenizerNeedsNoWeights() {
        assertTrue(shelf.tokenizerOf(a).tokenizer().vocabularySize() > 0);
        assertEquals(0, shelf.kept().get(Path.of(a)));
    }
}
