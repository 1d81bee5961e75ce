package org.densepath.experiment;

/// How far a score's best row is ahead of the next: the two-sided p value of the paired bootstrap on the same
/// prompts, and that p after Holm's correction over the scores of the table. Best and next are chosen by the same
/// answers, which makes p somewhat too small.
public record ArmLead(String score, String arm, String next, double p, double pHolm) {
    private static final double LEVEL = 0.05;

    public boolean significant() {
        return pHolm < LEVEL;
    }
}
