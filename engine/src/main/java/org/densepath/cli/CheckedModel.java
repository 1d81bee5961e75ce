package org.densepath.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densepath.BadInputException;
import org.densepath.data.JsonLineReader;
import org.densepath.experiment.LoadedModel;
import org.densepath.model.Generator;
import org.densepath.model.LanguageModel;
import org.densepath.model.Randomness;
import org.densepath.model.SamplingSettings;
import org.densepath.text.Message;
import org.densepath.text.TokenSequence;
import org.densepath.theory.IdentityCheck;
import org.densepath.theory.ModelIdentities;
import org.densepath.theory.ModelIdentities.Sample;

/// A model whose identities are measured, and the sequences they are measured on. `input` may be null; `-` is
/// `in`.
record CheckedModel(Models models, Path input, InputStream in) {
    private static final List<List<String>> TEXTS = List.of(
            List.of("What is the capital of France?", "The capital of France is Paris."),
            List.of("Add 17 and 25.", "17 + 25 = 42"),
            List.of("Translate to German: good morning", "Guten Morgen! Schönen Tag noch. 🌞"),
            List.of("Write a line of Python that prints hello.", "print(\"hello\")"));

    List<IdentityCheck> measure() throws IOException {
        LoadedModel policy = models.policy();
        LanguageModel reference =
                models.reference() == null ? null : models.reference().model();
        List<Sample> samples = sequences().stream()
                .map(sequence -> new Sample(sequence, policy.ends(sequence.ids()[sequence.length() - 1])))
                .toList();
        return ModelIdentities.measure(policy.model(), reference, samples);
    }

    /// What is measured on: the rows of `input`, else texts, else the model's own answers.
    List<TokenSequence> sequences() throws IOException {
        return sequences(models.policy());
    }

    private List<TokenSequence> sequences(LoadedModel policy) throws IOException {
        if (input != null) {
            return given(policy);
        }
        return policy.hasTokenizer() ? texts(policy) : own(policy);
    }

    private List<TokenSequence> given(LoadedModel policy) throws IOException {
        boolean stream = input.toString().equals("-");
        if (!stream && !Files.isRegularFile(input)) {
            throw new BadInputException("The input " + input + " does not exist; name a file of rows.");
        }
        RowFields fields = new RowFields(policy);
        List<TokenSequence> sequences = new ArrayList<>();
        try (InputStream rows = stream ? in : Files.newInputStream(input)) {
            JsonLineReader lines = new JsonLineReader(rows);
            for (Optional<JsonLineReader.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                sequences.add(sequence(fields, line.get()));
            }
        }
        if (sequences.isEmpty()) {
            throw new BadInputException("The input " + input + " has no rows.");
        }
        return sequences;
    }

    private static TokenSequence sequence(RowFields fields, JsonLineReader.Line line) {
        if (line.problem() != null) {
            throw new BadInputException("Line " + line.number() + " " + line.problem() + ".");
        }
        try {
            return fields.answered(line.fields()).sequence();
        } catch (BadInputException e) {
            throw new BadInputException("Line " + line.number() + ": " + e.getMessage(), e);
        }
    }

    private static List<TokenSequence> texts(LoadedModel policy) {
        return TEXTS.stream()
                .map(pair -> TokenSequence.of(
                        policy.encodePrompt(List.of(Message.user(pair.getFirst()))),
                        policy.encodeWholeAnswer(pair.getLast())))
                .toList();
    }

    /// A model that reads no text is measured on what it says itself, at most 24 tokens each.
    private static List<TokenSequence> own(LoadedModel policy) {
        List<int[]> prompts = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            prompts.add(new int[] {i % policy.model().settings().vocabularySize()});
        }
        return new Generator(policy.model())
                .generate(prompts, SamplingSettings.sampling(1, 1, 24, 1, policy.endIds()), new Randomness(1)).stream()
                        .map(rollout -> rollout.sequence())
                        .toList();
    }
}
