/** What tests share: builders of model objects, clocks and schedulers moved by hand, doubles of interfaces. */
package sh.inference.console.testing;
