/**
 * Data to train on: generators of random problems ({@link io.github.smallnn.data.MakeRegression}, {@link
 * io.github.smallnn.data.MakeClassification} and the other records whose names begin with Make), readers of tables
 * ({@link io.github.smallnn.data.Csv}) and of arrays ({@link io.github.smallnn.data.Idx}, {@link
 * io.github.smallnn.data.Npy}, {@link io.github.smallnn.data.Npz}), and two small real data sets ({@link
 * io.github.smallnn.data.Datasets}).
 *
 * <p>Generators follow scikit-learn draw for draw: the order of the draws is part of their contract and held by golden
 * tests, so change it nowhere. A newcomer may add a generator as one record of parameters with a {@code generate}
 * method. Readers name the place of every error, allocate nothing on the word of a header, and return nothing read by
 * halves; a new one uses {@code ByteSource} and {@code ArrayData} for that.
 */
package io.github.smallnn.data;
