package sh.inference.console.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import sh.inference.console.api.http.HttpInferenceApi;

/** The rules of the house about who may see whom. Each says why. */
class HouseRulesTest {
    private static final String ROOT = "sh.inference.console";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPath("target/classes");

    @Test
    void theModelKnowsTheJdkOnly() {
        check(classes().that().resideInAPackage(pkg("model")).should().onlyDependOnClassesThat().resideInAnyPackage(pkg("model"), "java..")
                .because("the nouns outlive every wire and every screen"));
    }

    @Test
    void wordsKnowTheModelOnly() {
        onlySees("text", "because formatting happens once, for screens and for the command line alike", "model", "text");
    }

    @Test
    void theContractOfTheServiceKnowsTheModelOnly() {
        onlySees("api", "because state and operations are built on it, not on HTTP", "model", "api");
    }

    @Test
    void wireRecordsKnowTheModelAndTheContract() {
        onlySees("api.dto", "because a record mirrors the wire and turns itself into the model", "model", "api", "api.dto");
        check(noClasses().that().resideInAPackage(pkg("api.dto")).should().dependOnClassesThat().resideInAnyPackage("okhttp3..", "okio..", "javafx..")
                .because("reading JSON needs neither HTTP nor a screen"));
    }

    @Test
    void httpKnowsTheContractAndTheWireRecords() {
        onlySees("api.http", "because transport knows nothing of state, operations or screens", "model", "api", "api.dto", "api.http");
    }

    @Test
    void stateSeesTheContractNeverTheTransport() {
        onlySees("state", "because state must not know how news travel", "model", "compare", "api", "fx", "state");
    }

    @Test
    void operationsReadStateAndWriteThroughTheContract() {
        check(noClasses().that().resideInAPackage(pkg("ops") + "..").should().dependOnClassesThat(ours(
                "api.http", "api.dto", "ui", "sandbox", "cli", "text"))
                .because("a verb is planned from state, journaled, and sent through the contract"));
    }

    @Test
    void comparingVersionsKnowsTheModelOnly() {
        onlySees("compare", "because a comparison is a function of two documents, for screens, plans and the command line alike", "model", "compare");
    }

    @Test
    void screensNeverSeeTheService() {
        check(noClasses().that().resideInAPackage(pkg("ui") + "..").should().dependOnClassesThat(ours("api", "sandbox", "cli"))
                .because("screens read state and ask operations; the wire is none of their business"));
    }

    @Test
    void noScreenSeesAnother() {
        check(slices().matching(ROOT + ".ui.(*)..").should().notDependOnEachOther()
                .ignoreDependency(resideInAPackage(pkg("ui.shell") + ".."), DescribedPredicate.alwaysTrue())
                .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage(pkg("ui.common") + ".."))
                .because("features are removed and replaced whole; what two of them need is in ui.common"));
    }

    @Test
    void profilesAndJournalKnowTheModelOnly() {
        onlySees("profile", "because a profile is told, it does not ask", "model", "profile");
        onlySees("profile.vault", "because secrets know nothing of what they open", "model", "profile", "profile.vault");
        check(noClasses().that().resideOutsideOfPackage(pkg("profile.vault")).should().dependOnClassesThat().resideInAPackage("com.github.javakeyring..")
                .because("the platform's secret store is spoken to in one room"));
        check(noClasses().that().resideInAPackage(pkg("journal")).should().dependOnClassesThat(
                ours("api", "ops", "ui", "sandbox", "cli", "fx", "text"))
                .because("the journal records what others tell it"));
    }

    @Test
    void whatWasSeenLastIsKeptByTheStateAlone() {
        onlySees("cache", "because what is shown without a network must not need one", "model", "state", "profile", "cache");
    }

    @Test
    void settingsKnowTheModelAndTheKindsOfProfiles() {
        onlySees("settings", "because what the operator chose is told to the others, not asked of them", "model", "profile", "settings");
    }

    @Test
    void theSandboxIsAServerNotAPartOfTheClient() {
        check(noClasses().that().resideInAPackage(pkg("sandbox") + "..").should().dependOnClassesThat(
                resideInAPackage(ROOT + "..").and(DescribedPredicate.not(ours("sandbox", "model"))))
                .because("the console must reach it over HTTP like the real service"));
        check(noClasses().that().resideInAPackage(pkg("sandbox") + "..").should().dependOnClassesThat().resideInAnyPackage("okhttp3..", "javafx..")
                .because("it runs without a screen and without the console's client"));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles().because("a cycle means that two rooms are one"));
    }

    @Test
    void viewModelsStateAndOperationsRunWithoutAToolkit() {
        DescribedPredicate<JavaClass> toolkit = resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application..");
        check(noClasses().that(simpleNameEndingWith("ViewModel")
                .or(simpleNameEndingWith("Row").and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(javafx.scene.Node.class)))).or(resideInAPackage(pkg("state") + ".."))
                .or(resideInAPackage(pkg("ops") + ".."))).should().dependOnClassesThat(toolkit)
                .because("what decides is tested in milliseconds, without a window"));
    }

    @Test
    void everyViewHasAViewModel() {
        check(classes().that().resideInAPackage(pkg("ui") + "..").and().haveSimpleNameEndingWith("View")
                .should().dependOnClassesThat(simpleNameEndingWith("ViewModel")).because("a view only shows; its view model decides"));
    }

    @Test
    void thereIsOneGateToTheFxThread() {
        check(noClasses().that().doNotHaveFullyQualifiedName(ROOT + ".fx.UiThread")
                .should().callMethodWhere(DescribedPredicate.describe("Platform.runLater",
                        call -> call.getTarget().getOwner().isEquivalentTo(javafx.application.Platform.class) && call.getName().equals("runLater")))
                .because("one injected executor makes every class above it testable at once"));
    }

    @Test
    void nobodyReadsTheClockOrSleeps() {
        DescribedPredicate<JavaClass> elsewhere = DescribedPredicate.not(nameMatching(ROOT.replace(".", "\\.") + "\\.(Wiring|Launcher)(\\$.*)?").forSubtype());
        check(noClasses().that(elsewhere).should().callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC")
                .orShould().callMethod(Clock.class, "systemDefaultZone").orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(Thread.class, "sleep", long.class).because("whoever waits is handed a clock"));
    }

    @Test
    void onlyTheApiSeesOkHttpAndOnlyAFewSeeJackson() {
        check(noClasses().that().resideOutsideOfPackages(pkg("api.http"), ROOT)
                .should().dependOnClassesThat().resideInAnyPackage("okhttp3..", "okio..").because("the HTTP library can be replaced in one room"));
        check(noClasses().that().resideOutsideOfPackages(pkg("api") + "..", pkg("journal") + "..", pkg("profile") + "..", pkg("settings"), pkg("export"), pkg("cache"), pkg("sandbox") + "..", pkg("cli") + "..", pkg("compare"), ROOT)
                .should().dependOnClassesThat().resideInAnyPackage("com.fasterxml..").because("JSON stays at the edges"));
    }

    @Test
    void everyClientOfTheServiceAsksTheWriteLock() {
        check(noClasses().that().resideOutsideOfPackage(pkg("api.http")).should().callConstructor(HttpInferenceApi.class, URI.class, Supplier.class, Supplier.class, Clock.class)
                .because("a client whose writes always pass is for tests"));
    }

    @Test
    void nobodyPrints() {
        check(noClasses().that().resideOutsideOfPackages(pkg("cli") + "..").should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                .orShould().callMethod(Throwable.class, "printStackTrace").because("what must be said is shown or logged"));
    }

    @Test
    void nothingIsStaticAndMutable() {
        check(fields().that().areStatic().and().areDeclaredInClassesThat().resideInAPackage(ROOT + "..").should().beFinal()
                .because("state has an owner, and an owner is an object"));
        check(noMethods().should().haveName("getInstance").because("whoever needs something is handed it"));
    }

    @Test
    void namesSayWhatAThingIs() {
        // SystemInfo is the API's own word.
        check(noClasses().that().doNotHaveSimpleName("SystemInfo").should().haveNameMatching(".*[.$][A-Za-z]*(Manager|Helper|Util|Utils|Impl|Base|Data|Info)")
                .because("such a name means that a noun is missing"));
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        for (String name : CLASSES.stream().map(JavaClass::getPackageName).filter(n -> !n.equals(ROOT) && n.startsWith(ROOT)).distinct().toList()) {
            java.nio.file.Path file = java.nio.file.Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
            org.assertj.core.api.Assertions.assertThat(file).as("the paragraph of %s", name).exists();
        }
    }

    private static void onlySees(String room, String why, String... rooms) {
        check(noClasses().that().resideInAPackage(pkg(room)).should().dependOnClassesThat(
                resideInAPackage(ROOT + "..").and(DescribedPredicate.not(exactly(rooms)))).because(why));
    }

    private static DescribedPredicate<JavaClass> exactly(String... rooms) {
        return resideInAnyPackage(java.util.Arrays.stream(rooms).map(HouseRulesTest::pkg).toArray(String[]::new));
    }

    private static DescribedPredicate<JavaClass> ours(String... rooms) {
        return resideInAnyPackage(java.util.Arrays.stream(rooms).map(room -> pkg(room) + "..").toArray(String[]::new));
    }

    private static String pkg(String room) {
        return ROOT + "." + room;
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
