package org.densepath.app.bench;

import java.util.Map;
import org.densepath.app.scoring.Role;

/// Opens an answer where texts are tried.
@FunctionalInterface
public interface Tries {
    /// @param models π_SFT and π_ref, as on the command line
    void open(String prompt, String answer, Map<Role, String> models);
}
