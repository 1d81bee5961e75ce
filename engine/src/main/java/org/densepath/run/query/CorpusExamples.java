package org.densepath.run.query;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Finds the tokens that a bar stands for: first their places in all files, then the texts around the chosen
/// ones.
final class CorpusExamples {
    /// Tokens before and behind.
    private static final int CONTEXT = 12;

    private final Sql sql;
    private final Numbering numbering;
    private final CorpusPart part;
    private final ExampleChoice choice;
    private final int limit;

    private record Place(int id, int position) {}

    CorpusExamples(Sql sql, Numbering numbering, CorpusPart part, ExampleChoice choice, int limit) {
        this.sql = sql;
        this.numbering = numbering;
        this.part = part;
        this.choice = choice;
        this.limit = limit;
    }

    List<CorpusExample> find(Reading reading) {
        try {
            sql.run("CREATE OR REPLACE TABLE example (step BIGINT, id BIGINT, row BIGINT, position INTEGER, reward"
                    + " FLOAT)");
            sql.run("CREATE OR REPLACE TABLE example_token AS " + part.tokens());
            TraceChunks.each(numbering.files(), reading, _ -> {}, this::places);
            List<Place> places = sql.list(
                    "SELECT id, position FROM example ORDER BY " + choice.order() + ", id, position LIMIT " + limit,
                    List.of(),
                    row -> new Place(row.getInt("id"), row.getInt("position")));
            return contexts(places);
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    private void places(List<TraceFile> chunk) throws SQLException {
        sql.change(
                "INSERT INTO example SELECT step, id, row, position, reward FROM (SELECT place.step AS step,"
                        + " first + file_row_number AS id, file_row_number AS row, unnest(tokens) AS token,"
                        + " unnest(reward) AS reward, generate_subscripts(reward, 1) - 1 AS position,"
                        + " len(reward) AS length,"
                        + " generate_subscripts(reward, 1) = len(reward) AND ended = 'eos' AS is_end FROM "
                        + "(SELECT *, file_index, file_row_number FROM " + Sql.rowsOf(chunk) + ") JOIN "
                        + numbering.places(chunk)
                        + " ON file_index = index WHERE reward IS NOT NULL) WHERE isfinite(reward) AND ("
                        + part.condition() + ") ORDER BY " + choice.order() + ", id, position LIMIT " + limit,
                part.parameters());
    }

    private List<CorpusExample> contexts(List<Place> places) {
        List<TraceFile> files = places.stream()
                .map(place -> numbering.file(place.id))
                .distinct()
                .toList();
        Map<Integer, List<Place>> byId = new HashMap<>();
        places.forEach(
                place -> byId.computeIfAbsent(place.id, _ -> new ArrayList<>()).add(place));
        Map<Place, CorpusExample> found = new HashMap<>();
        int[] ids = byId.keySet().stream().mapToInt(id -> id).toArray();
        TraceChunks.each(files, Reading.WHOLE, _ -> {}, chunk -> {
            sql.list(
                    "SELECT id, prompt_index, sample, left(prompt, 400) AS prompt, tokens, reward FROM"
                            + " (SELECT *, file_index, file_row_number FROM " + Sql.rowsOf(chunk) + ") JOIN "
                            + numbering.wanted(chunk, ids) + " ON file_index = index AND file_row_number = row",
                    List.of(),
                    row -> {
                        for (Place place : byId.get(row.getInt("id"))) {
                            found.put(place, example(row, place));
                        }
                        return row;
                    });
        });
        return places.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private CorpusExample example(ResultSet row, Place place) throws SQLException {
        Object[] tokens = (Object[]) row.getArray("tokens").getArray();
        Array rewards = row.getArray("reward");
        Object[] values = (Object[]) rewards.getArray();
        int from = Math.max(0, place.position - CONTEXT);
        int to = Math.min(tokens.length, place.position + CONTEXT + 1);
        float[] around = new float[to - from];
        for (int i = from; i < to; i++) {
            around[i - from] = (Float) values[i];
        }
        return new CorpusExample(
                numbering.file(place.id),
                row.getInt("prompt_index"),
                row.getInt("sample"),
                row.getString("prompt"),
                place.position,
                tokens.length,
                from,
                Arrays.stream(tokens, from, to).map(String.class::cast).toList(),
                around);
    }
}
