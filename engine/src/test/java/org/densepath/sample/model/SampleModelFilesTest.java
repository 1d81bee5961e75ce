package org.densepath.sample.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleModelFilesTest {
    @TempDir
    Path folder;

    private JsonNode read(String file) throws Exception {
        return new ObjectMapper().readTree(Files.readString(folder.resolve(file)));
    }

    private void write() throws Exception {
        BpeVocabulary vocabulary = SampleWorld.VOCABULARY;
        SampleModelFiles.write(folder, vocabulary, LlamaShape.sample(vocabulary.size()));
    }

    @Test
    void writeGivesTheEndTokenTheSameIdEverywhere() throws Exception {
        write();
        int end = read("tokenizer.json").at("/model/vocab/<|end|>").asInt();
        assertEquals("<|end|>", read("tokenizer_config.json").get("eos_token").asText());
        assertEquals(end, read("config.json").get("eos_token_id").asInt());
        assertEquals(end, read("generation_config.json").get("eos_token_id").asInt());
        assertEquals(end, read("tokenizer.json").at("/added_tokens/3/id").asInt());
    }

    @Test
    void writeGivesTheModelAsManyTokensAsTheTokenizerHas() throws Exception {
        write();
        assertEquals(
                read("tokenizer.json").at("/model/vocab").size(),
                read("config.json").get("vocab_size").asInt());
    }

    @Test
    void writeGivesATemplateThatNamesTheThreeMarks() throws Exception {
        write();
        String template = read("tokenizer_config.json").get("chat_template").asText();
        for (String mark : new String[] {"<|user|>", "<|assistant|>", "<|end|>"}) {
            assertTrue(template.contains(mark), template);
        }
    }

    @Test
    void writeLeavesExistingFilesAlone() throws Exception {
        write();
        assertThrows(FileAlreadyExistsException.class, this::write);
    }

    @Test
    void writeRefusesWhenTheShapeIsForAnotherVocabulary() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SampleModelFiles.write(folder, SampleWorld.VOCABULARY, LlamaShape.sample(10)));
    }
}
