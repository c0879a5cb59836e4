package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Instance;
import sh.inference.console.model.InstanceStatus;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.update.UpdateEngine;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Situations;

/** A button, which does not look at the whole fleet, gives the reason that blocks the plan, which does. */
class WhyNotTest {
    static Stream<Engine> engines() {
        Stream<Engine> own = Stream.of(EngineStatus.values()).map(status -> Engines.in("own", status).build());
        Stream<Engine> cloud = Stream.of(EngineStatus.values()).flatMap(status -> Stream.of(InstanceStatus.values())
                .map(machine -> Engines.in("cloud", status).cloud().instance(machine).build()));
        return Stream.concat(own, cloud);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void theShortAnswerIsThatOfThePlan(Engine engine) {
        for (Situation situation : List.of(Situations.of(engine).build(), Situations.of(Engines.running("another").build()).build())) {
            for (Operation operation : List.of(new DrainEngine(engine.id()), new UpdateEngine(engine.id()), new RestartEngine(engine.id()), new StopEngine(engine.id()))) {
                assertThat(operation.whyNot(situation)).as("%s, machine %s: %s", engine.status().raw(), engine.instance().map(Instance::status), operation)
                        .isEqualTo(operation.plan(situation).blockedBy());
            }
        }
    }
}
