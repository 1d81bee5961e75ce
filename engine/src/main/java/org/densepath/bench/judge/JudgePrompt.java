package org.densepath.bench.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densepath.BadInputException;
import org.densepath.text.Message;

/// A judge's prompt: a system message, or none where it is blank, and a user message with places such as
/// `{question}`. `labels`: the two that the judge answers with, or none.
record JudgePrompt(String name, String system, String template, List<String> labels) {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_0-9]+)}");

    /// The messages with `values` in their places, names in either case. What a value holds is not looked at
    /// again. Throws [BadInputException] for a place that has no value.
    List<Message> messages(Map<String, String> values) {
        List<Message> messages = new ArrayList<>();
        if (!system.isBlank()) {
            messages.add(new Message("system", system));
        }
        Matcher places = PLACE.matcher(template);
        messages.add(Message.user(places.replaceAll(place -> {
            String value = values.get(place.group(1).toLowerCase(Locale.ROOT));
            if (value == null) {
                throw new BadInputException("The judge's prompt '" + name + "' has the place " + place.group()
                        + ", which this benchmark does not fill; give the prompt that belongs to it.");
            }
            return Matcher.quoteReplacement(value);
        })));
        return messages;
    }

    /// Throws [BadInputException] when the template has no place of any of these names.
    void require(String... names) {
        for (String name : names) {
            if (PLACE.matcher(template).results().anyMatch(place -> place.group(1)
                    .equalsIgnoreCase(name))) {
                return;
            }
        }
        throw new BadInputException(
                "The judge's prompt '" + this.name + "' has no place {" + String.join("} or {", names)
                        + "}, so that the judge would not see all of it; give the prompt that belongs to this"
                        + " benchmark.");
    }
}
