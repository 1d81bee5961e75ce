package org.densepath.app.bench;

import java.util.ArrayList;
import java.util.List;
import org.densepath.bench.judge.audit.AuditRow;
import org.densepath.paint.BarFigure;

/// The shares of an audit as bars, a group each.
final class AuditFigures {
    private static final String CAPTION = "A judge without a liking for a place has 0 % position flips and lets the"
            + " first answer win half of the games. Intervals: 95 %.";

    private AuditFigures() {}

    static BarFigure of(JudgeAudits audits) {
        boolean several = audits.lines().stream()
                        .map(line -> line.benchmark() + line.answers())
                        .distinct()
                        .count()
                > 1;
        List<BarFigure.Group> groups = new ArrayList<>();
        for (String name : audits.names()) {
            List<BarFigure.Bar> bars = new ArrayList<>();
            for (int i = 0; i < audits.lines().size(); i++) {
                JudgeAudits.Line line = audits.lines().get(i);
                String label =
                        line.audited().judge() + (several ? " · " + line.answers() + " · " + line.benchmark() : "");
                int colour = i;
                line.audited().rows().stream()
                        .filter(row -> row.name().equals(name) && row.percent())
                        .forEach(row -> bars.add(bar(label, row, colour)));
            }
            if (bars.stream().anyMatch(bar -> !Double.isNaN(bar.value()))) {
                groups.add(new BarFigure.Group(Character.toUpperCase(name.charAt(0)) + name.substring(1), bars));
            }
        }
        return new BarFigure("How the judges judge", "% of verdicts, games or pairs", groups, CAPTION);
    }

    private static BarFigure.Bar bar(String label, AuditRow row, int colour) {
        return new BarFigure.Bar(
                label,
                100 * row.interval().value(),
                100 * row.interval().low(),
                100 * row.interval().high(),
                "n = " + row.n(),
                colour);
    }
}
