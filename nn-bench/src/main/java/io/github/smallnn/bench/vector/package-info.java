/**
 * Loops on the vector API, which need {@code --add-modules jdk.incubator.vector}: compiled by themselves and named by
 * nothing at compile time.
 */
package io.github.smallnn.bench.vector;
