package org.densepath.app.inspect;

/// A step of the method with a token's numbers in it: `r̂₁₇ = log π_SFT − log π_ref = −0.70 − (−2.10) = +1.40`.
///
/// @param what a few words before it: `Reward`
/// @param left what it is for
/// @param formula in symbols; empty where the trace does not have its parts
/// @param numbers the formula with numbers; empty where it is one number
/// @param value its result, unrounded
/// @param digits how it is rounded
/// @param signed whether its result has a + where it is positive
/// @param note a sentence below it, or empty
record Equation(
        String what,
        Notation left,
        Notation formula,
        Notation numbers,
        double value,
        Digits digits,
        boolean signed,
        String note) {
    private static final Notation IS = Notation.same(" = ");

    Equation(String what, Notation left, Notation formula, Notation numbers, double value, Digits digits, String note) {
        this(what, left, formula, numbers, value, digits, true, note);
    }

    /// A number that the trace has and that cannot be taken apart.
    static Equation recorded(String what, Notation left, double value, String note) {
        return new Equation(what, left, Notation.NONE, Notation.NONE, value, Digits.fitting(_ -> value, value), note);
    }

    Equation noting(String sentence) {
        return new Equation(what, left, formula, numbers, value, digits, signed, sentence);
    }

    Equation unsigned() {
        return new Equation(what, left, formula, numbers, value, digits, false, note);
    }

    Notation result() {
        return signed ? digits.signed(value) : digits.number(value);
    }

    /// `r̂₁₇ = log π_SFT − log π_ref`
    String symbols() {
        return formula.isEmpty() ? left.plain() : left.then(IS).then(formula).plain();
    }

    /// `= −0.70 − (−2.10) = +1.40`
    String withNumbers() {
        Notation before =
                numbers.isEmpty() ? Notation.NONE : Notation.same("= ").then(numbers);
        return before.then(digits.equals()).then(result()).plain().strip();
    }

    String plain() {
        return symbols() + " " + withNumbers();
    }

    /// A line of an `align*`.
    String latex() {
        Notation all = Notation.NONE;
        for (Notation part : new Notation[] {formula, numbers}) {
            all = part.isEmpty() ? all : all.then(IS).then(part);
        }
        return left.latex() + " &" + all.then(digits.equals()).then(result()).latex();
    }
}
