package org.densepath.bench.judge.endpoint;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The header `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3).
final class RetryAfter {
    private RetryAfter() {}

    /// Empty where `value` is neither.
    static Optional<Duration> read(String value, Instant now) {
        if (value.matches("\\d{1,9}(\\.\\d{1,3})?")) {
            return Optional.of(Duration.ofMillis(Math.round(1000 * Double.parseDouble(value))));
        }
        try {
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
