/**
 * Helpers for tests of every module: golden files and their comparison. Shipped as nn-core's test jar, never part of the
 * library.
 */
package io.github.smallnn.testing;
