package org.densepath.app.live;

/// Headings over the charts, in their order on the page.
public enum ChartGroup {
    REWARD("Reward and return"),
    HELD_OUT("Held-out prompts"),
    KL("KL and entropy"),
    LENGTH("Length and repetition"),
    CHECKS("Outside checks"),
    SFT("Fine-tuning loss"),
    SELF_PLAY("SPIN and GSIL"),
    OPTIMIZER("Gradient and optimizer"),
    SPEED("Speed and tokens"),
    OTHER("Other");

    private final String title;

    ChartGroup(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
