package org.densepath.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The engine's floors: a package may use only what stands before it in this list
/// (`docs/decisions/0001-floors.md`).
class FloorsTest {
    private static final List<List<String>> FLOORS = List.of(
            List.of("tensor", "paint"),
            List.of("checkpoint", "run"),
            List.of("text"),
            List.of("data"),
            List.of("model", "reward"),
            List.of("train", "theory", "sample"),
            List.of("bench"),
            List.of("experiment"),
            List.of("cli"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.densepath");

    @Test
    void arrowsPointDownOnly() {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String room : FLOORS.get(floor)) {
                String[] notBelow = FLOORS.subList(floor, FLOORS.size()).stream()
                        .flatMap(List::stream)
                        .filter(other -> !other.equals(room))
                        .map(other -> "org.densepath." + other + "..")
                        .toArray(String[]::new);
                noClasses()
                        .that()
                        .resideInAPackage("org.densepath." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(notBelow)
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        }
    }

    @Test
    void onlyTheTensorFloorKnowsTheTorchEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.densepath.tensor..", "ai.djl..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl.pytorch..", "ai.djl.ndarray..", "ai.djl.engine..")
                .check(CLASSES);
    }

    @Test
    void theEngineKnowsNoWindow() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..")
                .check(CLASSES);
    }
}
