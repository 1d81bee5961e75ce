package org.densepath.bench.judge.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/// Questions to a judge of which none is asked twice: what the store has a reply to is taken from it, and every
/// reply goes into it. Failures are not kept: they are asked again next time.
public final class Interview {
    private final ReplyStore store;
    private final Map<JudgeRequest, String> keys = new LinkedHashMap<>();

    /// `identity`: the judge's.
    public Interview(ReplyStore store, String identity, List<JudgeRequest> requests) {
        this.store = store;
        requests.forEach(request -> keys.computeIfAbsent(request, one -> one.key(identity)));
    }

    /// What has to be asked, each once.
    public List<JudgeRequest> missing() {
        return keys.entrySet().stream()
                .filter(entry -> store.find(entry.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The replies that are there.
    public List<JudgeReply> known() {
        List<JudgeReply> known = new ArrayList<>();
        keys.values().forEach(key -> store.find(key).ifPresent(known::add));
        return known;
    }

    /// Asks what is missing and gives every request's end. `done` is told how many have one, of [#size]. Throws
    /// what [Judge#ask] throws; what came until then is kept.
    public Map<JudgeRequest, Asked> ask(Judge judge, IntConsumer done) {
        Map<JudgeRequest, Asked> ends = new LinkedHashMap<>();
        List<JudgeRequest> missing = missing();
        keys.forEach((request, key) -> store.find(key).ifPresent(reply -> ends.put(request, new Asked.Replied(reply))));
        done.accept(ends.size());
        if (!missing.isEmpty()) {
            judge.ask(missing, (request, end) -> {
                if (end instanceof Asked.Replied(JudgeReply reply)) {
                    store.add(keys.get(request), reply);
                }
                ends.put(request, end);
                done.accept(ends.size());
            });
        }
        return ends;
    }

    /// How many different requests there are.
    public int size() {
        return keys.size();
    }
}
