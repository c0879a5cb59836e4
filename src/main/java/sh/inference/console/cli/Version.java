package sh.inference.console.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the one place it is kept: the pom. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/sh/inference/console/build.properties")) {
            build.load(in);
        }
        return new String[] {"Inference Console " + build.getProperty("version")};
    }
}
