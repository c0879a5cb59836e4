/** What is measured rather than tested. {@code mvn -Pbench verify} runs it and writes {@code target/bench.json}. */
package sh.inference.console.bench;
