package io.github.smallnn.kernel;

import java.lang.reflect.Proxy;

/** Loops that are right but for the last bit of one hyperbolic tangent. */
final class WrongLoops {

    private WrongLoops() {}

    static DoubleLoops create() {
        DoubleLoops right = new DoublePortableLoops();
        return (DoubleLoops) Proxy.newProxyInstance(
                DoubleLoops.class.getClassLoader(), new Class<?>[] {DoubleLoops.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(right, arguments);
                    if (method.getName().equals("tanh")) {
                        double[] y = (double[]) arguments[2];
                        int first = (Integer) arguments[3];
                        y[first] = Math.nextUp(y[first]);
                    }
                    return result;
                });
    }
}
