package sh.inference.console.arch;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The console speaks to the service it was pointed at and to nobody else. */
class NoSurpriseTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPath("target/classes");

    @Test
    void onlyTheServicesClientOpensConnections() {
        noClasses().that().resideOutsideOfPackages("sh.inference.console.api.http..", "sh.inference.console.sandbox..")
                .should().dependOnClassesThat(assignableTo(Socket.class).or(assignableTo(DatagramSocket.class)).or(assignableTo(URLConnection.class))
                        .or(assignableTo(SocketChannel.class)).or(assignableTo(DatagramChannel.class)))
                .orShould().dependOnClassesThat().resideInAnyPackage("java.net.http..", "javafx.scene.web..", "java.rmi..")
                .orShould().callMethod(URL.class, "openConnection").orShould().callMethod(URL.class, "openStream")
                .because("whoever wants to reach another host must pass the client, which knows one address only").check(CLASSES);
    }

    /** It holds sockets that others opened to it, so what it may hold is no help: what counts is that it opens none. */
    @Test
    void theSandboxOnlyAnswers() {
        noClasses().that().resideInAPackage("sh.inference.console.sandbox..")
                .should().callConstructorWhere(target(owner(assignableTo(Socket.class).or(assignableTo(DatagramSocket.class)))))
                .orShould().callMethodWhere(target(owner(assignableTo(Socket.class))).and(target(name("connect"))))
                .orShould().dependOnClassesThat(assignableTo(DatagramSocket.class).or(assignableTo(URLConnection.class))
                        .or(assignableTo(SocketChannel.class)).or(assignableTo(DatagramChannel.class)))
                .because("a server on this computer has no business elsewhere").check(CLASSES);
    }

    @Test
    void nothingInTheBuildCountsWhatUsersDo() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .doesNotContainPattern("(?i)<artifactId>[^<]*(analytics|telemetry|sentry|segment|mixpanel|amplitude|matomo|posthog|bugsnag|rollbar|newrelic|datadog)");
    }
}
