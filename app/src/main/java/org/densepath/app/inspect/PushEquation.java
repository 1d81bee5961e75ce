package org.densepath.app.inspect;

import java.util.Optional;
import org.densepath.run.TokenValues;

/// How the update moves the token's own logit z at its place: −∂L/∂z · (tokens of the batch). With π =
/// π_θ(y_t|s_t), d = log π_θ − log π_SFT and KL exact over the vocabulary it is A (1 − π) − β π (d − KL); with
/// the sampled forms the divergence changes A: by β for k1, by β (1 − e^−d) for k3.
final class PushEquation {
    private static final Notation LEFT = new Notation("−∂L/∂z", "-\\partial L / \\partial z");
    private static final Notation A = Notation.same("A");
    private static final Notation STAY = new Notation(" (1 − π_θ)", " (1 - \\pi_\\theta)");
    private static final Notation BETA = new Notation("β", "\\beta");
    private static final Notation DOT = new Notation(" · ", " \\cdot ");
    private static final Notation MINUS = new Notation(" − ", " - ");

    private PushEquation() {}

    /// Empty where the trace does not tell the policy's log-probability.
    static Optional<Equation> of(TokenPlace place, Objective objective) {
        TokenValues values = place.row().values();
        double a = place.of(values.advantage());
        double logp = place.of(values.logpPolicy());
        double pi = Math.exp(logp);
        double beta = objective.klCoefficient();
        double d = logp - place.of(values.logpSft());
        if (Double.isNaN(a) || Double.isNaN(pi)) {
            return Optional.empty();
        }
        Equation push =
                switch (beta == 0 ? "none" : objective.klForm()) {
                    case "none" -> sampled(a, pi, 0, 0, A, Notation.NONE);
                    case "k1" -> sampled(a, pi, beta, 1, A.then(MINUS).then(BETA), Notation.NONE);
                    case "k3" ->
                        sampled(
                                a,
                                pi,
                                beta,
                                1 - Math.exp(-d),
                                A.then(MINUS).then(BETA).then(new Notation(" (1 − e⁻ᵈ)", " (1 - e^{-d})")),
                                new Notation("d = log π_θ − log π_SFT", ""));
                    default -> exact(a, pi, beta, d, place.of(values.kl()));
                };
        return Double.isNaN(push.value()) ? Optional.empty() : Optional.of(noting(push, objective));
    }

    private static Equation sampled(double a, double pi, double beta, double slope, Notation weight, Notation note) {
        double value = (a - beta * slope) * (1 - pi);
        Digits digits = Digits.fitting(x -> (x[0] - x[2] * x[3]) * (1 - x[1]), value, a, pi, beta, slope);
        Notation factor = beta == 0
                ? digits.number(a)
                : digits.number(a)
                        .then(MINUS)
                        .then(digits.number(beta))
                        .then(DOT)
                        .then(digits.operand(slope))
                        .inBrackets();
        Notation formula = (beta == 0 ? weight : weight.inBrackets()).then(STAY);
        return new Equation("Push", LEFT, formula, factor.then(stay(digits, pi)), value, digits, note.plain());
    }

    private static Equation exact(double a, double pi, double beta, double d, double kl) {
        double value = a * (1 - pi) - beta * pi * (d - kl);
        Digits digits = Digits.fitting(x -> x[0] * (1 - x[1]) - x[2] * x[1] * (x[3] - x[4]), value, a, pi, beta, d, kl);
        Notation formula = A.then(STAY)
                .then(MINUS)
                .then(BETA)
                .then(new Notation(" π_θ (d − KL)", " \\pi_\\theta (d - \\mathrm{KL})"));
        Notation numbers = digits.number(a)
                .then(stay(digits, pi))
                .then(MINUS)
                .then(digits.number(beta))
                .then(DOT)
                .then(digits.number(pi))
                .then(DOT)
                .then(digits.number(d).then(MINUS).then(digits.operand(kl)).inBrackets());
        return new Equation("Push", LEFT, formula, numbers, value, digits, "d = log π_θ − log π_SFT.");
    }

    private static Notation stay(Digits digits, double pi) {
        return DOT.then(Notation.same("1").then(MINUS).then(digits.number(pi)).inBrackets());
    }

    private static Equation noting(Equation push, Objective objective) {
        String lacking = objective.expected()
                ? "the expected reward's part"
                : objective.klReference() != 0 ? "the part of KL(π_θ ‖ π_ref)" : "";
        String moves = "How the update moves the token's logit z, times the step's tokens.";
        String note = push.note().isEmpty() ? moves : moves + " " + push.note();
        return push.noting(
                lacking.isEmpty() ? note : note + " Without " + lacking + ", which the trace does not keep.");
    }
}
