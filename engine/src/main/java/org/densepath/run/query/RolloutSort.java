package org.densepath.run.query;

/// The order of responses. What has no value comes last in both directions; among equals the newest step comes
/// first.
public record RolloutSort(Column column, boolean descending) {
    public static final RolloutSort NEWEST = new RolloutSort(Column.STEP, true);

    /// What can be sorted by; responses by their first [RolloutTable#START] characters.
    public enum Column {
        STEP("step", "max(step)"),
        TRACK("track", "min(track)"),
        PROMPT("prompt_text", "prompt_text"),
        RESPONSE("start", "min(start)"),
        RETURN("CASE WHEN NOT isnan(total) THEN total END", "avg(total) FILTER (isfinite(total))"),
        LENGTH("length", "avg(length)"),
        ENDED("cut", "avg(CAST(cut AS INTEGER))"),
        CHECK("CASE WHEN NOT isnan(checked) THEN checked END", "avg(checked) FILTER (isfinite(checked))");

        private final String row;
        private final String group;

        Column(String row, String group) {
            this.row = row;
            this.group = group;
        }
    }

    String ofRows() {
        return column.row + direction() + ", step DESC, id";
    }

    String ofGroups() {
        return column.group + direction() + ", max(step) DESC, prompt";
    }

    private String direction() {
        return descending ? " DESC NULLS LAST" : " ASC NULLS LAST";
    }
}
