package org.densepath.bench.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.densepath.bench.Score;
import org.junit.jupiter.api.Test;

class CreditAgreementTest {
    private static Map<String, Double> values(CreditAgreement agreement) {
        return agreement.scores().stream()
                .collect(Collectors.toMap(Score::name, s -> s.interval().value()));
    }

    @Test
    void pairsThatTheJudgePartsAreCountedByHand() {
        // judged 1, 1, 0, 0 with Σ r̂ 4, 1, 2, 1: 4 beats both, 1 loses to 2 and ties with 1: 2.5 of 4
        CreditAgreement agreement = new CreditAgreement(
                List.of(
                        new CreditPoint("a", 4, 1, 1),
                        new CreditPoint("b", 1, 2, 1),
                        new CreditPoint("c", 2, 3, 0),
                        new CreditPoint("d", 1, 4, 0)),
                false);
        assertEquals(2.5 / 4, values(agreement).get("auc_sum"), 1e-12);
        assertEquals(0, values(agreement).get("auc_mean"), 1e-12);
        assertEquals(2, values(agreement).size());
        // ranks by credit 4, 1.5, 3, 1.5, by judge 3.5, 3.5, 1.5, 1.5
        assertEquals("b", agreement.disagreements(1).getFirst().key());
    }

    @Test
    void comparisonsAlsoHaveAWinner() {
        CreditAgreement agreement = new CreditAgreement(
                List.of(
                        new CreditPoint("a", 2, 1, 1),
                        new CreditPoint("b", -1, 1, 0.25),
                        new CreditPoint("c", -3, 0, 0.75),
                        new CreditPoint("d", 5, 1, 0.5)),
                true);
        assertEquals(2 / 3.0, values(agreement).get("same_winner_sum"), 1e-12);
        // a zero difference is half
        assertEquals(1.5 / 3, values(agreement).get("same_winner_mean"), 1e-12);
        assertEquals(4, agreement.json(2).path("points").size());
        assertEquals(2, agreement.json(2).path("disagreements").size());
    }

    @Test
    void whereTheJudgePartsNothingThereIsNoAuc() {
        CreditAgreement agreement = new CreditAgreement(
                List.of(new CreditPoint("a", 2, 1, 1), new CreditPoint("b", 1, 1, 1), new CreditPoint("c", 1, 1, 1)),
                false);
        assertTrue(Double.isNaN(values(agreement).get("auc_sum")));
        assertTrue(agreement.json(0).path("scores").isEmpty());
    }
}
