package io.github.smallnn.train;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Metric;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.loss.WeightPenalty;
import io.github.smallnn.optim.Clipping;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.schedule.RateControl;
import io.github.smallnn.schedule.Schedule;
import io.github.smallnn.schedule.Schedules;
import io.github.smallnn.train.TrainingListener.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The training loop.
 *
 * <pre>{@code
 * Trainer trainer = Trainer.of(model, Losses.mse(), Optimizers.adam()).epochs(50).batchSize(32).shuffle(7);
 * History history = trainer.fit(data);
 * }</pre>
 *
 * <p>Defaults: 1 epoch, batches of 32 rows, shuffled every epoch from seed 0, the last short batch kept, a constant rate.
 * These are Keras's; PyTorch's loader takes single rows in order. A further {@code fit} goes on where the last one ended:
 * optimizer state, numbers of epochs and steps and the shuffling continue, so that two fits of one epoch are one fit of two,
 * bit for bit. {@link #reset()} starts over.
 *
 * <p>Parameters are moved in place. What is checked beforehand (columns, finite numbers, class indices) leaves the model
 * untouched when it fails. Mutable, confined to one thread; predicting from the same model during {@code fit} is a race.
 */
public final class Trainer {
    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);
    private static final int ALL = Integer.MAX_VALUE;

    private final Model model;
    private final Loss loss;
    private final Optimizer optimizer;
    private final List<TrainingListener> listeners = new ArrayList<>();
    private final List<WeightPenalty.Bound> penalties = new ArrayList<>();
    private final RowOrder rows = new RowOrder();
    private int epochs = 1;
    private int batchSize = 32;
    private long seed;
    private Sharding sharding = Sharding.none();
    private BatchOrder order = BatchOrder.shuffled(0);
    private Schedule schedule = Schedules.constant();
    private RateControl control;
    private RateControl.Tracker tracker;
    private ToDoubleFunction<EpochReport> watched;
    private Clipping clipping;
    private EarlyStopping earlyStopping;
    private Dataset validation;
    private Optimizer.State state;
    private long epochsDone;

    private Trainer(Model model, Loss loss, Optimizer optimizer) {
        this.model = Objects.requireNonNull(model, "model");
        this.loss = Objects.requireNonNull(loss, "loss");
        this.optimizer = Objects.requireNonNull(optimizer, "optimizer");
        this.state = optimizer.init(model.parameters());
    }

    /**
     * A trainer with the default settings.
     *
     * @param model what is trained; its parameters are changed in place
     * @param loss what is minimised
     * @param optimizer how
     * @return a new trainer
     */
    public static Trainer of(Model model, Loss loss, Optimizer optimizer) {
        return new Trainer(model, loss, optimizer);
    }

    /**
     * Sets the number of epochs of one {@code fit}.
     *
     * @param count at least 1
     * @return this trainer
     * @throws IllegalArgumentException if it is below 1
     */
    public Trainer epochs(int count) {
        epochs = requirePositive("epochs", count);
        return this;
    }

    /**
     * Sets the rows of a batch. The last batch of an epoch may be shorter.
     *
     * @param size at least 1
     * @return this trainer
     * @throws IllegalArgumentException if it is below 1
     */
    public Trainer batchSize(int size) {
        batchSize = requirePositive("batch size", size);
        return this;
    }

    /**
     * Makes all rows one batch: one step per epoch, whatever the data, its rows in their own order. Large data runs through
     * the session in chunks; the gradient is that of the whole.
     *
     * @return this trainer
     */
    public Trainer fullBatch() {
        batchSize = ALL;
        rows.restart();
        return this;
    }

    /**
     * Shuffles the rows at the start of every epoch; see {@link BatchOrder#shuffled}.
     *
     * @param shuffleSeed from 0 to 2^32 - 1
     * @return this trainer
     * @throws IllegalArgumentException if the seed is out of range
     */
    public Trainer shuffle(long shuffleSeed) {
        return order(BatchOrder.shuffled(shuffleSeed));
    }

    /**
     * Takes the rows in the order of the data, without copying them.
     *
     * @return this trainer
     */
    public Trainer inOrder() {
        return order(BatchOrder.inOrder());
    }

    /**
     * Sets the order of the rows.
     *
     * @param newOrder the order
     * @return this trainer
     */
    public Trainer order(BatchOrder newOrder) {
        order = Objects.requireNonNull(newOrder, "order");
        rows.restart();
        return this;
    }

    /**
     * Sets the seed of the network's random ops (dropout); 0 by default.
     *
     * @param randomOps the seed
     * @return this trainer
     */
    public Trainer seed(long randomOps) {
        seed = randomOps;
        return this;
    }

    /**
     * Shares every batch among threads; 1 by default. The same number of threads and the same seed give the same bits; with
     * {@link #shards} any number of threads does. Networks too small to gain run on the calling thread. The threads live
     * as long as a {@code fit}.
     *
     * @param count threads at most, the calling one included, at least 1
     * @return this trainer
     * @throws IllegalArgumentException if it is below 1
     */
    public Trainer threads(int count) {
        sharding = new Sharding(count, sharding.shards());
        return this;
    }

    /**
     * Cuts every batch into a fixed number of shards, so that the bits do not depend on {@link #threads}; see
     * {@link Sharding}.
     *
     * @param count shards, at least 1
     * @return this trainer
     * @throws IllegalArgumentException if it is below 1
     */
    public Trainer shards(int count) {
        sharding = sharding.shards(count);
        return this;
    }

    /**
     * Sets the schedule of the learning rate, as a factor of the optimizer's.
     *
     * @param newSchedule the schedule
     * @return this trainer
     */
    public Trainer schedule(Schedule newSchedule) {
        schedule = Objects.requireNonNull(newSchedule, "schedule");
        return this;
    }

    /**
     * Lets the rate follow the validation loss, or the training loss where there is no validation data. The schedule's
     * factor still applies.
     *
     * @param newControl such as {@link io.github.smallnn.schedule.ReduceOnPlateau}
     * @return this trainer
     */
    public Trainer rateControl(RateControl newControl) {
        return rateControl(newControl, EarlyStopping::loss);
    }

    /**
     * Lets the rate follow a figure of each epoch. Its memory goes on from one {@code fit} to the next.
     *
     * @param newControl such as {@link io.github.smallnn.schedule.ReduceOnPlateau}
     * @param figure what is watched
     * @return this trainer
     */
    public Trainer rateControl(RateControl newControl, ToDoubleFunction<EpochReport> figure) {
        control = Objects.requireNonNull(newControl, "control");
        watched = Objects.requireNonNull(figure, "figure");
        tracker = control.start(optimizer.rate());
        return this;
    }

    /**
     * Clips the gradients of every batch before its step.
     *
     * @param newClipping how, or null for not at all
     * @return this trainer
     */
    public Trainer clip(Clipping newClipping) {
        clipping = newClipping;
        return this;
    }

    /**
     * Ends a run when it gets no better.
     *
     * @param rule when that is, or null for never
     * @return this trainer
     */
    public Trainer earlyStopping(EarlyStopping rule) {
        earlyStopping = rule;
        return this;
    }

    /**
     * Sets data whose loss is reported after every epoch and never trained on.
     *
     * @param data the data, or null for none
     * @return this trainer
     */
    public Trainer validation(Dataset data) {
        validation = data;
        return this;
    }

    /**
     * Adds a penalty on the size of parameters to the loss of every batch: to its gradient and to the training loss
     * that is reported, as Keras and scikit-learn do. Validation loss and {@link #evaluate} are without it, as in
     * PyTorch; Keras has it there too.
     *
     * @param penalty such as {@code WeightPenalty.l2(1e-4)}
     * @return this trainer
     * @throws IllegalArgumentException if no parameter of the model matches its pattern
     */
    public Trainer penalty(WeightPenalty penalty) {
        penalties.add(penalty.bind(model.parameters()));
        return this;
    }

    /**
     * Adds a listener.
     *
     * @param listener called after every step and epoch
     * @return this trainer
     */
    public Trainer listener(TrainingListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Adds an action after every epoch.
     *
     * @param action receives the epoch's report
     * @return this trainer
     */
    public Trainer onEpoch(Consumer<EpochReport> action) {
        Objects.requireNonNull(action, "action");
        return listener(report -> {
            action.accept(report);
            return Decision.GO_ON;
        });
    }

    /**
     * Adds a condition that ends a run after the epoch that meets it.
     *
     * @param condition looks at the epoch's report
     * @return this trainer
     */
    public Trainer stopWhen(Predicate<EpochReport> condition) {
        Objects.requireNonNull(condition, "condition");
        return listener(report -> condition.test(report) ? Decision.STOP : Decision.GO_ON);
    }

    private static int requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + value);
        }
        return value;
    }

    /**
     * Trains for the set number of epochs, going on from earlier calls. Ends earlier if a listener says so or the thread is
     * interrupted: then after the current step, with the interrupt flag still set; an epoch broken off so is not reported
     * and is begun again by the next call.
     *
     * @param data training data, of any precision (converted once if it is not the model's). Not modified.
     * @return what the epochs came to
     * @throws IllegalArgumentException if data or validation data do not fit the network or the loss, or have a NaN or
     *     infinity, or if an op couples the rows of a batch and batches are to be shared among threads, or the last batch
     *     is too small for it; the model is not changed then
     * @throws ShardException if a shard of a batch fails; no step is taken along its gradient
     * @throws TrainingDivergedException if the loss of a batch is not finite; no step is taken along its gradient
     */
    public History fit(Dataset data) {
        Dataset training = prepared("training data", data);
        Scoring scoring = validation == null ? null : new Scoring(model, loss, prepared("validation data", validation));
        int size = Math.min(batchSize, training.rows());
        SessionOptions options = SessionOptions.defaults().seed(seed);
        try (ShardedBackprop session =
                ShardedBackprop.of(model.network(), model.parameters(), loss, size, sharding, options)) {
            session.requireRows((training.rows() - 1) % size + 1);
            TrainingStep step = new TrainingStep(session, state, clipping, training)
                    .penalties(penalties.toArray(new WeightPenalty.Bound[0]));
            EarlyStopping.Watch watch = earlyStopping == null ? null : earlyStopping.start(model);
            Rates rates = new Rates(state, optimizer.rate(), schedule, tracker, watched);
            rows.fit(training.rows());
            LOG.debug("{}: {} epochs of {} rows in batches of {}", model.network(), epochs, training.rows(), size);
            TrainingListener[] told = listeners.toArray(new TrainingListener[0]);
            Fit.Plan plan = new Fit.Plan(size, rates, loss.reduction(), scoring, watch, told);
            return run(new Fit(step, state, plan), watch);
        }
    }

    private History run(Fit fit, EarlyStopping.Watch watch) {
        // The order of one batch makes no difference but for rounding and for the copies.
        BatchOrder used = batchSize == ALL ? BatchOrder.inOrder() : order;
        for (int e = 0; e < epochs && fit.stop() == null; e++) {
            if (fit.epoch(epochsDone, rows.arrange(used, epochsDone))) {
                epochsDone++;
                LOG.debug("{}", fit.epochs().get(e));
            }
        }
        if (watch != null) {
            watch.finish();
        }
        return new History(fit.epochs(), fit.stop() == null ? StopReason.COMPLETED : fit.stop());
    }

    private Dataset prepared(String name, Dataset data) {
        return DataCheck.prepared(
                name, data, model.network(), loss, model.parameters().precision());
    }

    /**
     * Loss of some data, the way predictions are made.
     *
     * @param data the data. Not modified.
     * @return the reduced loss, without metrics
     * @throws IllegalArgumentException if the data does not fit the network or the loss, or has a NaN or infinity
     */
    public Scores evaluate(Dataset data) {
        return evaluate(data, Map.of());
    }

    /**
     * Loss and metrics of some data, the way predictions are made.
     *
     * @param data the data. Not modified.
     * @param metrics figures to compute, by name
     * @return loss and figures
     * @throws IllegalArgumentException if the data does not fit the network or the loss, or has a NaN or infinity
     */
    public Scores evaluate(Dataset data, Map<String, Metric> metrics) {
        Dataset d = prepared("data", data);
        return new Scoring(model, loss, d).scores(metrics);
    }

    /**
     * Forgets the training so far: optimizer state, counts of epochs and steps, and the shuffling start over. The parameters
     * stay; give others to {@link #reset(ParameterSet)}.
     *
     * @return this trainer
     */
    public Trainer reset() {
        state = optimizer.init(model.parameters());
        tracker = control == null ? null : control.start(optimizer.rate());
        epochsDone = 0;
        rows.restart();
        order.restart();
        return this;
    }

    /**
     * Starts over from given parameters.
     *
     * @param start values to begin with, such as a copy made before training. Not modified.
     * @return this trainer
     * @throws IllegalArgumentException if they are not of the model's layout; nothing is changed then
     */
    public Trainer reset(ParameterSet start) {
        model.parameters().assign(start);
        return reset();
    }

    /**
     * The optimizer's state, to be copied out or restored. Its rate is set by the schedule, at the latest when an epoch
     * begins.
     *
     * @return the state itself; {@link #reset()} replaces it
     */
    public Optimizer.State state() {
        return state;
    }

    /**
     * The model.
     *
     * @return the model itself
     */
    public Model model() {
        return model;
    }

    /**
     * Epochs completed since the trainer began or was reset.
     *
     * @return the count
     */
    public long epochsDone() {
        return epochsDone;
    }
}
