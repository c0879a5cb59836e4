package sh.inference.console.ui.engine;

import java.util.Optional;

import sh.inference.console.ops.Verb;

/** A verb and, in words, why it is off; empty when it is on. */
public record VerbState(Verb verb, Optional<String> whyNot) {
}
