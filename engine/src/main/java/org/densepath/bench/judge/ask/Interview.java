package org.densepath.bench.judge.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/// Questions to a judge of which none is asked twice: what the store has a reply to is taken from it, and every
/// reply goes into it. Failures are not kept: they are asked again next time.
public final class Interview {
    private final ReplyStore store;
    private final String identity;
    private final Set<JudgeRequest> requests;

    /// `identity`: the judge's.
    public Interview(ReplyStore store, String identity, List<JudgeRequest> requests) {
        this.store = store;
        this.identity = identity;
        this.requests = new LinkedHashSet<>(requests);
    }

    /// What has to be asked, each once.
    public List<JudgeRequest> missing() {
        return requests.stream()
                .filter(request -> store.find(request.key(identity)).isEmpty())
                .toList();
    }

    /// The replies that are there.
    public List<JudgeReply> known() {
        List<JudgeReply> known = new ArrayList<>();
        requests.forEach(request -> store.find(request.key(identity)).ifPresent(known::add));
        return known;
    }

    /// Asks what is missing and gives every request's end. `done` is told how many have one, of [#size]. Throws
    /// what [Judge#ask] throws; what came until then is kept.
    public Map<JudgeRequest, Asked> ask(Judge judge, IntConsumer done) {
        Map<JudgeRequest, Asked> ends = new LinkedHashMap<>();
        List<JudgeRequest> missing = missing();
        requests.forEach(request ->
                store.find(request.key(identity)).ifPresent(reply -> ends.put(request, new Asked.Replied(reply))));
        done.accept(ends.size());
        if (!missing.isEmpty()) {
            judge.ask(missing, (request, end) -> {
                if (end instanceof Asked.Replied(JudgeReply reply)) {
                    store.add(request.key(identity), reply);
                }
                ends.put(request, end);
                done.accept(ends.size());
            });
        }
        return ends;
    }

    /// How many different requests there are.
    public int size() {
        return requests.size();
    }
}
