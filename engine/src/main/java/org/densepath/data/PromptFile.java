package org.densepath.data;

import java.util.List;

/// What a file of prompts holds. `format` names what was found, with counts where there are several.
public record PromptFile(String format, List<Prompt> prompts, List<Refused> refused) {
    public PromptFile {
        prompts = List.copyOf(prompts);
        refused = List.copyOf(refused);
    }
}
