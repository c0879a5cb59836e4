package sh.inference.console.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sh.inference.console.model.VersionDocument;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

class VersionComparisonTest {
    private static final String FPS = "{'input_schema':{'type':'object','properties':{'fps':%s},'required':[%s]}}";
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));

    /** Every class of difference with its weight, what is said of it, and why. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            {'input_schema':{'properties':{'fps':{'type':'integer'}}}};{'input_schema':{'properties':{}}};BREAKING;Input fps removed;calls that send it may fail
            {'input_schema':{'properties':{}}};{'input_schema':{'properties':{'loop':{'type':'boolean'}}}};NEUTRAL;Input loop added;callers need not give it
            {'input_schema':{'properties':{}}};{'input_schema':{'properties':{'loop':{'type':'boolean'}},'required':['loop']}};BREAKING;Input loop added;calls without it fail
            {'input_schema':{'properties':{'fps':{'default':24}}}};{'input_schema':{'properties':{'fps':{'default':24}},'required':['fps']}};BREAKING;Input fps is now required;calls without it fail; had a default of 24
            {'input_schema':{'properties':{'fps':{}},'required':['fps']}};{'input_schema':{'properties':{'fps':{}}}};NEUTRAL;Input fps is now optional;callers need not give it
            {'input_schema':{'properties':{'fps':{'type':'string'}}}};{'input_schema':{'properties':{'fps':{'type':'object'}}}};BREAKING;Input fps changed type: string → object;calls that send the old type fail
            {'input_schema':{'properties':{'fps':{'type':'integer'}}}};{'input_schema':{'properties':{'fps':{'type':'number'}}}};NEUTRAL;Input fps changed type: integer → number;every old value still fits
            {'input_schema':{'properties':{'fps':{'default':24}}}};{'input_schema':{'properties':{'fps':{'default':30}}}};RISKY;Input fps changed its default: 24 → 30;calls without it behave differently
            {'input_schema':{'properties':{'mode':{'enum':['a','b']}}}};{'input_schema':{'properties':{'mode':{'enum':['a']}}}};BREAKING;Input mode has other choices: a, b → a;calls with a choice that is gone fail
            {'input_schema':{'properties':{'mode':{'enum':['a']}}}};{'input_schema':{'properties':{'mode':{'enum':['a','b']}}}};NEUTRAL;Input mode has other choices: a → a, b;every old value still fits
            {'input_schema':{'properties':{'fps':{'minimum':1}}}};{'input_schema':{'properties':{'fps':{'minimum':12}}}};RISKY;Input fps has other limits: minimum 1 → minimum 12;some values that passed fail now
            {'input_schema':{'properties':{'fps':{'maximum':60}}}};{'input_schema':{'properties':{'fps':{}}}};NEUTRAL;Input fps has other limits: maximum 60 → none;every old value still fits
            {'input_schema':{'properties':{'fps':{'description':'x'}}}};{'input_schema':{'properties':{'fps':{'description':'y'}}}};NEUTRAL;Input is described in other words;titles and descriptions only
            {'input_schema':{'not':{'type':'string'}}};{'input_schema':{'not':{'type':'array'}}};RISKY;Input differs;in a way this console does not understand: read the text
            {'output_schema':{'properties':{'url':{}}}};{'output_schema':{'properties':{}}};BREAKING;Output url removed;callers read it
            {'output_schema':{'properties':{}}};{'output_schema':{'properties':{'url':{}}}};NEUTRAL;Output url added;callers may ignore it
            {'output_schema':{'properties':{'video':{'type':'string'}}}};{'output_schema':{'properties':{'video':{'type':'object'}}}};BREAKING;Output video changed type: string → object;callers read another type
            {'output_schema':{'properties':{'url':{}},'required':['url']}};{'output_schema':{'properties':{'url':{}}}};RISKY;Output url is now optional;callers may miss it
            {'output_schema':{'properties':{'mode':{'enum':['a']}}}};{'output_schema':{'properties':{'mode':{'enum':['a','b']}}}};RISKY;Output mode has other choices: a → a, b;callers may meet a value they do not know
            {'setup_schema':{'properties':{}}};{'setup_schema':{'properties':{'precision':{'type':'string'}}}};NEUTRAL;Setup input precision added;callers need not give it
            {'functions':{'run':{},'stream':{}}};{'functions':{'run':{}}};BREAKING;Function stream removed;calls that name it fail
            {'functions':{'run':{}}};{'functions':{'run':{},'stream':{}}};NEUTRAL;Function stream added;nobody uses it yet
            {'functions':{'run':{'kind':'run'}}};{'functions':{'run':{'kind':'stream'}}};BREAKING;Function run changed: run → stream;callers are answered in another way
            {'default_function':'run'};{'default_function':'make'};BREAKING;Default function changed: run → make;calls without a function run another one
            {'variants':{'turbo':{}}};{'variants':{}};BREAKING;Variant turbo removed;calls that name it fail
            {'variants':{}};{'variants':{'turbo':{}}};NEUTRAL;Variant turbo added;nobody uses it yet
            {'variants':{'turbo':{'resources':{'ram':1073741824}}}};{'variants':{'turbo':{'resources':{'ram':2147483648}}}};RISKY;Variant turbo: Memory 1 GB → 2 GB;fewer workers fit
            {'resources':{'gpu':{'count':1}}};{'resources':{'gpu':{'count':2}}};RISKY;GPUs 1 → 2;fewer workers fit
            {'resources':{'gpu':{'vram':51539607552}}};{'resources':{'gpu':{'vram':85899345920}}};RISKY;GPU memory 48 GB → 80 GB;fewer workers fit
            {'resources':{'gpu':{'vram':85899345920}}};{'resources':{'gpu':{'vram':51539607552}}};NEUTRAL;GPU memory 80 GB → 48 GB;at least as many workers fit
            {'resources':{'gpu':{'type':'any'}}};{'resources':{'gpu':{'type':'nvidia'}}};RISKY;GPU type any → nvidia;fewer workers fit
            {'resources':{'ram':1}};{};RISKY;Resources differs;whether workers fit is unknown
            {'kernel':'python-3.11'};{'kernel':'python-3.12'};RISKY;Kernel changed: python-3.11 → python-3.12;code runs on another kernel
            {'env':{}};{'env':{'TORCH_COMPILE':'1'}};NEUTRAL;Env TORCH_COMPILE added;values are not shown here
            {'env':{'A':'1'}};{'env':{'A':'2'}};RISKY;Env A changed;the app may behave differently
            {'env':{'A':'1'}};{'env':{}};RISKY;Env A removed;the app may behave differently
            {};{'required_secrets':[{'key':'HF_TOKEN'}]};BREAKING;Secret HF_TOKEN added;was not needed; tasks fail until it is set
            {};{'required_secrets':[{'key':'NICE','optional':true}]};NEUTRAL;Secret NICE added;callers need not give it
            {'required_secrets':[{'key':'A','optional':true}]};{'required_secrets':[{'key':'A'}]};BREAKING;Secret A is now required;was optional; tasks fail until it is set
            {'required_secrets':[{'key':'A'}]};{};NEUTRAL;Secret A removed;no longer needed
            {};{'required_integrations':[{'key':'slack'}]};BREAKING;Integration slack added;was not needed; tasks fail until it is set
            {'required_integrations':[]};{'required_credentials':[{'key':'slack'}]};BREAKING;Integration slack added;was not needed; tasks fail until it is set
            {'required_integrations':[{'key':'slack','scopes':['read']}]};{'required_integrations':[{'key':'slack','scopes':['read','write']}]};RISKY;Integration slack asks for other scopes: read → read, write;has to be granted first
            {'repository':'a'};{'repository':'b'};NEUTRAL;Repository changed: a → b;only where the source is
            {'metadata':{'a':1}};{'metadata':{'a':2}};NEUTRAL;Metadata changed;a note of the developer
            """)
    void everyClassOfDifferenceHasItsWeightAndReason(String before, String after, Weight weight, String what, String whyOrMore) throws IOException {
        Comparison comparison = compare(before, after);
        assertThat(comparison.changes()).hasSize(1);
        Change change = comparison.changes().getFirst();
        assertThat(change.weight()).isEqualTo(weight);
        assertThat(words.of(change.what())).isEqualTo(what);
        assertThat(words.of(change.why())).startsWith(whyOrMore);
        assertThat(comparison.text()).hasSize(1);
        assertThat(comparison.text().getFirst().part()).isEqualTo(change.part());
    }

    @Test
    void theWorstComesFirstAndIsCounted() throws IOException {
        Comparison comparison = compare("{'kernel':'a','env':{},'input_schema':{'properties':{'x':{}}}}", "{'kernel':'b','env':{'Z':'1'},'input_schema':{}}");
        assertThat(comparison.changes()).extracting(Change::weight).containsExactly(Weight.BREAKING, Weight.RISKY, Weight.NEUTRAL);
        assertThat(comparison.count(Weight.RISKY)).isEqualTo(1);
    }

    @Test
    void equalChecksumsAreTheSameBuildAndMissingOnesAreNot() throws IOException {
        assertThat(compare("{'checksum':'sha256:a'}", "{'checksum':'sha256:a','repository':'x'}").sameBuild()).isTrue();
        assertThat(compare("{'checksum':'sha256:a'}", "{'checksum':'sha256:b'}").sameBuild()).isFalse();
        assertThat(compare("{}", "{}").sameBuild()).isFalse();
    }

    @Test
    void theOrderOfMembersIsNoDifferenceAndNestedFieldsAreNamedByTheirPath() throws IOException {
        assertThat(compare("{'env':{'A':'1','B':'2'}}", "{'env':{'B':'2','A':'1'}}").changes()).isEmpty();
        Comparison nested = compare(FPS.formatted("{'type':'object','properties':{'max':{'type':'integer'}}}", ""), FPS.formatted("{'type':'object','properties':{'max':{'type':'string'}}}", ""));
        assertThat(nested.changes()).extracting(Change::subject).containsExactly("fps.max");
    }

    @Test
    void aSchemaOfAFunctionThatIsTheVersionsOwnIsToldOnce() throws IOException {
        String one = "{'input_schema':{'properties':{'a':{}}},'functions':{'run':{'input_schema':{'properties':{'a':{}}}},'stream':{'input_schema':{'properties':{'b':{}}}}}}";
        String other = "{'input_schema':{'properties':{}},'functions':{'run':{'input_schema':{'properties':{}}},'stream':{'input_schema':{'properties':{}}}}}";
        assertThat(compare(one, other).changes().stream().map(change -> words.of(change.what()))).containsExactly("Input a removed", "stream: Input b removed");
    }

    @Test
    void referencesAreFollowedAndCirclesEnd() throws IOException {
        String tree = "{'input_schema':{'properties':{'root':{'$ref':'#/$defs/Node'}},'$defs':{'Node':{'type':'object','properties':"
                + "{'name':{'type':'%s'},'next':{'anyOf':[{'$ref':'#/$defs/Node'},{'type':'null'}]}}},'Loop':{'$ref':'#/$defs/Loop'}}}}";
        Comparison comparison = compare(tree.formatted("string"), tree.formatted("integer"));
        assertThat(comparison.changes()).extracting(Change::subject).containsExactly("root.name");
        String loop = "{'input_schema':{'properties':{'x':{'$ref':'#/$defs/L'}},'$defs':{'L':{'$ref':'#/$defs/L'}},'title':'%s'}}";
        assertThat(compare(loop.formatted("a"), loop.formatted("b")).changes()).extracting(Change::aspect).containsExactly(Aspect.WORDING);
    }

    @Test
    void confidentialValuesOfTheEnvironmentAreCovered() throws IOException {
        Comparison comparison = compare("{'env':{'HF_TOKEN':'hf_123','MODE':'a'}}", "{'env':{'HF_TOKEN':'hf_456','MODE':'b'}}");
        assertThat(comparison.toString()).doesNotContain("hf_123").doesNotContain("hf_456").contains("••••");
        assertThat(comparison.changes()).extracting(Change::subject).containsExactly("HF_TOKEN", "MODE");
        assertThat(compare("{}", "{'required_secrets':[{'key':'HF_TOKEN'}]}").text().toString()).contains("HF_TOKEN");
    }

    @Test
    void bothTextsStandSideBySideWithTheirOwnNumbers() throws IOException {
        List<TextLine> lines = compare("{'env':{'A':'1','B':'2','C':'3'}}", "{'env':{'A':'1','B':'9','C':'3','D':'4'}}").text().getFirst().lines();
        assertThat(lines).extracting(TextLine::kind).containsExactly(TextLine.Kind.SAME, TextLine.Kind.SAME, TextLine.Kind.CHANGED, TextLine.Kind.CHANGED, TextLine.Kind.ADDED,
                TextLine.Kind.SAME);
        assertThat(lines.get(4)).isEqualTo(new TextLine(TextLine.Kind.ADDED, 0, "", 5, "  \"D\": \"4\""));
    }

    @Test
    void aChangeLeadsToItsLine() throws IOException {
        Comparison comparison = compare("{'env':{'A':'1','B':'2'}}", "{'env':{'A':'7','B':'9'}}");
        Change second = comparison.changes().getLast();
        assertThat(comparison.text().getFirst().lines().get(comparison.text().getFirst().lineOf(second)).left()).contains("\"B\"");
    }

    @Test
    void whatIsNotJsonIsRefused() {
        assertThatThrownBy(() -> compare("{", "{}")).isInstanceOf(IOException.class);
    }

    private static Comparison compare(String before, String after) throws IOException {
        return VersionComparison.of(new VersionDocument("a", before.replace('\'', '"')), new VersionDocument("b", after.replace('\'', '"')));
    }
}
