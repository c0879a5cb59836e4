package sh.inference.console.sandbox.stream;

/**
 * Something to tell, before a stream's form is put around it.
 *
 * @param json   a whole object, or the members {@code data} and {@code fields} of a part (contract 8.2)
 * @param isPart which of the two
 */
record News(byte[] json, boolean isPart) {
}
