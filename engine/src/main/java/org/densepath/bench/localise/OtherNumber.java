package org.densepath.bench.localise;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.densepath.sample.Draws;

/// Another number of as many digits, with commas where the first has them; what follows its point stays.
final class OtherNumber {
    private static final double NEAR_MISS = 0.7;

    private OtherNumber() {}

    static String than(String number, Draws draws) {
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        String digits = whole.replace(",", "");
        if (digits.length() > 15) {
            // beyond what a long may safely hold: the last digit alone
            int last = number.charAt(number.length() - 1) - '0';
            return number.substring(0, number.length() - 1) + (last + draws.between(1, 9)) % 10;
        }
        long value = Long.parseLong(digits);
        long low = digits.length() == 1 ? 0 : (long) Math.pow(10, digits.length() - 1);
        long high = (long) Math.pow(10, digits.length()) - 1;
        String other =
                String.valueOf(draws.chance(NEAR_MISS) ? near(value, low, high, draws) : any(value, low, high, draws));
        String written = whole.contains(",") ? String.format(Locale.ROOT, "%,d", Long.parseLong(other)) : other;
        return written + (point < 0 ? "" : number.substring(point));
    }

    /// Off by 1, 2 or 10.
    private static long near(long value, long low, long high, Draws draws) {
        List<Long> misses = LongStream.of(-10, -2, -1, 1, 2, 10)
                .map(miss -> value + miss)
                .filter(miss -> miss >= low && miss <= high)
                .boxed()
                .toList();
        return misses.isEmpty() ? value + 1 : draws.oneOf(misses);
    }

    private static long any(long value, long low, long high, Draws draws) {
        long other = low + (long) (draws.fraction() * (high - low));
        return other < value ? other : other + 1;
    }
}
