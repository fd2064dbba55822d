package io.github.smallnn.optim;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The state of one or several tensor rules over one set of parameters: bookkeeping and checks, once for all rules. */
final class SlotState implements DivisibleState {
    // A plan has to be made and compiled, see Backprop; a short training goes without. The bits are the same.
    static final int STEPS_BEFORE_PLAN = 20_000;

    /** A rule at work: its rate as a multiple of the base rate, and its own momentum. */
    private record Worker(TensorRule.Move move, double rateFactor, double momentum) {}

    /** A parameter that is trained, with all that its rule needs. */
    private record Bound(TensorRule.Move move, Tensor w, Tensor g, Tensor[] slots) {}

    private final ParameterSet layout;
    private final Updates kernels;
    private final Worker[] workers;
    private final int[] chosen;
    private final ParameterSet[] slots;
    private final Tensor[][] slotsOfTensor;
    // The sets of the last step and what was bound of them: they are mostly the same from step to step, and checking
    // and unpacking them would take longer than moving a few numbers.
    private ParameterSet lastParameters;
    private ParameterSet lastGradients;
    private Bound[] bound = {};
    // By number of the parameter, null where it is not trained.
    private Bound[] boundOf = {};
    // The whole step of these sets, null where there is none.
    private PlannedMove planned;
    private int stepsBeforePlan;
    private double rate;
    private double cycled = Double.NaN;
    private long steps;

    private SlotState(TensorRule[] rules, int[] chosen, ParameterSet parameters) {
        this.layout = parameters;
        this.kernels = Updates.of(parameters.precision());
        this.chosen = chosen;
        this.rate = rules[0].rate();
        this.workers = new Worker[rules.length];
        int slotCount = 0;
        for (int k = 0; k < rules.length; k++) {
            double factor = rules[k].rate() == rate ? 1 : rules[k].rate() / rate;
            workers[k] = new Worker(rules[k].move(), factor, rules[k].momentum());
            slotCount = Math.max(slotCount, rules[k].slots());
        }
        this.slots = new ParameterSet[slotCount];
        this.slotsOfTensor = new Tensor[parameters.size()][slotCount];
        for (int s = 0; s < slotCount; s++) {
            slots[s] = parameters.zerosLike();
            for (int i = 0; i < parameters.size(); i++) {
                slotsOfTensor[i][s] = slots[s].tensor(i);
            }
        }
    }

    static SlotState of(TensorRule rule, ParameterSet parameters) {
        return of(new TensorRule[] {rule}, new int[parameters.size()], parameters);
    }

    /** A state in which parameter i is moved by the rule {@code rules[chosen[i]]}; the first rule has the base rate. */
    static SlotState of(TensorRule[] rules, int[] chosen, ParameterSet parameters) {
        return new SlotState(rules, chosen, parameters);
    }

    @Override
    public void step(ParameterSet parameters, ParameterSet gradients) {
        if (planned != null && parameters == lastParameters && gradients == lastGradients) {
            planned.run(rate);
        } else {
            moveEach(parameters, gradients);
        }
        steps++;
    }

    private void moveEach(ParameterSet parameters, ParameterSet gradients) {
        prepare(parameters, gradients);
        for (Bound b : bound) {
            b.move().apply(kernels, b.w(), b.g(), b.slots());
        }
        if (stepsBeforePlan > 0 && --stepsBeforePlan == 0) {
            planned = plan();
        }
    }

    private PlannedMove plan() {
        if (workers.length > 1 || !(workers[0].move() instanceof PlannableMove move)) {
            return null;
        }
        List<Tensor> w = new ArrayList<>();
        List<Tensor> g = new ArrayList<>();
        for (Bound b : bound) {
            w.add(b.w());
            g.add(b.g());
        }
        return move.plan(w, g);
    }

    /** Plans the step of the last sets now. Returns whether there is a plan. */
    boolean planNow() {
        stepsBeforePlan = 0;
        planned = plan();
        return planned != null;
    }

    @Override
    public boolean divisible() {
        for (Worker w : workers) {
            if (!w.move().elementwise(steps + 1)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void begin(ParameterSet parameters, ParameterSet gradients) {
        prepare(parameters, gradients);
        steps++;
    }

    @Override
    public void move(int parameter, Updates part) {
        Bound b = boundOf[parameter];
        if (b != null) {
            b.move().apply(part, b.w(), b.g(), b.slots());
        }
    }

    private void prepare(ParameterSet parameters, ParameterSet gradients) {
        if (parameters != lastParameters || gradients != lastGradients) {
            bind(parameters, gradients);
        }
        for (Worker w : workers) {
            boolean cycles = w.momentum() > 0 && !Double.isNaN(cycled);
            w.move().begin(rate * w.rateFactor(), cycles ? cycled : w.momentum(), steps + 1);
        }
    }

    private void bind(ParameterSet parameters, ParameterSet gradients) {
        check("parameters", parameters);
        check("gradients", gradients);
        boundOf = new Bound[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            if (parameters.trainable(i)) {
                boundOf[i] = new Bound(
                        workers[chosen[i]].move(), parameters.tensor(i), gradients.tensor(i), slotsOfTensor[i]);
            }
        }
        bound = Arrays.stream(boundOf).filter(Objects::nonNull).toArray(Bound[]::new);
        planned = null;
        stepsBeforePlan = STEPS_BEFORE_PLAN;
        lastParameters = parameters;
        lastGradients = gradients;
    }

    private void check(String what, ParameterSet p) {
        layout.requireLike(p);
        if (p.precision() != layout.precision()) {
            throw new IllegalArgumentException("the " + what + " are in " + p.precision()
                    + ", but the optimizer's state was made for " + layout.precision()
                    + "; convert them with ParameterSet.to or make a new state");
        }
    }

    @Override
    public double rate() {
        return rate;
    }

    @Override
    public void rate(double newRate) {
        Settings.requireRate(newRate);
        rate = newRate;
    }

    @Override
    public double momentum() {
        return Double.isNaN(cycled) ? workers[0].momentum() : cycled;
    }

    @Override
    public void momentum(double momentum) {
        Settings.requireFraction("momentum", momentum);
        for (Worker w : workers) {
            if (w.momentum() > 0) {
                cycled = momentum;
                return;
            }
        }
        throw new IllegalStateException("the optimizer has no momentum that could be set to " + momentum
                + "; give it one (such as Optimizers.sgd(rate).withMomentum(0.9)) or leave the momentum out of the"
                + " schedule");
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public List<ParameterSet> slots() {
        return List.of(slots);
    }

    @Override
    public void restore(long stepsTaken, List<ParameterSet> source) {
        if (stepsTaken < 0 || source.size() != slots.length) {
            throw new IllegalArgumentException(
                    "this state has " + slots.length + " slots and counts steps from 0, but was given " + source.size()
                            + " slots at step " + stepsTaken);
        }
        // Copied first, so that a slot that does not fit (or is one of ours) leaves this state as it was.
        List<ParameterSet> copies = new ArrayList<>();
        for (ParameterSet s : source) {
            layout.requireLike(s);
            copies.add(s.copy());
        }
        for (int i = 0; i < slots.length; i++) {
            slots[i].assign(copies.get(i));
        }
        steps = stepsTaken;
    }
}
