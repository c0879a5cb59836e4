package sh.inference.console.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import sh.inference.console.model.VersionDocument;

/** What holds of every comparison, whatever the versions say. */
class ComparisonPropertiesTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "title");
    private static final List<String> TYPES = List.of("string", "integer", "number", "boolean", "object", "array");

    @Test
    void aVersionDoesNotDifferFromItself() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            String version = version(new SplittableRandom(seed)).toString();
            Comparison itself = compare(version, version);
            assertThat(itself.changes()).as("seed %d", seed).isEmpty();
            assertThat(itself.text()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void theWayBackMirrorsTheWayThere() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String one = version(random).toString();
            String other = version(random).toString();
            List<Change> there = compare(one, other).changes();
            List<Change> back = compare(other, one).changes();
            assertThat(there).as("seed %d", seed).hasSameSizeAs(back).allMatch(change -> back.stream().anyMatch(change::mirrors));
        }
    }

    @Test
    void bothTextsCanBeReadBackFromTheirDifference() throws IOException {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ObjectNode one = version(random);
            ObjectNode other = version(random);
            for (TextPart part : compare(one.toString(), other.toString()).text()) {
                assertThat(part.lines().stream().filter(line -> line.leftNumber() > 0).map(TextLine::left).toList())
                        .isEqualTo(JsonText.of(part.part(), VersionComparison.member(one, part.part())).lines());
                assertThat(part.lines().stream().filter(line -> line.rightNumber() > 0).map(TextLine::right).toList())
                        .isEqualTo(JsonText.of(part.part(), VersionComparison.member(other, part.part())).lines());
            }
        }
    }

    @Test
    void tenMegabytesOfSchemaAreComparedWithinBounds() {
        String one = large(JSON.objectNode().put("type", "string").put("description", "x".repeat(900)), "a");
        String other = large(JSON.objectNode().put("type", "integer").put("description", "y".repeat(900)), "b");
        assertThat(one.length()).isGreaterThan(10_000_000);
        Comparison comparison = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> compare(one, other));
        assertThat(comparison.changes()).anyMatch(change -> change.aspect() == Aspect.OTHER && change.weight() == Weight.RISKY);
        assertThat(comparison.text().getFirst().lines()).hasSizeLessThan(45_000);
        assertThat(comparison.text().getFirst().coarse()).isTrue();
        assertThat(comparison.text().getFirst().omitted()).isPositive();
    }

    @Test
    void definitionsThatDoubleAtEveryStepEnd() {
        ObjectNode schema = JSON.objectNode();
        ObjectNode definitions = schema.putObject("$defs");
        for (int i = 0; i < 40; i++) {
            ObjectNode properties = definitions.putObject("D" + i).put("type", "object").putObject("properties");
            properties.putObject("left").put("$ref", "#/$defs/D" + (i + 1));
            properties.putObject("right").put("$ref", "#/$defs/D" + (i + 1));
        }
        schema.putObject("properties").putObject("x").put("$ref", "#/$defs/D0");
        ObjectNode one = JSON.objectNode();
        one.set("input_schema", schema);
        ObjectNode other = one.deepCopy();
        ((ObjectNode) other.path("input_schema")).put("additionalProperties", false);
        Comparison comparison = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> compare(one.toString(), other.toString()));
        assertThat(comparison.changes()).extracting(Change::aspect).containsExactly(Aspect.OTHER);
    }

    private static String large(ObjectNode field, String prefix) {
        ObjectNode version = JSON.objectNode();
        ObjectNode properties = version.putObject("input_schema").put("type", "object").putObject("properties");
        for (int i = 0; i < 11_000; i++) {
            properties.set(prefix + i, field);
        }
        return version.toString();
    }

    private static ObjectNode version(SplittableRandom random) {
        ObjectNode version = JSON.objectNode();
        version.set("input_schema", schema(random, 3));
        version.set("output_schema", schema(random, 2));
        version.put("kernel", "python-3." + random.nextInt(10, 13));
        ObjectNode env = version.putObject("env");
        ObjectNode variants = version.putObject("variants");
        ObjectNode functions = version.putObject("functions");
        ArrayNode secrets = version.putArray("required_secrets");
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                env.put(name, String.valueOf(random.nextInt(3)));
                secrets.addObject().put("key", name.toUpperCase(java.util.Locale.ROOT)).put("optional", random.nextBoolean());
            }
            if (random.nextInt(3) == 0) {
                variants.putObject(name).putObject("resources").put("ram", random.nextInt(3) * 1_000_000_000L);
                functions.putObject(name).set("input_schema", schema(random, 1));
            }
        }
        if (random.nextInt(5) > 0) {
            version.putObject("resources").put("ram", random.nextInt(3) * 1_000_000_000L).putObject("gpu").put("count", random.nextInt(3)).put("vram", random.nextInt(4) * 8_000_000_000L);
        }
        return version;
    }

    private static ObjectNode schema(SplittableRandom random, int depth) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                properties.set(name, depth > 0 && random.nextInt(3) == 0 ? schema(random, depth - 1) : field(random));
                if (random.nextBoolean()) {
                    required.add(name);
                }
            }
        }
        return schema;
    }

    private static ObjectNode field(SplittableRandom random) {
        ObjectNode field = JSON.objectNode().put("type", TYPES.get(random.nextInt(TYPES.size())));
        if (random.nextInt(3) == 0) {
            field.put("default", random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            field.put("minimum", random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            field.putArray("enum").add("x" + random.nextInt(2)).add("y" + random.nextInt(2));
        }
        return field;
    }

    private static Comparison compare(String before, String after) throws IOException {
        return VersionComparison.of(new VersionDocument("a", before), new VersionDocument("b", after));
    }
}
