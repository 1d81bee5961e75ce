package org.densepath.app.pair;

import java.util.Optional;

/// Which versions are looked at.
///
/// @param current the one in the editor
/// @param other the one that it is compared with
public record Shown(Optional<Version> current, Optional<Version> other) {
    public static final Shown NOTHING = new Shown(Optional.empty(), Optional.empty());

    public static Shown one(Version version) {
        return new Shown(Optional.of(version), Optional.empty());
    }

    public static Shown pair(Version current, Version other) {
        return new Shown(Optional.of(current), Optional.of(other));
    }

    /// Whether there are two.
    public boolean paired() {
        return current.isPresent() && other.isPresent();
    }

    /// The older of a pair: text A.
    public Version first() {
        return current.get().number() < other.get().number() ? current.get() : other.get();
    }

    /// The newer of a pair: text B.
    public Version second() {
        return current.get().number() < other.get().number() ? other.get() : current.get();
    }

    /// After a person has gone back to `version`: what was looked at last stays beside it.
    Shown wentBackTo(Version version) {
        if (current.equals(Optional.of(version))) {
            return this;
        }
        return new Shown(Optional.of(version), other.equals(Optional.of(version)) ? current : other.or(() -> current));
    }
}
