import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings the classes of a library that were compiled for Java 5 to today's format, unchanged in what they do: the start-up
 * cache takes no class that old, so that each would be parsed, verified and linked again at every start.
 */
final class OldClasses {
    /** The first format with what the virtual machine needs for verifying a class in one pass. */
    private static final int FIRST_CACHED = ClassFile.JAVA_6_VERSION;
    private final Path jar;
    private final ClassFile files;

    private OldClasses(Path jar, ClassLoader library) {
        this.jar = jar;
        files = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS,
                ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(library).orElse(ClassHierarchyResolver.defaultResolver())));
    }

    static void renew(Path jar) throws IOException {
        try (URLClassLoader library = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            new OldClasses(jar, library).renew();
        }
    }

    private void renew() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            List<Path> classes;
            try (Stream<Path> entries = Files.walk(zip.getPath("/"))) {
                classes = entries.filter(one -> one.toString().endsWith(".class")).toList();
            }
            for (Path file : classes) {
                ClassModel model = files.parse(Files.readAllBytes(file));
                if (model.majorVersion() < FIRST_CACHED) {
                    Files.write(file, renewed(model));
                }
            }
        }
    }

    private byte[] renewed(ClassModel model) {
        ClassTransform version = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            } else {
                builder.with(element);
            }
        };
        return files.transformClass(model, version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
    }
}
