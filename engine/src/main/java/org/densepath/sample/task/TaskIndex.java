package org.densepath.sample.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the task, and so the check, that belongs to a prompt's text; spelled as [Task#key()] compares prompts.
public final class TaskIndex {
    private final Map<String, Task> byKey = new HashMap<>();

    public TaskIndex(List<Task> tasks) {
        tasks.forEach(task -> byKey.put(task.key(), task));
    }

    public Optional<Task> find(String prompt) {
        return Optional.ofNullable(byKey.get(Task.key(prompt)));
    }
}
