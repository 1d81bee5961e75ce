package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.densepath.BadInputException;
import org.densepath.run.ContentHash;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.RunFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every arm on a tiny model: each is scored, counted and compared, resumes to the same weights, and does not
/// depend on which others run.
class ArmsRunTest {
    private static final String ALL = "arms=[\"" + String.join("\",\"", BuiltInArm.names()) + "\"]";
    private static final String OWN =
            "ownArms=[{\"name\":\"slow\",\"like\":\"dpr\",\"set\":{\"dpr.learningRate\":1e-4}}]";
    private static final String QUICK = "dpr.steps=3";
    /// In the first step against a new π_old all log-ratios are 0, and SPIN and GSIL have the same gradient.
    private static final String ONE_ITERATION = "selfPlay.iterations=1";

    @TempDir
    static Path folder;

    private static TinyWorld world;
    private static RunFolder whole;
    private static Experiment experiment;

    @BeforeAll
    static void runAllOnce() throws IOException {
        world = TinyWorld.in(folder);
        whole = create("all", ALL, OWN, QUICK, ONE_ITERATION, "seeds=[1,2]");
        new ExperimentRun(whole, e -> {}).work();
        experiment = new ExperimentFile().with(whole.experiment().toString()).read();
    }

    @Test
    void everyArmIsARowWithItsScoresAndItsCompute() {
        ArmTable table = ArmTable.read(whole).orElseThrow();
        List<String> expected = new ArrayList<>(List.of("base", "sft", "sft-at-0.5"));
        expected.addAll(BuiltInArm.names());
        expected.add("slow");
        assertEquals(expected, table.rows().stream().map(ArmTable.Row::arm).toList());
        for (ArmTable.Row row : table.rows()) {
            assertTrue(row.scores().containsKey("success_sampled"), row.arm());
            assertTrue(row.compute().answered() > 0, row.arm());
        }
        assertEquals(0, compute(table, "base").updates());
        assertTrue(compute(table, "sft").updates() > 6);
        assertEquals(6, compute(table, "dpr").updates());
        assertEquals(compute(table, "dpr").generated(), compute(table, "dpr").trained());
        assertEquals(6, compute(table, "continued-sft").updates());
        assertEquals(0, compute(table, "continued-sft").generated());
        assertTrue(compute(table, "spin").trained() > compute(table, "spin").generated());
        assertEquals(0, compute(table, "best-of-n").trained());
        assertTrue(compute(table, "best-of-n").answered()
                > 2 * compute(table, "sft-at-0.5").answered());
    }

    @Test
    void armsWithOtherSettingsEndWithOtherWeights() throws IOException {
        Map<String, Set<String>> byWeights = new TreeMap<>();
        for (Arm arm : Arm.of(experiment)) {
            if (arm.kind().trains()) {
                String hash = ContentHash.sha256(ArmStage.trained(whole, arm, 1).resolve("model.safetensors"));
                byWeights.computeIfAbsent(hash, _ -> new TreeSet<>()).add(arm.name());
            }
        }
        byWeights.values().removeIf(same -> same.size() == 1);
        // reference-50 is the experiment's own reference, and no reward of three steps is beyond the clip
        assertEquals("[[clip, dpr, reference-50]]", byWeights.values().toString());
    }

    @Test
    void anArmDoesNotDependOnWhichOthersRunNorOnTheirOrder() throws IOException {
        RunFolder few = create("few", "arms=[\"gsil\",\"random-sign\",\"dpr\"]", QUICK, ONE_ITERATION);
        new ExperimentRun(few, e -> {}).work();
        for (Arm arm :
                Arm.of(new ExperimentFile().with(few.experiment().toString()).read())) {
            assertArrayEquals(weights(whole, arm, 1), weights(few, arm, 1), arm.name());
        }
    }

    @Test
    void stoppedAndResumedAfterEveryStepEveryArmEndsTheSame() throws IOException {
        String arms = "arms=[\"spin\",\"random-sign\",\"continued-sft\",\"verifier\"]";
        RunFolder straight = create("straight", arms, QUICK, "selfPlay.pairs=4");
        new ExperimentRun(straight, e -> {}).work();
        RunFolder broken = create("broken", arms, QUICK, "selfPlay.pairs=4");
        int stops = 0;
        while (stopping(broken) == ExperimentRun.Outcome.STOPPED) {
            stops++;
        }
        assertTrue(stops > 8, stops + " stops");
        for (Arm arm : Arm.of(
                new ExperimentFile().with(straight.experiment().toString()).read())) {
            assertArrayEquals(weights(straight, arm, 1), weights(broken, arm, 1), arm.name());
        }
        assertEquals(ExperimentRunTest.metrics(straight), ExperimentRunTest.metrics(broken));
        assertEquals(withoutSeconds(straight), withoutSeconds(broken));
    }

    private static ExperimentRun.Outcome stopping(RunFolder run) {
        AtomicInteger steps = new AtomicInteger();
        return new ExperimentRun(run, line -> {
                    if (line.event() instanceof Event.StepFinished s && s.step() > 0 && steps.incrementAndGet() == 1) {
                        new Control(run.control()).request(Control.Request.STOP);
                    }
                })
                .work();
    }

    @Test
    void comparisonsAreCorrectedOverTheTable() {
        ArmTable table = ArmTable.read(whole).orElseThrow();
        assertFalse(table.comparisons().isEmpty());
        for (ArmComparison c : table.comparisons()) {
            assertTrue(c.pHolm() >= c.p() && c.pHolm() <= 1, c.toString());
            assertNotEquals(c.arm(), c.against());
        }
        assertTrue(table.comparison("dpr", "success_sampled", "continued-sft").isPresent());
        assertTrue(table.comparison("best-of-n", "success_sampled", "sft").isPresent());
        assertTrue(table.comparison("best-of-n", "success_greedy", "sft").isEmpty());
    }

    @Test
    void anArmIsRefusedThatCannotBe() {
        refused(
                "arms",
                "dpr.klReferenceCoefficient needs a reward",
                "dpr.klReferenceCoefficient=1",
                "arms=[\"sft-logprob\"]");
        refused("arms", "sft.emaDecay must be above 0", "sft.emaDecay=0", "arms=[\"reference-ema\"]");
        refused("ownArms", "shared by all arms", own("x", "dpr", "\"sft.epochs\":2"));
        refused("ownArms", "nearest is 'dpr.steps'", own("x", "dpr", "\"dpr.stepz\":2"));
        refused("ownArms", "a second time", own("dpr", "dpr", ""));
        refused("ownArms", "like", own("x", "ppo", ""));
        refused("ownArms", "other than base", own("sft", "dpr", ""));
        refused("ownArms", "list of {name, like, set}", "ownArms=[{\"nam\":\"x\"}]");
    }

    @Test
    void aCheckIsNeededToBeRewardedByOne() throws IOException {
        RunFolder run =
                create("unchecked", "arms=[\"verifier\"]", "data.prompts=" + folder.resolve("demonstrations.jsonl"));
        String said = assertThrows(BadInputException.class, () -> new ExperimentRun(run, e -> {}).work())
                .getMessage();
        assertTrue(said.contains("'verifier' is rewarded by a check"), said);
        assertNull(ArmTable.read(run).orElse(null));
    }

    private static void refused(String key, String sentence, String... settings) {
        ExperimentFile file = new ExperimentFile();
        for (String setting : settings) {
            file.set(setting);
        }
        BadSettingException said = assertThrows(BadSettingException.class, file::read);
        assertEquals(key, said.key());
        assertTrue(said.getMessage().contains(sentence), said.getMessage());
    }

    private static String own(String name, String like, String set) {
        return "ownArms=[{\"name\":\"" + name + "\",\"like\":\"" + like + "\",\"set\":{" + set + "}}]";
    }

    private static Compute compute(ArmTable table, String arm) {
        return table.rows().stream()
                .filter(row -> row.arm().equals(arm))
                .findFirst()
                .orElseThrow()
                .compute();
    }

    private static Map<String, String> withoutSeconds(RunFolder run) {
        Map<String, String> all = new TreeMap<>();
        for (ArmTable.Row row : ArmTable.read(run).orElseThrow().rows()) {
            Compute c = row.compute();
            all.put(row.arm(), row.scores() + " " + List.of(c.generated(), c.trained(), c.updates(), c.answered()));
        }
        return all;
    }

    private static RunFolder create(String name, String... settings) throws IOException {
        return RunFolder.create(
                folder.resolve("runs"), LocalDate.EPOCH, name, Files.readString(world.experiment(settings)));
    }

    private static byte[] weights(RunFolder run, Arm arm, int seed) throws IOException {
        return Files.readAllBytes(ArmStage.trained(run, arm, seed).resolve("model.safetensors"));
    }
}
