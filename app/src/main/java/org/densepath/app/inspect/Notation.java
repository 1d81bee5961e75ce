package org.densepath.app.inspect;

/// A piece of mathematics, for the window and for a paper.
record Notation(String plain, String latex) {
    static final Notation NONE = same("");
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    static Notation same(String text) {
        return new Notation(text, text);
    }

    /// A symbol at a place: `G₁₇`, `G_{17}`.
    static Notation at(String plain, String latex, int index) {
        StringBuilder below = new StringBuilder(plain);
        Integer.toString(index).chars().forEach(c -> below.append(SUBSCRIPTS.charAt(c - '0')));
        return new Notation(below.toString(), latex + "_{" + index + "}");
    }

    Notation then(Notation other) {
        return new Notation(plain + other.plain, latex + other.latex);
    }

    Notation then(String text) {
        return then(same(text));
    }

    Notation inBrackets() {
        return new Notation("(" + plain + ")", "(" + latex + ")");
    }

    boolean isEmpty() {
        return plain.isEmpty();
    }
}
