package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.densepath.experiment.TinyWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `densepath estimate` tells, and what it refuses.
class EstimateCommandTest {
    @TempDir
    Path folder;

    @Test
    void estimateTellsMemoryAndTimeByPhaseAndTheSpeed() throws IOException {
        Path experiment = TinyWorld.in(folder).experiment();

        CommandRun run = CommandRun.of("", "estimate", experiment.toString(), "--json");

        assertEquals(0, run.code(), run.err());
        JsonNode told = run.rows().getFirst();
        assertTrue(told.at("/secondsInAll").asDouble() > 0);
        assertTrue(told.at("/seconds/DPR").asDouble() > 0);
        assertTrue(told.at("/memory/SFT").asLong() > 0);
        assertEquals(12, told.at("/work/heldOut").asInt());
        assertTrue(told.at("/speed/train").asDouble() > 0);
    }

    @Test
    void estimateRefusesWhatTheRunWouldRefuse() throws IOException {
        Path experiment = TinyWorld.in(folder).experiment();

        CommandRun run = CommandRun.of(
                "", "estimate", experiment.toString(), "--set", "data.prompts=" + folder.resolve("nothing.jsonl"));

        assertEquals(2, run.code());
        assertTrue(run.err().contains("nothing.jsonl"), run.err());
    }
}
