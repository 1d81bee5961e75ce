package org.densepath.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.densepath.model.PolicyGradient.KlForm;
import org.densepath.model.Rollout;
import org.densepath.reward.Divergence;
import org.densepath.reward.SequenceStatistics;

/// The metrics of one Dense-Path REINFORCE step (`docs/metrics.md`), each computed from what the update used.
final class DprMetrics {
    private DprMetrics() {}

    static Map<String, Double> of(
            StepResult step, DensePathReinforce.Settings settings, double gradientNorm, double rate) {
        List<Rollout> rollouts = step.rollouts();
        List<float[]> logp = step.terms().logp();
        List<float[]> k1 = pairwise(logp, step.logpSft(), Divergence::k1);
        List<float[]> k3 = pairwise(logp, step.logpSft(), Divergence::k3);
        double[] totals = step.rewards().stream().mapToDouble(DprMetrics::sum).toArray();
        List<int[]> responses = rollouts.stream().map(Rollout::ids).toList();
        boolean[] ended = new boolean[rollouts.size()];
        for (int i = 0; i < ended.length; i++) {
            ended[i] = !rollouts.get(i).cut();
        }

        Map<String, Double> m = new LinkedHashMap<>();
        m.put("dpr/reward_mean", Divergence.meanOverTokens(step.rewards()));
        m.put("dpr/return_mean", Arrays.stream(totals).average().orElse(Double.NaN));
        m.put("dpr/kl_sft", Divergence.meanOverTokens(step.terms().klToSft()));
        m.put("dpr/kl_sft_k1", Divergence.meanOverTokens(k1));
        m.put("dpr/kl_sft_k3", Divergence.meanOverTokens(k3));
        if (!step.logpReference().isEmpty() && step.logpReference().getFirst().length > 0) {
            m.put("dpr/kl_reference", Divergence.meanOverTokens(step.terms().klToReference()));
        }
        m.put("dpr/entropy", Divergence.meanOverTokens(step.terms().entropy()));
        m.put("dpr/length_mean", SequenceStatistics.meanLength(responses));
        m.put("dpr/cut_share", SequenceStatistics.cutShare(ended));
        m.put("dpr/distinct_2", SequenceStatistics.distinct(responses, 2));
        m.put("dpr/advantage_sd", standardDeviation(step.advantages()));
        m.put("dpr/policy_gradient_term", policyGradientTerm(step.advantages(), logp));
        m.put("dpr/loss", loss(m, step, settings));
        m.put("dpr/gradient_norm", gradientNorm);
        m.put("dpr/learning_rate", rate);
        m.put("dpr/response_tokens", (double)
                responses.stream().mapToInt(r -> r.length).sum());
        if (settings.klCoefficient() > 0) {
            m.put("dpr/extrapolation", 1 / settings.klCoefficient());
        }
        if (step.signal() != null) {
            m.put("dpr/gradient_signal", step.signal().signal());
            m.put("dpr/gradient_noise", step.signal().noise());
        }
        addChecks(m, step.checks(), totals);
        return m;
    }

    private static void addChecks(Map<String, Double> m, double[] checks, double[] totals) {
        int[] checked = IntStream.range(0, checks.length)
                .filter(i -> !Double.isNaN(checks[i]))
                .toArray();
        if (checked.length > 0) {
            double[] c = Arrays.stream(checked).mapToDouble(i -> checks[i]).toArray();
            double[] r = Arrays.stream(checked).mapToDouble(i -> totals[i]).toArray();
            m.put("dpr/check_mean", Arrays.stream(c).average().orElse(Double.NaN));
            m.put("dpr/return_check_correlation", SequenceStatistics.pearson(r, c));
        }
    }

    private static double loss(Map<String, Double> m, StepResult step, DensePathReinforce.Settings settings) {
        double kl = m.get(
                settings.klForm() == KlForm.K1
                        ? "dpr/kl_sft_k1"
                        : settings.klForm() == KlForm.K3 ? "dpr/kl_sft_k3" : "dpr/kl_sft");
        double loss = m.get("dpr/policy_gradient_term");
        if (settings.klForm() != KlForm.NONE) {
            loss += settings.klCoefficient() * kl;
        }
        if (settings.klReferenceCoefficient() != 0) {
            loss += settings.klReferenceCoefficient()
                    * Divergence.meanOverTokens(step.terms().klToReference());
        }
        if (settings.estimator() == DensePathReinforce.Estimator.EXPECTED) {
            loss -= Divergence.meanOverTokens(step.terms().expectedReward());
        }
        return loss;
    }

    private static double policyGradientTerm(List<float[]> advantages, List<float[]> logp) {
        return -Divergence.meanOverTokens(pairwise(advantages, logp, (a, l) -> {
            float[] product = new float[a.length];
            for (int t = 0; t < product.length; t++) {
                product[t] = a[t] * l[t];
            }
            return product;
        }));
    }

    private static List<float[]> pairwise(
            List<float[]> a, List<float[]> b, java.util.function.BinaryOperator<float[]> operation) {
        return IntStream.range(0, a.size())
                .mapToObj(i -> operation.apply(a.get(i), b.get(i)))
                .toList();
    }

    private static double standardDeviation(List<float[]> values) {
        double mean = Divergence.meanOverTokens(values);
        double squares = 0;
        long n = 0;
        for (float[] row : values) {
            for (float v : row) {
                squares += (v - mean) * (v - mean);
            }
            n += row.length;
        }
        return Math.sqrt(squares / n);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float v : values) {
            sum += v;
        }
        return sum;
    }
}
