package io.github.smallnn.layer;

import io.github.smallnn.graph.Node;

/**
 * The state between two steps of a {@link Recurrent} layer, and the next one.
 *
 * @param h state
 * @param c cell state of an LSTM, else null
 */
record RecurrentState(Node h, Node c) {

    RecurrentState rnn(Node next) {
        return new RecurrentState(next, null);
    }

    /** The next state from x W + b and h U + d, gates r, z, n; (1 - z) n + z h is formed as n + z (h - n). */
    RecurrentState gru(Node in, Node back) {
        int n = h.shape().last();
        Node gates = in.slice(0, 2 * n).plus(back.slice(0, 2 * n)).sigmoid();
        Node r = gates.slice(0, n);
        Node z = gates.slice(n, 2 * n);
        Node proposal =
                in.slice(2 * n, 3 * n).plus(r.times(back.slice(2 * n, 3 * n))).tanh();
        return new RecurrentState(proposal.plus(z.times(h.minus(proposal))), null);
    }

    /** The next state from x W + b + h U + d, gates i, f, g, o. */
    RecurrentState lstm(Node sum) {
        int n = h.shape().last();
        Node gates = sum.slice(0, 2 * n).sigmoid();
        Node i = gates.slice(0, n);
        Node f = gates.slice(n, 2 * n);
        Node g = sum.slice(2 * n, 3 * n).tanh();
        Node o = sum.slice(3 * n, 4 * n).sigmoid();
        Node next = f.times(c).plus(i.times(g));
        return new RecurrentState(o.times(next.tanh()), next);
    }
}
