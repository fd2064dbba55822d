/**
 * Runnable examples behind one command line, {@link io.github.smallnn.examples.Main}: {@code scratch} and {@code
 * notebook} follow two documents that build small networks by hand, {@code regression} and {@code digits} train on
 * data, {@code oracle} holds training against the closed form.
 *
 * <p>Each example is one class that ends in {@code Example}; it computes its figures with the library and hands
 * them to a {@code Report}, which prints them as text or as one JSON object. A newcomer may add an example as one
 * more such class and one entry in {@code Main}. Nothing depends on this package.
 */
package io.github.smallnn.examples;
