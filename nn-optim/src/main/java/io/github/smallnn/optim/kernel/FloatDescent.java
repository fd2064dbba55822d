// Generated from DoubleDescent.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.optim.kernel;

import io.github.smallnn.kernel.Templates;
import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;
import java.lang.invoke.MethodHandles;

/** Plain gradient descent of one parameter, then of those behind it. A template: see {@link Templates}. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatDescent implements Descent {
    private static final DescentLink LINK = Templates.data(MethodHandles.lookup(), DescentLink.class);
    private static final float DECAY = (float) LINK.decay();
    private static final float[] W = array(LINK.w());
    private static final float[] G = array(LINK.g());
    private static final Descent NEXT = LINK.next();

    FloatDescent() {}

    private static float[] array(Tensor t) {
        return ((FloatTensor) t).matrix().data;
    }

    @Override
    public void run(double rate, double keep) {
        float lr = (float) rate;
        float left = (float) keep;
        for (int i = 0; i < W.length; i++) {
            W[i] = left * W[i] - lr * (G[i] + DECAY * W[i]);
        }
        if (NEXT != null) {
            NEXT.run(rate, keep);
        }
    }
}
