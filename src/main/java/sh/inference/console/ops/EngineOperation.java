package sh.inference.console.ops;

import java.util.Optional;
import java.util.function.UnaryOperator;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Text;
import sh.inference.console.state.EngineEntry;

/** A verb on one engine: read again by its id, and overtaken when the engine is gone. */
public interface EngineOperation extends Operation {
    @Override
    default UnaryOperator<Situation> reread(InferenceApi api) throws ApiException {
        return EngineCall.reread(api, targetId());
    }

    @Override
    default Observation observe(Situation before, Situation now, boolean begun) {
        Optional<Engine> seen = now.engine(targetId()).map(EngineEntry::engine);
        return seen.isEmpty() ? new Observation.Overtaken(Text.of("seen.gone")) : observe(seen.get(), before, now, begun);
    }

    /** What an engine that is still there shows of it. */
    Observation observe(Engine seen, Situation before, Situation now, boolean begun);
}
