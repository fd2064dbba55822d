package io.github.smallnn.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A few threads that run the parts of one job at a time, the calling thread being the first of them. Handing over a job
 * allocates nothing. Between jobs the threads spin for some microseconds, since the next job of a training step is near,
 * and then sleep. They are daemons and end with {@link #close()}.
 *
 * <p>Belongs to one thread at a time, the caller. Whatever the caller wrote before a job its parts see, and the caller sees
 * what they wrote once {@link #run} has returned.
 */
public final class Workers implements AutoCloseable {

    /** What is to be done. Its parts run at the same time, so each writes what is its own. */
    @FunctionalInterface
    public interface Job {

        /**
         * Does one part.
         *
         * @param part number of the part, from 0
         */
        void run(int part);
    }

    // Longer than what lies between two jobs of a step, shorter than anybody would miss; see ADR 9.
    private static final long SPIN_NANOS = 50_000;

    private final Worker[] others;
    private final long spinNanos;
    private final AtomicInteger busy = new AtomicInteger();
    private final Throwable[] failures;
    private final int[] failedParts;
    private Job job;
    private int parts;
    private volatile int round;
    private volatile Thread sleepingCaller;
    private volatile boolean closed;

    /**
     * Starts the threads.
     *
     * @param name what they are named, with a number behind it
     * @param threads how many there are, the caller included, at least 1
     * @throws IllegalArgumentException if threads is below 1
     */
    public Workers(String name, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("there must be at least 1 thread, but got " + threads);
        }
        // Where there are fewer processors than threads, spinning would keep the others from working.
        this.spinNanos = Runtime.getRuntime().availableProcessors() < threads ? 0 : SPIN_NANOS;
        this.failures = new Throwable[threads];
        this.failedParts = new int[threads];
        this.others = new Worker[threads - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Worker(name + "-" + (i + 1), i + 1);
        }
        start();
    }

    private void start() {
        int started = 0;
        try {
            for (; started < others.length; started++) {
                others[started].thread.start();
            }
        } finally {
            if (started < others.length) {
                close();
            }
        }
    }

    /**
     * How many threads work, the caller included.
     *
     * @return the number, at least 1
     */
    public int threads() {
        return others.length + 1;
    }

    /**
     * Runs a job and returns when all of it is done. Thread t does the parts t, t + threads, ... in this order, the caller
     * being thread 0. Interrupting the caller does not shorten the wait; the interrupt flag stays set.
     *
     * @param work the job
     * @param count number of parts
     * @throws RuntimeException what the lowest failing part has thrown, or an error likewise; what other threads threw is
     *     suppressed in it, and the parts of a thread that come after its failing one are left out
     * @throws IllegalStateException if the threads have ended
     */
    public void run(Job work, int count) {
        if (closed) {
            throw new IllegalStateException("these threads have ended; use them before close()");
        }
        job = work;
        parts = count;
        int wanted = Math.min(others.length, count - 1);
        if (wanted > 0) {
            begin();
        }
        runPartsOf(0);
        if (wanted > 0) {
            awaitOthers();
        }
        job = null;
        rethrow();
    }

    private void begin() {
        busy.set(others.length);
        round++;
        for (Worker w : others) {
            w.wakeIfAsleep();
        }
    }

    private void runPartsOf(int thread) {
        for (int part = thread; part < parts; part += others.length + 1) {
            try {
                job.run(part);
            } catch (Throwable e) {
                failures[thread] = e;
                failedParts[thread] = part;
                return;
            }
        }
    }

    private void awaitOthers() {
        if (spinUntilIdle()) {
            return;
        }
        boolean interrupted = false;
        sleepingCaller = Thread.currentThread();
        while (busy.get() != 0) {
            LockSupport.park(this);
            // With the flag set the thread would not sleep again.
            interrupted |= Thread.interrupted();
        }
        sleepingCaller = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean spinUntilIdle() {
        long start = System.nanoTime();
        while (busy.get() != 0) {
            if (System.nanoTime() - start >= spinNanos) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    private void rethrow() {
        Throwable first = null;
        int firstPart = Integer.MAX_VALUE;
        for (int t = 0; t < failures.length; t++) {
            if (failures[t] != null && failedParts[t] < firstPart) {
                first = failures[t];
                firstPart = failedParts[t];
            }
        }
        if (first == null) {
            return;
        }
        for (int t = 0; t < failures.length; t++) {
            if (failures[t] != null && failures[t] != first) {
                first.addSuppressed(failures[t]);
            }
            failures[t] = null;
        }
        if (first instanceof Error e) {
            throw e;
        }
        throw (RuntimeException) first;
    }

    /** Ends the threads and waits until they have ended. Closing again does nothing. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        for (Worker w : others) {
            LockSupport.unpark(w.thread);
            interrupted |= joined(w.thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean joined(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    /** One thread besides the caller. */
    private final class Worker implements Runnable {
        private final Thread thread;
        private final int number;
        private volatile boolean asleep;

        Worker(String name, int number) {
            this.number = number;
            this.thread = new Thread(this, name);
            thread.setDaemon(true);
        }

        @Override
        public void run() {
            for (int seen = 0; awaitRound(seen); seen++) {
                runPartsOf(number);
                if (busy.decrementAndGet() == 0) {
                    LockSupport.unpark(sleepingCaller);
                }
            }
        }

        /** Waits for the round after the one seen; false if there will be none. */
        private boolean awaitRound(int seen) {
            long start = System.nanoTime();
            while (round == seen && !closed) {
                if (System.nanoTime() - start >= spinNanos) {
                    sleepUntilAfter(seen);
                } else {
                    Thread.onSpinWait();
                }
            }
            return !closed;
        }

        // Says that it sleeps before it looks for work, the caller gives work before it looks who sleeps: one of them
        // sees.
        private void sleepUntilAfter(int seen) {
            asleep = true;
            while (round == seen && !closed) {
                LockSupport.park(Workers.this);
                Thread.interrupted();
            }
            asleep = false;
        }

        void wakeIfAsleep() {
            if (asleep) {
                LockSupport.unpark(thread);
            }
        }
    }
}
