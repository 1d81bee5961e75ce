package org.densepath.bench.ifeval;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.densepath.BadInputException;

/// The 25 kinds of IFEval (Zhou et al. 2023, arXiv 2311.07911) by the id that a prompt names them with.
final class InstructionKind {
    private static final Map<String, Function<Arguments, Instruction>> KINDS = kinds();

    private InstructionKind() {}

    /// Throws [BadInputException] for an id that there is none of; `where` begins the sentence.
    static Instruction of(String id, String where, Arguments arguments) {
        Function<Arguments, Instruction> kind = KINDS.get(id);
        if (kind == null) {
            throw new BadInputException(where + " names the instruction '" + id + "', which is none of IFEval's "
                    + KINDS.size() + " kinds: " + String.join(", ", KINDS.keySet()) + ".");
        }
        return kind.apply(arguments);
    }

    static Iterable<String> ids() {
        return KINDS.keySet();
    }

    private static Map<String, Function<Arguments, Instruction>> kinds() {
        Map<String, Function<Arguments, Instruction>> kinds = new TreeMap<>();
        kinds.put("keywords:existence", WordInstructions::existence);
        kinds.put("keywords:frequency", WordInstructions::frequency);
        kinds.put("keywords:forbidden_words", WordInstructions::forbidden);
        kinds.put("keywords:letter_frequency", WordInstructions::letters);
        kinds.put("punctuation:no_comma", _ -> WordInstructions::noComma);
        kinds.put("language:response_language", CaseInstructions::language);
        kinds.put("change_case:english_capital", _ -> CaseInstructions::englishCapital);
        kinds.put("change_case:english_lowercase", _ -> CaseInstructions::englishLowercase);
        kinds.put("change_case:capital_word_frequency", CaseInstructions::capitalWords);
        kinds.put("length_constraints:number_sentences", LengthInstructions::sentences);
        kinds.put("length_constraints:number_words", LengthInstructions::words);
        kinds.put("length_constraints:number_paragraphs", LengthInstructions::paragraphs);
        kinds.put("length_constraints:nth_paragraph_first_word", LengthInstructions::firstWord);
        kinds.put("detectable_content:number_placeholders", ContentInstructions::placeholders);
        kinds.put("detectable_content:postscript", ContentInstructions::postscript);
        kinds.put("detectable_format:constrained_response", _ -> ContentInstructions::constrained);
        kinds.put("combination:two_responses", _ -> ContentInstructions::twoResponses);
        kinds.put("combination:repeat_prompt", ContentInstructions::repeatPrompt);
        kinds.put("startend:end_checker", ContentInstructions::end);
        kinds.put("startend:quotation", _ -> ContentInstructions::quotation);
        kinds.put("detectable_format:number_bullet_lists", FormatInstructions::bullets);
        kinds.put("detectable_format:number_highlighted_sections", FormatInstructions::highlights);
        kinds.put("detectable_format:multiple_sections", FormatInstructions::sections);
        kinds.put("detectable_format:json_format", _ -> FormatInstructions::json);
        kinds.put("detectable_format:title", _ -> FormatInstructions::title);
        return kinds;
    }
}
