package org.densepath.text.jinja;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

/// Python's `strftime` in the C locale, with glibc's `-` (no padding).
final class Dates {
    private Dates() {}

    static String format(LocalDateTime moment, String format) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                text.append(c);
                continue;
            }
            boolean bare = format.charAt(i + 1) == '-' && i + 2 < format.length();
            i += bare ? 2 : 1;
            String field = field(moment, format.charAt(i));
            text.append(bare ? field.replaceFirst("^[0 ]+(?=.)", "") : field);
        }
        return text.toString();
    }

    private static String field(LocalDateTime t, char directive) {
        int hour12 = t.getHour() % 12 == 0 ? 12 : t.getHour() % 12;
        int weekday = t.getDayOfWeek().getValue() % 7;
        return switch (directive) {
            case 'Y' -> String.valueOf(t.getYear());
            case 'y' -> two(t.getYear() % 100);
            case 'C' -> two(t.getYear() / 100);
            case 'm' -> two(t.getMonthValue());
            case 'd' -> two(t.getDayOfMonth());
            case 'e' -> String.format("%2d", t.getDayOfMonth());
            case 'H' -> two(t.getHour());
            case 'k' -> String.format("%2d", t.getHour());
            case 'I' -> two(hour12);
            case 'l' -> String.format("%2d", hour12);
            case 'M' -> two(t.getMinute());
            case 'S' -> two(t.getSecond());
            case 'f' -> String.format("%06d", t.getNano() / 1000);
            case 'p' -> t.getHour() < 12 ? "AM" : "PM";
            case 'P' -> t.getHour() < 12 ? "am" : "pm";
            case 'B' -> pattern(t, "MMMM");
            case 'b', 'h' -> pattern(t, "MMM");
            case 'A' -> pattern(t, "EEEE");
            case 'a' -> pattern(t, "EEE");
            case 'j' -> String.format("%03d", t.getDayOfYear());
            case 'u' -> String.valueOf(t.getDayOfWeek().getValue());
            case 'w' -> String.valueOf(weekday);
            case 'U' -> two((t.getDayOfYear() + 6 - weekday) / 7);
            case 'W' -> two((t.getDayOfYear() + 6 - (weekday + 6) % 7) / 7);
            case 'V' -> two(t.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'G' -> String.valueOf(t.get(IsoFields.WEEK_BASED_YEAR));
            case 'g' -> two(t.get(IsoFields.WEEK_BASED_YEAR) % 100);
            case 'F' -> format(t, "%Y-%m-%d");
            case 'D', 'x' -> format(t, "%m/%d/%y");
            case 'T', 'X' -> format(t, "%H:%M:%S");
            case 'R' -> format(t, "%H:%M");
            case 'r' -> format(t, "%I:%M:%S %p");
            case 'c' -> format(t, "%a %b %e %H:%M:%S %Y");
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'z', 'Z' -> "";
            case '%' -> "%";
            default -> "%" + directive;
        };
    }

    private static String two(int number) {
        return String.format("%02d", number);
    }

    private static String pattern(LocalDateTime moment, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(moment);
    }
}
