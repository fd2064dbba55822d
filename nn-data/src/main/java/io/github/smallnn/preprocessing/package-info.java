/**
 * Preparing inputs. A {@link io.github.smallnn.preprocessing.Transform} such as {@link
 * io.github.smallnn.preprocessing.StandardScaler} holds settings; its {@code fit} returns an immutable {@link
 * io.github.smallnn.preprocessing.FittedTransform} that is applied to training and test data alike. A {@link
 * io.github.smallnn.preprocessing.Pipeline} is several in a row, {@link io.github.smallnn.preprocessing.OnColumns} one
 * for some of the columns.
 *
 * <p>Numbers follow scikit-learn, which golden tests hold. A newcomer may add a record of settings and the class of
 * what it learns; one that can be undone implements {@link io.github.smallnn.preprocessing.InvertibleTransform}.
 */
package io.github.smallnn.preprocessing;
