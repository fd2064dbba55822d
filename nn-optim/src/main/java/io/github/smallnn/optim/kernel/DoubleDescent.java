package io.github.smallnn.optim.kernel;

import io.github.smallnn.kernel.Templates;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import java.lang.invoke.MethodHandles;

/** Plain gradient descent of one parameter, then of those behind it. A template: see {@link Templates}. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleDescent implements Descent {
    private static final DescentLink LINK = Templates.data(MethodHandles.lookup(), DescentLink.class);
    private static final double DECAY = (double) LINK.decay();
    private static final double[] W = array(LINK.w());
    private static final double[] G = array(LINK.g());
    private static final Descent NEXT = LINK.next();

    DoubleDescent() {}

    private static double[] array(Tensor t) {
        return ((DoubleTensor) t).matrix().data;
    }

    @Override
    public void run(double rate, double keep) {
        double lr = (double) rate;
        double left = (double) keep;
        for (int i = 0; i < W.length; i++) {
            W[i] = left * W[i] - lr * (G[i] + DECAY * W[i]);
        }
        if (NEXT != null) {
            NEXT.run(rate, keep);
        }
    }
}
