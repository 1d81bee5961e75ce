package org.densepath.app.live;

/// What curves are drawn over.
public enum XAxis {
    STEP("Step", "Updates of the weights since the stage began."),
    TOKENS("Tokens", "Tokens since the stage began: prompts and responses in SFT, sampled response tokens in DPR."),
    TIME("Time", "Time at work since the stage began; pauses between stop and resume are left out.");

    private final String label;
    private final String meaning;

    XAxis(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    /// One sentence.
    public String meaning() {
        return meaning;
    }
}
