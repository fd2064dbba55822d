package io.github.smallnn.graph;

import io.github.smallnn.kernel.Binary;
import io.github.smallnn.kernel.Unary;
import io.github.smallnn.op.Activation;
import io.github.smallnn.op.Arithmetic;
import io.github.smallnn.op.Dense;
import io.github.smallnn.op.MatMul;
import io.github.smallnn.op.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns definitions into steps: takes the inference form of ops where asked to, and fuses a product, its row bias and its
 * activation into one {@link Dense} where nobody else reads what lies between.
 */
final class Planner {

    /** One op to run. */
    record Step(Op op, int node, int[] inputs) {}

    private final List<Definition> definitions;
    private final boolean[] needed;
    private final boolean[] kept;
    private final int[] readers;
    private final int[] lastReader;

    private Planner(List<Definition> definitions, boolean[] needed, boolean[] kept) {
        this.definitions = definitions;
        this.needed = needed;
        this.kept = kept;
        this.readers = new int[definitions.size()];
        this.lastReader = new int[definitions.size()];
        for (int i = 0; i < definitions.size(); i++) {
            if (needed[i]) {
                for (int in : definitions.get(i).inputs()) {
                    readers[in]++;
                    lastReader[in] = i;
                }
            }
        }
    }

    /**
     * The steps in order.
     *
     * @param definitions all nodes
     * @param needed which of them must be computed
     * @param kept which of them must stay readable by themselves
     * @param inference whether to use the ops' inference form
     */
    static List<Step> plan(List<Definition> definitions, boolean[] needed, boolean[] kept, boolean inference) {
        return new Planner(definitions, needed, kept).steps(inference);
    }

    private List<Step> steps(boolean inference) {
        Step[] byNode = new Step[definitions.size()];
        boolean[] absorbed = new boolean[definitions.size()];
        for (int i = 0; i < definitions.size(); i++) {
            Op op = definitions.get(i).op();
            if (!needed[i] || op == null || absorbed[i]) {
                continue;
            }
            if (op instanceof MatMul && definitions.get(i).perSample()) {
                Step s = fuse(i, absorbed);
                byNode[s.node()] = s;
            } else {
                byNode[i] = new Step(
                        inference ? op.inference() : op, i, definitions.get(i).inputs());
            }
        }
        List<Step> steps = new ArrayList<>();
        for (Step s : byNode) {
            if (s != null) {
                steps.add(s);
            }
        }
        return steps;
    }

    /** The step that starts with a product, and marks of the later nodes that it swallows. */
    private Step fuse(int product, boolean[] absorbed) {
        int[] inputs = definitions.get(product).inputs();
        int last = product;
        int next = follower(last);
        if (next >= 0 && isRowBias(next, last)) {
            inputs = new int[] {inputs[0], inputs[1], definitions.get(next).inputs()[1]};
            absorbed[next] = true;
            last = next;
            next = follower(last);
        }
        if (next >= 0 && definitions.get(next).op() instanceof Activation a) {
            absorbed[next] = true;
            return new Step(new Dense(a.f(), a.p(), a.q()), next, inputs);
        }
        Op op = last == product ? definitions.get(product).op() : new Dense(Unary.IDENTITY, 0, 0);
        return new Step(op, last, inputs);
    }

    /** The only reader of a node that nobody else may see, or -1. */
    private int follower(int node) {
        return readers[node] == 1 && !kept[node] ? lastReader[node] : -1;
    }

    private boolean isRowBias(int node, int product) {
        Definition d = definitions.get(node);
        return d.op() instanceof Arithmetic a
                && a.f() == Binary.ADD
                && d.inputs()[0] == product
                && a.right() != Arithmetic.Operand.FULL
                && definitions.get(d.inputs()[1]).shape().size() == d.shape().last();
    }
}
