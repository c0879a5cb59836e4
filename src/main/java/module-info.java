/** The operator's console for inference.sh. */
module sh.inference.console {
    requires java.logging;
    requires java.net.http;
    requires javafx.controls;
    requires javafx.fxml;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.material2;
    requires okhttp3;
    requires com.fasterxml.jackson.databind;
    requires io.github.javadiffutils;
    requires java.keyring;
    requires info.picocli;
    opens sh.inference.console to javafx.graphics;
    opens sh.inference.console.cli to info.picocli;
    opens sh.inference.console.ui.common to javafx.fxml;
    opens sh.inference.console.ui.apps to javafx.fxml;
    opens sh.inference.console.ui.engines to javafx.fxml;
    opens sh.inference.console.ui.versions to javafx.fxml;
    opens sh.inference.console.ui.compare to javafx.fxml;
    opens sh.inference.console.ui.journal to javafx.fxml;
    opens sh.inference.console.ui.operation to javafx.fxml;
    opens sh.inference.console.ui.confirm to javafx.fxml;
    opens sh.inference.console.ui.engine to javafx.fxml;
    opens sh.inference.console.ui.diagnostics to javafx.fxml;
    opens sh.inference.console.ui.notices to javafx.fxml;
    opens sh.inference.console.ui.palette to javafx.fxml;
    opens sh.inference.console.ui.settings to javafx.fxml;
    opens sh.inference.console.ui.profile to javafx.fxml;
    opens sh.inference.console.ui.shell to javafx.fxml;
}
