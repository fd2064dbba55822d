package io.github.smallnn.check;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures what a piece of code allocates on the Java heap, by the running thread's own counter, to the byte.
 *
 * <p>The code is warmed first, so that classes are loaded and buffers have grown; then the smallest of a few rounds
 * counts, because the JVM itself may allocate on a thread's account once (a resolved call site, a deoptimisation). While
 * every round still allocates, rounds go on for a few seconds, with the vector module for up to a minute: vector code
 * allocates until the compiler has translated it.
 * Needs a HotSpot-like JVM.
 */
public final class AllocationCheck {
    private static final int ROUNDS = 5;
    private static final int CALLS = 200;
    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE_NANOS =
            (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? 60 : 5) * SECOND;

    private AllocationCheck() {}

    /**
     * Bytes that warm calls allocate.
     *
     * @param calls calls before measuring, and again in each measured round
     * @param code what to measure
     * @return bytes of the best round, for all its calls together
     * @throws IllegalStateException if this JVM does not count allocated bytes
     */
    public static long bytes(int calls, Runnable code) {
        ThreadMXBean threads = counter();
        run(calls, code);
        long best = Long.MAX_VALUE;
        long start = System.nanoTime();
        for (int round = 0; best != 0 && (round < ROUNDS || System.nanoTime() - start < PATIENCE_NANOS); round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            run(calls, code);
            long used = threads.getCurrentThreadAllocatedBytes() - before;
            best = Math.min(best, used);
        }
        return best;
    }

    /**
     * Fails if a warm call allocates anything.
     *
     * @param what name of the code, for the message
     * @param code what to measure
     * @throws AssertionError with the number of bytes
     * @throws IllegalStateException if this JVM does not count allocated bytes
     */
    public static void requireNone(String what, Runnable code) {
        long bytes = bytes(CALLS, code);
        if (bytes != 0) {
            throw new AssertionError(what + " allocated " + bytes + " bytes in " + CALLS + " warm calls");
        }
    }

    private static void run(int times, Runnable code) {
        for (int i = 0; i < times; i++) {
            code.run();
        }
    }

    private static ThreadMXBean counter() {
        if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                && threads.isThreadAllocatedMemorySupported()) {
            threads.setThreadAllocatedMemoryEnabled(true);
            return threads;
        }
        throw new IllegalStateException("this JVM does not count the bytes that a thread allocates; use HotSpot");
    }
}
