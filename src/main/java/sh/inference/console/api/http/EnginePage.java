package sh.inference.console.api.http;

import java.util.ArrayList;
import java.util.List;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.dto.EngineDto;
import sh.inference.console.model.Engine;

/** The engines of a page, each in its place: one that cannot be read is there as well, with what the service sent. */
final class EnginePage {
    /** What stands at every place of the page, as text without what may be secret. */
    interface Texts {
        List<String> read() throws ApiException;
    }

    private EnginePage() {
    }

    /** @param texts asked only where something cannot be read, since it reads the page once more */
    static List<Engine> models(List<EngineDto> page, Texts texts) throws ApiException {
        List<Engine> engines = new ArrayList<>(page.size());
        List<String> all = null;
        for (EngineDto engine : page) {
            if (engine.isReadable()) {
                engines.add(engine.toModel());
            } else {
                all = all == null ? texts.read() : all;
                engines.add(engine.toUnreadable(all.get(engines.size()), engines.size()));
            }
        }
        return engines;
    }
}
