package org.densepath.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import org.junit.jupiter.api.Test;

/// What the window may know of.
class AppRulesTest {
    private static final JavaClasses ALL =
            new ClassFileImporter().withImportOption(AppRulesTest::isNoTest).importPackages("org.densepath");

    /// Tests lie where this one lies.
    private static boolean isNoTest(Location location) {
        String tests = AppRulesTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        return !location.contains(tests.substring(tests.indexOf('/')));
    }

    @Test
    void theWindowKnowsNoTensorLibrary() {
        noClasses()
                .that()
                .resideInAPackage("org.densepath.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "org.densepath.tensor..", "org.densepath.model..")
                .check(ALL);
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.densepath.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
                .check(ALL);
    }

    @Test
    void aViewModelKnowsNoControls() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .check(ALL);
    }

    @Test
    void workersKnowNoWindow() {
        noClasses()
                .that()
                .haveSimpleNameStartingWith("Worker")
                .and()
                .resideInAPackage("org.densepath.app.task..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..")
                .check(ALL);
    }

    /// The shell puts the features together, and none of them looks back.
    @Test
    void noFeatureKnowsTheShell() {
        noClasses()
                .that()
                .resideInAPackage("org.densepath.app.*..")
                .and()
                .resideOutsideOfPackage("org.densepath.app.shell..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.densepath.app.shell..")
                .check(ALL);
    }
}
