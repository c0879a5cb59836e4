/** What tests share: the toolkit, pictures, doubles of our own interfaces, builders of model objects. */
package sh.inference.console.testing;
