package org.densepath.experiment;

import java.util.ArrayList;
import java.util.List;
import org.densepath.data.Demonstration;
import org.densepath.text.CharacterGroups;
import org.densepath.text.PromptEncoder.EncodedPrompt;
import org.densepath.text.TokenSequence;

/// A demonstration as the model learns from it, token by token, with the mask: only response and end carry a loss
/// and a reward. `line` is where it stands in its file. `warnings`: messages that spell a special token.
public record FirstSample(int line, List<Piece> pieces, List<String> warnings) {

    /// What a token is to training.
    public enum Role {
        /// template and messages before the answer: no loss
        PROMPT,
        /// the answer: learned
        RESPONSE,
        /// what ends the answer: learned, so that answers end
        END
    }

    /// A token: its text (empty where its character is begun by the token before), id and role; `special` where
    /// it is one of the tokenizer's special tokens.
    public record Piece(String text, int id, Role role, boolean special) {}

    public FirstSample {
        pieces = List.copyOf(pieces);
        warnings = List.copyOf(warnings);
    }

    static FirstSample of(Demonstration demonstration, LoadedModel model) {
        EncodedPrompt prompt = model.prompt(demonstration.prompt());
        TokenSequence sequence = TokenSequence.of(prompt.ids(), model.encodeWholeAnswer(demonstration.answer()));
        List<Piece> pieces = new ArrayList<>();
        add(pieces, model, sequence.prompt(), Role.PROMPT);
        add(pieces, model, sequence.response(), Role.RESPONSE);
        Piece last = pieces.getLast();
        if (model.ends(last.id())) {
            pieces.set(pieces.size() - 1, new Piece(last.text(), last.id(), Role.END, true));
        }
        return new FirstSample(demonstration.line(), pieces, prompt.warnings());
    }

    private static void add(List<Piece> to, LoadedModel model, int[] ids, Role role) {
        for (CharacterGroups.Group group :
                CharacterGroups.of(model.tokenizer(), ids).groups()) {
            for (int i = group.firstToken(); i < group.endToken(); i++) {
                String text = i == group.firstToken() ? group.text() : "";
                to.add(new Piece(text, ids[i], role, model.tokenizer().isSpecial(ids[i])));
            }
        }
    }

    public long count(Role role) {
        return pieces.stream().filter(piece -> piece.role() == role).count();
    }
}
