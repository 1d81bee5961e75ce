package org.densepath.cli;

import java.nio.file.Path;
import org.densepath.BadInputException;
import org.densepath.bench.judge.JudgedChoice;
import org.densepath.bench.judge.JudgedFiles;
import org.densepath.experiment.TrainedPrompts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that name the files of a judged benchmark.
final class JudgedFileOptions {
    @Option(
            names = {"-d", "--data"},
            paramLabel = "DATA",
            required = true,
            description = "The benchmark's file of prompts, or a folder with it; for mt-bench also with the judge's"
                    + " prompts and the references.")
    private Path data;

    @Option(
            names = {"-a", "--answers"},
            paramLabel = "A",
            required = true,
            description = "The model's answers to all of these prompts.")
    private Path answers;

    @Option(
            names = {"-b", "--baseline"},
            paramLabel = "B",
            description = "The answers to compare with (default for alpaca-eval: those in DATA).")
    private Path baseline;

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description = "The judge's prompt: name, system_prompt, prompt_template, labels (default: this program's"
                    + " own, for mt-bench the one in DATA).")
    private Path template;

    @Option(
            names = "--references",
            paramLabel = "FILE",
            description = "mt-bench: better reference answers for some questions: question_id, turns.")
    private Path references;

    @Option(
            names = "--difficulties",
            paramLabel = "FILE",
            description = "alpaca-eval: instruction, difficulty, for the length-controlled win rate.")
    private Path difficulties;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Refuse answers that are not this model's.")
    private String model;

    @Mixin
    private ScoringOptions scoring;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "The folder for verdicts and scores (default: the one of an answers.jsonl).")
    private Path output;

    @Option(names = "--overwrite", description = "Replace other verdicts in OUT; else that is an error.")
    private boolean overwrite;

    @Option(
            names = "--allow-overlap",
            description = "Judge although the run of these answers trained on prompts; else that is an error.")
    private boolean allowOverlap;

    /// Throws [BadInputException] where the run that the answers lie in was trained on some of the prompts.
    void refuseTrained(JudgedChoice choice) {
        if (!allowOverlap) {
            TrainedPrompts.refuseAnswers(answers, choice.open(data, scoring.limit()));
        }
    }

    JudgedFiles files() {
        return new JudgedFiles(data, answers, baseline, template, references, difficulties, model, scoring.limit());
    }

    /// Throws [BadInputException] where the answers lie in no folder of their own.
    Path output() {
        if (output != null) {
            return output;
        }
        if (answers.getFileName().toString().equals("answers.jsonl")) {
            return answers.toAbsolutePath().getParent();
        }
        throw new BadInputException("--output is missing: name a folder for the verdicts.");
    }

    boolean json() {
        return scoring.json();
    }

    boolean overwrite() {
        return overwrite;
    }
}
