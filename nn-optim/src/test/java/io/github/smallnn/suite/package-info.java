/** What the shared test suites of this module have in common: data for every kind of loss, and the list of cases for later. */
package io.github.smallnn.suite;
