package org.densepath.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.LanguageModel;
import org.densepath.model.ModelFamily;
import org.densepath.tensor.Torch;
import org.densepath.text.ChatTemplate;
import org.densepath.text.Message;
import org.densepath.text.PromptEncoder;
import org.densepath.text.PromptEncoder.EncodedPrompt;
import org.densepath.text.PromptEncoder.Injected;
import org.densepath.text.Tokenizer;

/// A model that is ready for use: its weights in memory, its tokenizer and chat template, and the tokens that end
/// its answers. Ids of a demonstration = ids(template(prompt)) ++ ids(answer) ++ [end]. Closing it frees all of
/// it.
public final class LoadedModel implements AutoCloseable {
    private final ModelFiles files;
    private final Torch torch;
    private LanguageModel model;
    private final Tokenizer tokenizer;
    private final ChatTemplate template;
    private final int[] endIds;

    private LoadedModel(Torch torch, ModelFiles files, LanguageModel model, Tokenizer tokenizer) {
        this.torch = torch;
        this.files = files;
        this.model = model;
        this.tokenizer = tokenizer;
        template = ChatTemplate.of(files);
        endIds = EndTokens.of(files, Optional.ofNullable(tokenizer), template);
    }

    /// Opens a Hugging Face folder (also a snapshot or a checkpoint) or a GGUF file and loads its weights. A
    /// model without a tokenizer can be opened, but only scores and continues ids. Throws [BadInputException]
    /// when the model is damaged or of a family that is not known.
    public static LoadedModel open(Torch torch, Path path) {
        return open(torch, path, true);
    }

    /// As [#open], but the weights stay on disk until they are asked for: a worker that trains copies needs no
    /// original in memory.
    public static LoadedModel openWithoutWeights(Torch torch, Path path) {
        return open(torch, path, false);
    }

    /// Opens a model to read and encode text only: no engine is started, and it has no weights to ask for.
    static LoadedModel openForText(Path path) {
        return open(null, path, false);
    }

    private static LoadedModel open(Torch torch, Path path, boolean weights) {
        ModelFiles files = ModelFiles.open(path);
        LanguageModel model = null;
        Tokenizer tokenizer = null;
        try {
            tokenizer = files.tokenizerJson().isPresent() ? Tokenizer.of(files) : null;
            requireRows(files, tokenizer);
            model = weights ? LanguageModel.load(torch, files) : null;
            return new LoadedModel(torch, files, model, tokenizer);
        } catch (RuntimeException e) {
            close(files, model, tokenizer);
            throw e;
        }
    }

    /// Throws [BadInputException] where the tokenizer has more tokens than the embedding has rows. Special tokens
    /// may go beyond it, as those for pictures do in models that read text only.
    private static void requireRows(ModelFiles files, Tokenizer tokenizer) {
        int rows = rows(files);
        for (int id = rows; tokenizer != null && id < tokenizer.vocabularySize(); id++) {
            if (!tokenizer.isSpecial(id) && tokenizer.bytes(id).length > 0) {
                throw new BadInputException(files.name() + ": the tokenizer has " + tokenizer.vocabularySize()
                        + " tokens, but the embedding has only " + rows
                        + " rows; put the tokenizer.json that the model was trained with beside its config.json.");
            }
        }
    }

    private static int rows(ModelFiles files) {
        return files.config().path("vocab_size").asInt(Integer.MAX_VALUE);
    }

    /// The most tokens that a sequence may have: what was asked for, and no more than the model has positions.
    int longest(int asked) {
        return Math.min(asked, ModelFamily.settings(files.config()).maxPositions());
    }

    /// Gives `ids` back. Throws [BadInputException] for one that has no row in the embedding.
    private int[] inVocabulary(int[] ids) {
        int rows = rows(files);
        for (int id : ids) {
            if (id >= rows) {
                throw new BadInputException(
                        "The text holds the token '" + tokenizer().text(id) + "' (" + id
                                + "), which is outside the vocabulary of " + rows + " tokens that " + name() + " has.");
            }
        }
        return ids;
    }

    public ModelFiles files() {
        return files;
    }

    /// The model itself; one that was opened without weights loads them now.
    public LanguageModel model() {
        if (model == null) {
            model = loadCopy();
        }
        return model;
    }

    /// Whether its weights are in memory.
    public boolean hasWeights() {
        return model != null;
    }

    /// The model with weights of its own, which the caller closes.
    public LanguageModel loadCopy() {
        return LanguageModel.load(torch, files);
    }

    /// What of the model is left out, a sentence each.
    public List<String> notices() {
        List<String> notices = new ArrayList<>(files.notices());
        notices.addAll(ModelFamily.leftOut(files.config()));
        return notices;
    }

    public String name() {
        return files.name();
    }

    public boolean hasTokenizer() {
        return tokenizer != null;
    }

    /// Throws [BadInputException] when the model has none.
    public Tokenizer tokenizer() {
        if (tokenizer == null) {
            throw new BadInputException("The model '" + name() + "' has no tokenizer, so it reads no text: give token"
                    + " ids, or put the tokenizer.json it was trained with beside its config.json.");
        }
        return tokenizer;
    }

    public ChatTemplate template() {
        return template;
    }

    /// The ids that end an answer; an answer to learn from is closed with the first. Empty when the model names
    /// none.
    public int[] endIds() {
        return endIds.clone();
    }

    /// A conversation's ids up to where the answer begins, by the model's own template.
    public int[] encodePrompt(List<Message> messages) {
        return prompt(messages).ids();
    }

    /// As [#encodePrompt], with the text that was tokenised and a warning for each message that spells a special
    /// token.
    public EncodedPrompt prompt(List<Message> messages) {
        EncodedPrompt prompt = new PromptEncoder(
                        tokenizer(), turns -> template.render(turns, true), Injected.RECOGNISED)
                .encode(messages);
        inVocabulary(prompt.ids());
        return prompt;
    }

    /// The ids of an answer alone, without the end token. A special token that it spells is text like any other.
    public int[] encodeAnswer(String answer) {
        return inVocabulary(tokenizer().encode(answer, false).ids());
    }

    /// [#encodeAnswer] with the end token, where the model names one: what is scored and trained on.
    public int[] encodeWholeAnswer(String answer) {
        int[] ids = encodeAnswer(answer);
        if (endIds.length == 0) {
            return ids;
        }
        int[] ended = Arrays.copyOf(ids, ids.length + 1);
        ended[ids.length] = endIds[0];
        return ended;
    }

    /// Whether `id` ends an answer.
    public boolean ends(int id) {
        return Arrays.stream(endIds).anyMatch(end -> end == id);
    }

    /// A response as text, without the end token that closes it.
    public String decodeResponse(int[] ids) {
        boolean ended = ids.length > 0 && ends(ids[ids.length - 1]);
        return tokenizer().decode(ended ? Arrays.copyOf(ids, ids.length - 1) : ids);
    }

    /// Throws [BadInputException] when `other` means other tokens by the same ids: no log-probability of the one
    /// could then be held against one of the other.
    public void requireSameTokens(LoadedModel other) {
        int mine = model.settings().vocabularySize();
        int theirs = other.model.settings().vocabularySize();
        if (mine != theirs) {
            throw new BadInputException(name() + " has " + mine + " tokens and " + other.name() + " has " + theirs
                    + ": expected two models of one vocabulary, such as two snapshots of one run.");
        }
        for (int id = 0; hasTokenizer() && other.hasTokenizer() && id < mine; id++) {
            if (!Arrays.equals(tokenizer.bytes(id), other.tokenizer.bytes(id))) {
                throw new BadInputException("Token " + id + " is '" + tokenizer.text(id) + "' in " + name() + " and '"
                        + other.tokenizer.text(id) + "' in " + other.name()
                        + ": expected two models of one vocabulary, such as two snapshots of one run.");
            }
        }
    }

    @Override
    public void close() {
        close(files, model, tokenizer);
    }

    private static void close(ModelFiles files, LanguageModel model, Tokenizer tokenizer) {
        if (tokenizer != null) {
            tokenizer.close();
        }
        if (model != null) {
            model.close();
        }
        files.close();
    }
}
