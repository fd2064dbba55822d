/**
 * Data to train on: generators of random problems ({@link io.github.smallnn.data.MakeRegression}, {@link
 * io.github.smallnn.data.MakeLowRankMatrix}) and the reader of tables ({@link io.github.smallnn.data.Csv}).
 *
 * <p>Generators follow scikit-learn draw for draw: the order of the draws is part of their contract and held by
 * golden tests, so change it nowhere. A newcomer may add a generator as one record of parameters with a {@code
 * generate} method.
 */
package io.github.smallnn.data;
