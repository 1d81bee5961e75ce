package org.densepath.app.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.densepath.paint.NumberText;
import org.densepath.run.MetricKey;
import org.densepath.run.Track;

/// The last raw value of a metric.
public record MetricNumber(MetricKey key, long step, double value) {
    /// As it is shown: three significant digits.
    public String text() {
        return NumberText.plain(value);
    }

    /// The last values, those of `first` before all others.
    static List<MetricNumber> latest(List<Curve> curves, Optional<Track> first) {
        List<MetricNumber> numbers = new ArrayList<>();
        for (Curve curve : curves) {
            if (curve.size() > 0) {
                int last = curve.size() - 1;
                numbers.add(new MetricNumber(curve.key(), (long) curve.step(last), curve.value(last)));
            }
        }
        numbers.sort(Comparator.comparing((MetricNumber n) -> !first.equals(Optional.of(n.key.track())))
                .thenComparing(MetricNumber::key));
        return numbers;
    }
}
