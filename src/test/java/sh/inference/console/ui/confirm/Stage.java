package sh.inference.console.ui.confirm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Money;
import sh.inference.console.ops.Situation;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.Connection;
import sh.inference.console.state.Freshness;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;

/** The situations that the dialogs are asked in. */
final class Stage {
    static final ConnectionProfile PRODUCTION = new ConnectionProfile("prod-eu", URI.create("https://api.inference.sh"), ProfileKind.PRODUCTION);
    static final ConnectionProfile SANDBOX = new ConnectionProfile("sandbox", URI.create("http://127.0.0.1:41873"), ProfileKind.SANDBOX);
    private static final long GB = 1L << 30;
    static final Apps FLUX = Apps.named("flux-portrait").id("6z4k9q1vkq8xbn413sda3r8ner").namespace("lumen").versions(4).current(3);

    private Stage() {
    }

    static Situation situation(ConnectionProfile profile, Engine... engines) {
        return new Situation(Engines.fleet(engines), Apps.snapshot(FLUX, Apps.named("upscale-4k").id("upscale"), Apps.named("caption-vision").id("caption").vram(40 * GB)),
                new Connection(new Freshness.Live(), Feed.ENGINE, engines.length, OptionalInt.of(engines.length)), profile, Set.of(), Set.of(),
                Optional.of(Money.ofDollars("412.36")), Optional.empty(), Engines.NOW.plusSeconds(2));
    }

    /** Busy with two apps; the second one is warm elsewhere as well. */
    static Engine busy() {
        return Engines.running("gpu-lon-03").id("1r5d7x0wjpnc9476ayn6cfyqcn").holding("upscale", "2c9v4h7d1x7t9m2k4q8b5w0e3r").busy(2)
                .holding("caption", "5j2q9n0e6a8s1d3f5g7h9j2k4z").busy(1).idle(1).build();
    }

    static Engine other() {
        return Engines.running("gpu-lon-02").holding("upscale", "2c9v4h7d1x7t9m2k4q8b5w0e3r").idle(3).build();
    }

    static Engine cloud() {
        return Engines.running("h100-west-2").id("9c3m7h5bdxqf4gw9sm085cwept").cents(840).cost("612.80").spendCap("900")
                .endsIn(Duration.ofMinutes(254)).holding("6z4k9q1vkq8xbn413sda3r8ner", "flux-portrait-v3").busy(3).idle(1).build();
    }

    static Engine outdated() {
        return Engines.running("gpu-fra-02").version("v1.10.1541").holding("upscale", "2c9v4h7d1x7t9m2k4q8b5w0e3r").busy(1).build();
    }

    static Engine[] fleet() {
        return List.of(busy(), other(), cloud(), outdated(), Engines.in("gpu-lon-06", EngineStatus.DISCONNECTED).build()).toArray(Engine[]::new);
    }
}
