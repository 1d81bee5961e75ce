package org.densepath.sample.task;

import java.util.List;
import org.densepath.sample.Draws;

/// Somebody gets or loses things; the last number and the thing are judged.
final class Story implements TaskFamily {
    @Override
    public String name() {
        return "story";
    }

    @Override
    public Task generate(Draws draws) {
        List<String> people = draws.distinct(Words.NAMES, 2);
        String who = people.get(0);
        String other = people.get(1);
        String things = draws.oneOf(Words.PLURALS);
        boolean more = draws.chance(0.5);
        int had = draws.between(more ? 10 : 12, 60);
        int change = draws.between(2, 9);
        String story = more
                ? draws.oneOf(
                        "%1$s has %3$s %4$s. %2$s gives %1$s %5$s more. How many %4$s does %1$s have now?",
                        "%1$s had %3$s %4$s and found %5$s more. How many %4$s does %1$s have?")
                : draws.oneOf(
                        "%1$s has %3$s %4$s and loses %5$s. How many %4$s are left?",
                        "%1$s has %3$s %4$s. %1$s gives %5$s to %2$s. How many %4$s does %1$s have left?");
        int has = more ? had + change : had - change;
        String answer = "%s %s %s = %s. %s has %s %s%s."
                .formatted(had, more ? "+" : "-", change, has, who, has, things, more ? "" : " left");
        return new Task(
                name(),
                story.formatted(who, other, had, things, change),
                answer,
                new Check.LastNumber(has, Integer.MAX_VALUE, things));
    }
}
