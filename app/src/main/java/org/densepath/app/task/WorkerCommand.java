package org.densepath.app.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.cli.DensePath;
import org.densepath.experiment.SampleHome;

/// The command line of a worker: this program's own runtime and class path, so that nothing has to be found.
/// Anyone may run it in a terminal instead.
///
/// @param folder the working folder; relative paths of an experiment start there
public record WorkerCommand(Path folder, List<String> words) {
    /// The command line's main class.
    public static final String MAIN = DensePath.class.getName();

    public WorkerCommand {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command of no words");
        }
    }

    /// `java … main arguments…` of the runtime that runs this, in `home`.
    ///
    /// @param main the main class; [#MAIN] but for tests
    public static WorkerCommand of(Path home, String main, List<String> jvmOptions, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // as packaging/densepath: weights live outside the Java heap, which needs little
        words.addAll(List.of(
                "-XX:MaxRAMPercentage=25",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        words.add("-Ddensepath.home=" + home);
        String product = System.getProperty(SampleHome.PRODUCT);
        if (product != null) {
            words.add("-D" + SampleHome.PRODUCT + "=" + product);
        }
        words.addAll(jvmOptions);
        words.add("-classpath");
        words.add(System.getProperty("java.class.path"));
        words.add(main);
        words.addAll(arguments);
        return new WorkerCommand(home, words);
    }

    /// The whole line as a shell takes it.
    public String line() {
        return quotedLine(words);
    }

    /// The line without what is the same every time: `java … Main demo --runs /home/me/runs`.
    public String shortLine() {
        int main = words.indexOf("-classpath") + 2;
        return "java … " + quotedLine(words.subList(main, words.size()));
    }

    /// The same by a checkout's launcher: `packaging/densepath demo --runs /home/me/runs`.
    public String launcherLine() {
        int main = words.indexOf("-classpath") + 2;
        return "packaging/densepath " + quotedLine(words.subList(main + 1, words.size()));
    }

    /// Words as a shell takes them.
    public static String quotedLine(List<String> words) {
        return String.join(" ", words.stream().map(WorkerCommand::quoted).toList());
    }

    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
