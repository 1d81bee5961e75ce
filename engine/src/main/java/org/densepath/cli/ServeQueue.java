package org.densepath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.densepath.data.JsonLineReader;

/// Requests as they come in, read on a thread of its own so that one that is being answered can be cancelled.
final class ServeQueue {
    private final Deque<ServeRequest> waiting = new ArrayDeque<>();
    private ServeRequest inHand;
    private boolean ended;

    /// Reads until the stream ends. A stream that breaks ends, too.
    void readFrom(InputStream in) {
        Thread.ofPlatform().daemon().name("requests").start(() -> {
            try {
                JsonLineReader lines = new JsonLineReader(in);
                for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                    put(new ServeRequest(line.get()));
                }
            } catch (IOException e) {
                // whoever asked is gone
            } finally {
                end();
            }
        });
    }

    private synchronized void put(ServeRequest request) {
        waiting.add(request);
        if (asksToCancel(request)) {
            JsonNode id = request.fields().path("of");
            waiting.stream().filter(r -> r.id().equals(id)).forEach(ServeRequest::cancel);
            if (inHand != null && inHand.id().equals(id)) {
                inHand.cancel();
            }
        }
        notifyAll();
    }

    private static boolean asksToCancel(ServeRequest request) {
        try {
            return request.kind().equals("cancel");
        } catch (RuntimeException e) {
            return false;
        }
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// The next request, waited for; empty after the last one.
    synchronized Optional<ServeRequest> take() throws InterruptedException {
        inHand = null;
        while (waiting.isEmpty() && !ended) {
            wait();
        }
        inHand = waiting.poll();
        return Optional.ofNullable(inHand);
    }
}
