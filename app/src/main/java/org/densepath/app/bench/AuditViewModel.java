package org.densepath.app.bench;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.densepath.app.task.BackgroundTask;
import org.densepath.app.task.Tasks;

/// How the judges judge whose verdicts the shown run keeps. Belongs to the window's thread.
public final class AuditViewModel {
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<JudgeAudits> audits = new ReadOnlyObjectWrapper<>(JudgeAudits.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Optional<Path> run = Optional.empty();
    private BackgroundTask reading;
    private boolean active;
    private boolean opened;

    public AuditViewModel(Tasks tasks) {
        this.tasks = tasks;
    }

    /// The run that the window shows; may be told again and again.
    public void show(Optional<Path> folder) {
        if (!folder.equals(run)) {
            run = folder;
            audits.set(JudgeAudits.NONE);
            read();
        }
    }

    /// Whether the page is in front. Nothing is read before this is looked at.
    public void active(boolean now) {
        active = now;
        read();
    }

    /// Whether it is chosen on its page.
    void opened(boolean now) {
        opened = now;
        read();
    }

    void read() {
        if (reading != null) {
            reading.cancel();
        }
        busy.set(active && opened && run.isPresent());
        if (!busy.get()) {
            return;
        }
        Path folder = run.get();
        problem.set("");
        reading = tasks.run("Audit the judges", _ -> JudgeAudits.of(folder), this::take, sentence -> {
            busy.set(false);
            problem.set(sentence);
        });
    }

    private void take(JudgeAudits read) {
        busy.set(false);
        problem.set(String.join("\n", read.problems()));
        audits.set(read);
    }

    Optional<Path> run() {
        return run;
    }

    ReadOnlyObjectProperty<JudgeAudits> audits() {
        return audits.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// What could not be read, a sentence a line, or empty.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }
}
