package org.densepath.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import org.densepath.tensor.TorchLibrary;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command line: `densepath <command>`. What the window can do, it can do.
@Command(
        name = "densepath",
        description = "See where credit goes in a language model: SFT, dense token-level reward, Dense-Path REINFORCE.",
        versionProvider = DensePath.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath demo",
            "  densepath run my-experiment.json --set dpr.steps=20",
            "  densepath resume runs/2026-01-31-demo",
            "  densepath doctor",
            "  densepath doctor --torch ~/venv --self-test --device cuda",
            "  densepath score --model RUN:sft --reference RUN:reference --input rows.jsonl --output scores.jsonl",
            "  densepath generate --model model.gguf --greedy < prompts.jsonl",
            "  densepath score --help",
            "",
            "Exit codes: 0 done, 1 failed, 2 input that cannot be used, 3 stopped and kept."
        })
public final class DensePath implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "After a failure, print where in the program it came from.")
    private boolean stacktrace;

    @Option(
            names = "--torch",
            paramLabel = "PATH",
            scope = ScopeType.INHERIT,
            description =
                    "A PyTorch of your own to compute with: a Python environment or interpreter that has it, or its"
                            + " folder torch/lib (also the variable " + TorchLibrary.VARIABLE + ").")
    private Path torch;

    @Spec
    private CommandSpec spec;

    private DensePath() {}

    public static void main(String[] arguments) {
        Streams streams = Streams.ofProcess();
        int code = commandLine(streams).execute(arguments);
        streams.out().flush();
        System.exit(code);
    }

    /// All commands, on the given streams.
    public static CommandLine commandLine(Streams streams) {
        DensePath root = new DensePath();
        CommandLine commands = new CommandLine(root)
                .addSubcommand(new DemoCommand(streams))
                .addSubcommand(new RunCommand(streams))
                .addSubcommand(new EstimateCommand(streams))
                .addSubcommand(new ResumeCommand(streams))
                .addSubcommand(new StopCommand(streams))
                .addSubcommand(new FigureCommand(streams))
                .addSubcommand(new TableCommand(streams))
                .addSubcommand(new ScoreCommand(streams))
                .addSubcommand(new GenerateCommand(streams))
                .addSubcommand(new ServeCommand(streams))
                .addSubcommand(new MergeCommand(streams))
                .addSubcommand(new CommandLine(new BenchCommand())
                        .addSubcommand(new BenchVerifyCommand(streams))
                        .addSubcommand(new BenchScoreCommand(streams))
                        .addSubcommand(new BenchRunCommand(streams))
                        .addSubcommand(new BenchJudgeCommand(streams))
                        .addSubcommand(new BenchAuditCommand(streams))
                        .addSubcommand(new BenchLocaliseCommand(streams))
                        .addSubcommand(new BenchWorthCommand(streams))
                        .addSubcommand(new BenchCreditCommand(streams)))
                .addSubcommand(new CommandLine(new DataCommand())
                        .addSubcommand(new TokenizeCommand(streams))
                        .addSubcommand(new RenderCommand(streams))
                        .addSubcommand(new CheckCommand(streams))
                        .addSubcommand(new ConvertCommand(streams))
                        .addSubcommand(new MakeSampleCommand(streams))
                        .addSubcommand(new ExcerptCommand(streams)))
                .addSubcommand(new ExportCommand(streams))
                .addSubcommand(new DoctorCommand(streams))
                .addSubcommand(new CompletionCommand(streams));
        Failures failures = new Failures(streams, () -> root.stacktrace);
        return commands.setOut(new PrintWriter(streams.out(), true))
                .setErr(new PrintWriter(streams.err(), true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionStrategy(root::execute)
                .setParameterExceptionHandler(failures::usage)
                .setExecutionExceptionHandler(failures::execution);
    }

    private int execute(ParseResult arguments) {
        if (torch == null) {
            return new RunLast().execute(arguments);
        }
        System.setProperty(TorchLibrary.PROPERTY, torch.toString());
        try {
            return new RunLast().execute(arguments);
        } finally {
            System.clearProperty(TorchLibrary.PROPERTY);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    /// `densepath 0.1.0`, as the build says.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"densepath " + number(), "Java " + Runtime.version()};
        }

        static String number() {
            Properties built = new Properties();
            try (InputStream file = DensePath.class.getResourceAsStream("version.properties")) {
                built.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return built.getProperty("version");
        }
    }
}
