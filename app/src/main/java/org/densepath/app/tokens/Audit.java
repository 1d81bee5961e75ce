package org.densepath.app.tokens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densepath.paint.NumberText;
import org.densepath.run.TokenValues;
import org.densepath.run.TraceRow;

/// Whether the numbers of a response are what they claim to be, checked on the trace itself.
///
/// @param findings one a claim
public record Audit(List<Finding> findings) {
    /// @param claim a few words
    /// @param reason the numbers behind it, or why it does not hold
    public record Finding(Mark mark, String claim, String reason) {}

    /// How a claim stands.
    public enum Mark {
        HOLDS,
        BROKEN,
        /// What it would be checked against is not there.
        UNKNOWN
    }

    public Audit {
        findings = List.copyOf(findings);
    }

    static Audit of(TraceRow row, StepTrace step) {
        List<Finding> findings = new ArrayList<>();
        findings.add(sum(row, step.facts()));
        findings.add(ids(row));
        findings.add(prompt(row, step.rows()));
        findings.add(finite(row));
        findings.add(numerics(step.facts()));
        findings.add(sampling(step.facts()));
        findings.add(template(step.facts()));
        return new Audit(findings);
    }

    public boolean broken() {
        return findings.stream().anyMatch(finding -> finding.mark() == Mark.BROKEN);
    }

    private static Finding sum(TraceRow row, RunFacts facts) {
        TokenValues values = row.values();
        String definition = facts.definition().orElse("");
        boolean likelihood = definition.equals("log-likelihood");
        String claim = likelihood ? "Σ r̂ = log π_SFT" : "Σ r̂ = log-ratio";
        if (values.reward().length == 0 || values.logpSft().length == 0) {
            return new Finding(Mark.UNKNOWN, claim, "The trace has no rewards or no log-probabilities to compare.");
        }
        if (facts.processed().isPresent()) {
            return new Finding(
                    Mark.UNKNOWN,
                    claim,
                    "Not to be expected: in this run r̂ is " + facts.processed().get() + ".");
        }
        boolean ratio = definition.isEmpty() || definition.equals("baseline-relative") || definition.equals("scaled");
        if (!likelihood && !ratio || !likelihood && values.logpRef().length == 0) {
            return new Finding(
                    Mark.UNKNOWN, claim, "Not to be expected: the reward's definition is " + definition + ".");
        }
        double reward = sum(values.reward());
        if (!Double.isFinite(reward)) {
            return new Finding(Mark.UNKNOWN, claim, "Some r̂ are not finite and cannot be added up.");
        }
        double expected = facts.scale() * (sum(values.logpSft()) - (likelihood ? 0 : sum(values.logpRef())));
        // each value is rounded to float32 on its way into the file
        double allowed =
                1e-4 + 1e-5 * Math.abs(facts.scale()) * (magnitude(values.logpSft()) + magnitude(values.logpRef()));
        String numbers =
                NumberText.signed(reward) + " against " + NumberText.signed(expected) + " of the whole response";
        return Math.abs(reward - expected) <= allowed
                ? new Finding(Mark.HOLDS, claim, "The tokens' rewards add up to the sequence's: " + numbers + ".")
                : new Finding(
                        Mark.BROKEN,
                        claim,
                        "The tokens' rewards do not add up: " + numbers
                                + ". Do not trust this credit; compare with densepath score.");
    }

    /// The ids decode to the response as it was sampled; nothing was tokenised again.
    private static Finding ids(TraceRow row) {
        String response = row.response().strip();
        int at = 0;
        for (String token : row.tokens()) {
            // a token that the response's text leaves out, as the end token, is passed over
            String text = at == 0 ? token.stripLeading() : token;
            at += response.startsWith(text, at) ? text.length() : 0;
        }
        String rest = response.substring(at);
        return rest.isBlank()
                ? new Finding(
                        Mark.HOLDS,
                        "ids are the sampler's",
                        "The " + row.responseLength() + " ids read as the response that was sampled; none was"
                                + " tokenised again.")
                : new Finding(
                        Mark.BROKEN,
                        "ids are the sampler's",
                        "The ids do not read as the response: “" + shortened(rest) + "” is not in them.");
    }

    private static Finding prompt(TraceRow row, List<TraceRow> rows) {
        String claim = "prompt and template excluded";
        if (row.promptLength() == 0) {
            return new Finding(
                    Mark.BROKEN, claim, "The trace marks no prompt, so its tokens may be among those with credit.");
        }
        int[] prompt = Arrays.copyOf(row.ids(), row.promptLength());
        for (TraceRow other : rows) {
            boolean same = other.promptIndex() != row.promptIndex()
                    || Arrays.equals(prompt, Arrays.copyOf(other.ids(), other.promptLength()));
            if (!same) {
                return new Finding(
                        Mark.BROKEN,
                        claim,
                        "Sample " + other.sample() + " of the same prompt begins with other ids than sample "
                                + row.sample() + ".");
            }
        }
        return new Finding(
                Mark.HOLDS,
                claim,
                row.promptLength() + " ids of the prompt with its template carry no credit; " + row.responseLength()
                        + " of the response do.");
    }

    private static Finding finite(TraceRow row) {
        int bad = 0;
        for (float value : row.values().reward()) {
            bad += Float.isFinite(value) ? 0 : 1;
        }
        return bad == 0
                ? new Finding(Mark.HOLDS, "all finite", "Every r̂ is a finite number.")
                : new Finding(
                        Mark.BROKEN,
                        "all finite",
                        "r̂ of " + bad + " of " + row.responseLength()
                                + " tokens is not finite; sums leave them out. Check the models' weights.");
    }

    private static Finding numerics(RunFacts facts) {
        return facts.precision()
                .map(precision -> new Finding(Mark.HOLDS, precision, "All models compute in " + precision + "."))
                .orElse(new Finding(Mark.UNKNOWN, "dtype not named", "experiment.json has no model.precision."));
    }

    private static Finding sampling(RunFacts facts) {
        if (facts.temperature().isEmpty()) {
            return new Finding(Mark.UNKNOWN, "temperature not named", "experiment.json has no dpr.temperature.");
        }
        double temperature = facts.temperature().getAsDouble();
        double topP = facts.topP().orElse(1);
        String name = "T = " + trimmed(temperature) + (topP < 1 ? ", top-p " + trimmed(topP) : "");
        return temperature == 1 && topP == 1
                ? new Finding(
                        Mark.HOLDS, name, "log π_θ is of the very distribution that the response was sampled from.")
                : new Finding(
                        Mark.UNKNOWN,
                        name,
                        "Sampled at " + name + ", while log π_θ and the update are of the policy at temperature 1.");
    }

    private static Finding template(RunFacts facts) {
        return facts.template()
                .map(name -> new Finding(
                        Mark.HOLDS,
                        "template: " + name,
                        facts.templateText().orElse("The template's text is not kept.")))
                .orElse(new Finding(Mark.UNKNOWN, "template not named", "provenance.json has no chatTemplateName."));
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static double magnitude(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += Math.abs(value);
        }
        return sum;
    }
}
