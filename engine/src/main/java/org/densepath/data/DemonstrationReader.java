package org.densepath.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.densepath.data.JsonRecords.JsonRecord;
import org.densepath.text.Message;

/// Demonstrations from a `.jsonl`, `.json` or `.parquet` file, in any of the formats of [DemonstrationFormat],
/// mixed as they come. The last answer of a conversation is the answer; what stands before it is the prompt.
public final class DemonstrationReader {
    private final FormatCount formats = new FormatCount();
    private final List<Demonstration> demonstrations = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<Refused> notes = new ArrayList<>();

    private DemonstrationReader() {}

    /// Throws [org.densepath.BadInputException] when the file is missing, empty, or of no kind that can be read.
    /// A file in which every record is refused is no error here.
    public static DemonstrationFile read(Path file) {
        DemonstrationReader reader = new DemonstrationReader();
        return reader.file(JsonRecords.each(file, reader::read));
    }

    static DemonstrationFile read(InputStream in, String name) throws IOException {
        DemonstrationReader reader = new DemonstrationReader();
        return reader.file(JsonRecords.each(in, name, reader::read));
    }

    private DemonstrationFile file(List<Refused> unread) {
        refused.addAll(unread);
        refused.sort(Comparator.comparingInt(Refused::line));
        return new DemonstrationFile(formats.inWords(), demonstrations, refused, notes);
    }

    private void read(JsonRecord record) throws UnusableRecord {
        DemonstrationFormat format = DemonstrationFormat.of(record.fields())
                .orElseThrow(() -> new UnusableRecord(
                        "fits none of " + DemonstrationFormat.ALL + "; it has " + Fields.names(record.fields())));
        List<List<Message>> conversations = format.conversations(record.fields());
        formats.add(format.label());
        if (conversations.isEmpty()) {
            throw new UnusableRecord("has no instances");
        }
        for (int i = 0; i < conversations.size(); i++) {
            add(conversations.get(i), record.line(), conversations.size() == 1 ? "" : " in instance " + (i + 1));
        }
    }

    private void add(List<Message> conversation, int line, String where) {
        int answer = lastAnswer(conversation);
        if (answer < 0) {
            refused.add(new Refused(line, "has no answer (no message from the assistant)" + where));
        } else if (conversation.get(answer).content().isBlank()) {
            refused.add(new Refused(line, "has an empty answer" + where));
        } else if (Prompt.textOf(conversation.subList(0, answer)).isBlank()) {
            refused.add(new Refused(line, "has no prompt before the answer" + where));
        } else {
            demonstrations.add(new Demonstration(
                    conversation.subList(0, answer), conversation.get(answer).content(), line));
            int left = conversation.size() - answer - 1;
            if (left > 0) {
                notes.add(new Refused(
                        line,
                        "has " + left + (left == 1 ? " message" : " messages") + " after the last answer, left out"
                                + where));
            }
        }
    }

    static int lastAnswer(List<Message> conversation) {
        for (int i = conversation.size() - 1; i >= 0; i--) {
            if (conversation.get(i).role().equals("assistant")) {
                return i;
            }
        }
        return -1;
    }
}
