package io.github.smallnn.bench;

import io.github.smallnn.bench.work.PredictJob;
import io.github.smallnn.bench.work.Predictor;
import io.github.smallnn.bench.work.Problem;
import io.github.smallnn.graph.Inference;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/** A prediction by the library, as a user would ask for it. */
final class SmallnnPredictor {
    private SmallnnPredictor() {}

    /** By a session, whose result is its own buffer. */
    static Predictor session(PredictJob job, Precision precision) {
        Network network = SmallnnLoop.network(job.network());
        Inference session = network.inference(parameters(network, job, precision), job.rows());
        return new Session(session, SmallnnLoop.tensors(job.inputs(), job.rows(), precision));
    }

    /** By a model, whose result is copied into the caller's tensor. */
    static Predictor model(PredictJob job, Precision precision) {
        Network network = SmallnnLoop.network(job.network());
        Tensor out = Tensor.zeros(precision, job.rows(), job.network().outputs());
        Model model = new Model(network, parameters(network, job, precision));
        return new ByModel(model, SmallnnLoop.tensors(job.inputs(), job.rows(), precision), out);
    }

    private static ParameterSet parameters(Network network, PredictJob job, Precision precision) {
        return SmallnnLoop.parameters(network, Problem.of(job.network()), precision);
    }

    private static final class Session implements Predictor {
        private final Inference session;
        private final Tensor[] inputs;
        private Tensor out;

        Session(Inference session, Tensor[] inputs) {
            this.session = session;
            this.inputs = inputs;
        }

        @Override
        public void predict(int set) {
            out = session.run(inputs[set]);
        }

        @Override
        public double get(int row, int col) {
            return out.get(row, col);
        }
    }

    private record ByModel(Model model, Tensor[] inputs, Tensor out) implements Predictor {
        @Override
        public void predict(int set) {
            model.predict(inputs[set], out);
        }

        @Override
        public double get(int row, int col) {
            return out.get(row, col);
        }
    }
}
