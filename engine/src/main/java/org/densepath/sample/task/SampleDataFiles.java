package org.densepath.sample.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sample's data folder. To learn from: `demonstrations.jsonl`, and `demonstrations-tasks.jsonl` with their
/// checks. Further prompts, for training with rewards or longer SFT: `pool.jsonl`. To choose and to judge:
/// `validation.jsonl`, `test.jsonl`. Apart from the first two, which are of the same tasks, no prompt stands in
/// two files.
public final class SampleDataFiles {
    private SampleDataFiles() {}

    /// Writes the files into the folder, which is made when it is not there; the first tasks of the pool become
    /// the demonstrations. A file that is there already is left as it is, and
    /// [java.nio.file.FileAlreadyExistsException] is thrown.
    public static void write(Path folder, TaskSplits splits, int demonstrations) throws IOException {
        List<Task> shown = splits.pool().subList(0, demonstrations);
        Files.createDirectories(folder);
        DemonstrationFile.write(folder.resolve("demonstrations.jsonl"), shown);
        TaskFile.write(folder.resolve("demonstrations-tasks.jsonl"), shown);
        TaskFile.write(
                folder.resolve("pool.jsonl"),
                splits.pool().subList(demonstrations, splits.pool().size()));
        TaskFile.write(folder.resolve("validation.jsonl"), splits.validation());
        TaskFile.write(folder.resolve("test.jsonl"), splits.test());
    }
}
