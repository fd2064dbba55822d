/**
 * Preparing inputs: {@link io.github.smallnn.preprocessing.StandardScaler} holds settings, its {@code fit} returns
 * an immutable {@link io.github.smallnn.preprocessing.StandardScaling} that is applied to training and test data
 * alike.
 *
 * <p>Numbers follow scikit-learn, which golden tests hold. A newcomer may add a scaler as such a pair.
 */
package io.github.smallnn.preprocessing;
