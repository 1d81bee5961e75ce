package org.densepath.bench.judge.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.bench.judge.verdict.Counts;
import org.densepath.bench.judge.verdict.VerdictFile;

/// The audit of one or more judges of one benchmark, and of their agreement.
public record AuditReport(String benchmark, List<Audited> judges, List<AuditRow> agreement) {
    /// One judge's part.
    public record Audited(String judge, Counts counts, List<AuditRow> rows) {}

    /// `checks` and `baselineChecks` may be null. Throws [org.densepath.BadInputException] where files do not
    /// belong together.
    public static AuditReport of(List<VerdictFile> files, Path checks, Path baselineChecks) {
        List<Audited> judges = new ArrayList<>();
        List<AuditRow> agreement = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            VerdictFile file = files.get(i);
            List<AuditRow> rows = new ArrayList<>(JudgeAudit.of(file));
            if (checks != null) {
                rows.addAll(CheckedAgreement.of(file, checks, baselineChecks));
            }
            judges.add(new Audited(file.judge(), Counts.of(file.verdicts()), rows));
            for (int j = 0; j < i; j++) {
                agreement.addAll(Agreement.of(files.get(j), file));
            }
        }
        return new AuditReport(files.getFirst().benchmark(), List.copyOf(judges), List.copyOf(agreement));
    }

    /// `{"benchmark", "judges": [{"judge", counts, "audit": {name: {"value", "low", "high", "n"}}}], "agreement":
    /// …}`.
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("benchmark", benchmark);
        for (Audited judge : judges) {
            ObjectNode one = json.withArray("judges").addObject().put("judge", judge.judge());
            judge.counts().into(one);
            ObjectNode rows = one.putObject("audit");
            judge.rows().forEach(row -> row.into(rows));
        }
        ObjectNode rows = json.putObject("agreement");
        agreement.forEach(row -> row.into(rows));
        return json;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Audited judge : judges) {
            lines.add(judge.judge() + " on " + benchmark + ", " + judge.counts());
            judge.rows().forEach(row -> lines.add("  " + row.line()));
        }
        agreement.forEach(row -> lines.add(row.line()));
        return lines;
    }
}
