package org.densepath.app.scoring;

/// What a model is in a question: π_ref, π_SFT or π_θ.
public enum Role {
    REFERENCE("π_ref"),
    SFT("π_SFT"),
    POLICY("π_θ");

    private final String symbol;

    Role(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
