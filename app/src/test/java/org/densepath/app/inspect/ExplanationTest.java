package org.densepath.app.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.densepath.reward.Baseline;
import org.densepath.run.TokenValues;
import org.densepath.run.TraceRow;
import org.junit.jupiter.api.Test;

/// The equations that are shown add up, and to what the trace says.
class ExplanationTest {
    private static final SampleStep STEP = SampleStep.of(20);
    private static final Objective OBJECTIVE = Objective.of(STEP.run());

    private static Equation named(Explanation explanation, String what) {
        return explanation.equations().stream()
                .filter(e -> e.what().equals(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + what + " in " + explanation.equations()));
    }

    @Test
    void everyTokensEquationsHaveTheTracesNumbers() {
        for (int row = 0; row < STEP.rows().size(); row++) {
            TokenValues values = STEP.rows().get(row).values();
            for (int t = 0; t < values.reward().length; t++) {
                Explanation explanation = Explanation.of(STEP.place(row, t), OBJECTIVE);
                assertEquals(values.reward()[t], named(explanation, "Reward").value());
                assertEquals(
                        values.returnToGo()[t], named(explanation, "Return").value());
                assertEquals(
                        values.advantage()[t], named(explanation, "Advantage").value());
                assertEquals(
                        values.returnToGo()[t] - values.advantage()[t],
                        named(explanation, "Baseline").value(),
                        1e-5);
                assertFalse(named(explanation, "Reward").formula().isEmpty(), "taken apart");
            }
        }
    }

    @Test
    void whatIsShownAsEqualIsEqualAsItStands() {
        int shown = 0;
        int exact = 0;
        for (int row = 0; row < STEP.rows().size(); row += 3) {
            for (int t = 0; t < STEP.rows().get(row).responseLength(); t++) {
                for (Equation equation :
                        Explanation.of(STEP.place(row, t), OBJECTIVE).equations()) {
                    shown++;
                    if (equation.digits().exact()) {
                        exact++;
                        assertAddsUp(equation);
                    }
                }
            }
        }
        assertTrue(exact > 0.97 * shown, exact + " of " + shown + " are exact");
    }

    private static void assertAddsUp(Equation equation) {
        double result = Arithmetic.of(equation.result().plain());
        double half = 0.51 * Math.pow(10, -equation.digits().decimals());
        assertEquals(equation.value(), result, half, equation.plain());
        if (!equation.numbers().isEmpty()) {
            assertEquals(Arithmetic.of(equation.numbers().plain()), result, half, equation.plain());
        }
    }

    @Test
    void theRunsOwnWeightIsTheAdvantageByTheTrainersArithmetic() {
        List<float[]> advantages = new Credit(STEP.rows(), OBJECTIVE).advantages();
        for (int row = 0; row < STEP.rows().size(); row++) {
            float[] recorded = STEP.rows().get(row).values().advantage();
            for (int t = 0; t < recorded.length; t++) {
                assertEquals(recorded[t], advantages.get(row)[t], 1e-5);
            }
        }
    }

    @Test
    void otherObjectivesStandBesideIt() {
        TokenValues values = STEP.rows().getFirst().values();
        List<ArmWeight> arms = Explanation.of(STEP.place(0, 1), OBJECTIVE).arms();

        assertEquals(
                List.of("This run", "No baseline", "Sparse", "Continued SFT"),
                arms.stream().map(ArmWeight::name).toList());
        assertEquals(values.advantage()[1], arms.get(0).weight());
        assertEquals(values.returnToGo()[1], arms.get(1).weight());
        assertEquals(1, arms.get(3).weight());
        double stay = 1 - Math.exp(values.logpPolicy()[1]);
        arms.forEach(arm -> assertEquals(arm.weight() * stay, arm.push(), 1e-9));
    }

    @Test
    void sparseCreditIsTheSameForAllTokensOfAResponseWithoutBaseline() {
        Objective plain = with(OBJECTIVE, Baseline.NONE, false);
        List<ArmWeight> first = Explanation.of(STEP.place(5, 0), plain).arms();
        List<ArmWeight> last = Explanation.of(STEP.place(5, STEP.rows().get(5).responseLength() - 1), plain)
                .arms();
        assertEquals(STEP.rows().get(5).values().returnToGo()[0], first.get(2).weight(), 1e-5);
        assertEquals(first.get(2).weight(), last.get(2).weight(), 1e-6);
    }

    @Test
    void sharesOfAllTokensAreOne() {
        double sum = 0;
        for (int row = 0; row < STEP.rows().size(); row++) {
            for (int t = 0; t < STEP.rows().get(row).responseLength(); t++) {
                sum += named(Explanation.of(STEP.place(row, t), OBJECTIVE), "Share of the gradient")
                        .value();
            }
        }
        assertEquals(1, sum, 1e-6);
    }

    @Test
    void anExampleReadsAsInAPaper() {
        TraceRow row = row(new float[] {-0.70f, -0.10f}, new float[] {-2.10f, -0.05f}, 0.5f);
        TraceRow other = row(new float[] {-0.4f, -0.3f}, new float[] {-0.5f, -0.5f}, 0);
        TokenPlace place = new TokenPlace(row, 0, STEP.run(), "dpr", 1, List.of(row, other));

        Explanation explanation = Explanation.of(place, Objective.USUAL);

        assertEquals(
                "r̂₁ = log π_SFT − log π_ref = −0.70 − (−2.10) = +1.40",
                named(explanation, "Reward").plain());
        assertEquals(
                "G₁ = r̂₁ + G₂ = 1.40 + (−0.05) = +1.35",
                named(explanation, "Return").plain());
        assertEquals(
                "A₁ = G₁ − b₁ = 1.35 − 0.85 = +0.50",
                named(explanation, "Advantage").plain());
        assertTrue(explanation.verdict().startsWith("The next update makes “␣a” likelier here."));
        String latex = explanation.latex();
        assertTrue(
                latex.contains("\\hat r_{1} & = \\log \\pi_{\\mathrm{SFT}} - \\log \\pi_{\\mathrm{ref}}"
                        + " = -0.70 - (-2.10) = +1.40 \\\\"),
                latex);
        assertTrue(latex.lines().skip(1).allMatch(line -> line.chars().allMatch(c -> c < 128)), latex);
    }

    @Test
    void aRewardThatCannotBeTakenApartSaysWhy() {
        TraceRow row = row(new float[] {-0.70f, -0.10f}, new float[] {-2.10f, -0.05f}, 0.5f);
        row.values().reward()[0] = 1;
        TokenPlace place = new TokenPlace(row, 0, STEP.run(), "dpr", 1, List.of());
        Objective clipped = new Objective(
                "baseline-relative", 1, Optional.of("clipped"), 1, Baseline.NONE, false, false, "none", 0, 0, 0);

        Equation reward = named(Explanation.of(place, clipped), "Reward");

        assertEquals("r̂₁ = +1.00", reward.plain());
        assertTrue(reward.note().contains("clipped"), reward.note());
    }

    @Test
    void aLoneResponseWithoutItsStepKeepsWhatIsKnown() {
        TokenPlace lone = new TokenPlace(STEP.rows().get(2), 0, STEP.run(), "dpr", 1, List.of());
        Explanation explanation = Explanation.of(lone, OBJECTIVE);
        assertEquals(2, explanation.arms().size());
        assertTrue(explanation.equations().stream().noneMatch(e -> e.what().startsWith("Share")));
        assertAddsUp(named(explanation, "Advantage"));
    }

    @Test
    void normalisedAdvantagesAddUpToo() {
        Objective normalising = with(OBJECTIVE, Baseline.LEAVE_ONE_OUT, true);
        List<float[]> expected = new Credit(STEP.rows(), normalising).advantages();
        SampleStep step = SampleStep.of(20);
        float[] recorded = step.rows().get(3).values().advantage();
        System.arraycopy(expected.get(3), 0, recorded, 0, recorded.length);
        Equation advantage = named(Explanation.of(step.place(3, 1), normalising), "Advantage");
        assertEquals(expected.get(3)[1], advantage.value(), 1e-6);
        assertTrue(advantage.plain().contains("σ"), advantage.plain());
        assertAddsUp(advantage);
    }

    private static Objective with(Objective o, Baseline baseline, boolean normalised) {
        return new Objective(
                o.definition(),
                o.scale(),
                o.processed(),
                o.gamma(),
                baseline,
                o.expected(),
                normalised,
                o.klForm(),
                o.klCoefficient(),
                o.klInReward(),
                o.klReference());
    }

    private static TraceRow row(float[] sft, float[] ref, float advantage) {
        float[] reward = {sft[0] - ref[0], sft[1] - ref[1]};
        float[] returns = {reward[0] + reward[1], reward[1]};
        TokenValues values = new TokenValues(
                sft.clone(), sft, ref, reward, returns, new float[] {advantage, 0}, new float[2], new float[0]);
        return new TraceRow(
                1,
                0,
                0,
                "p",
                "a b",
                TraceRow.Ended.EOS,
                new int[] {1, 2, 3},
                1,
                List.of(" a", "b"),
                values,
                returns[0],
                OptionalDouble.empty());
    }
}
