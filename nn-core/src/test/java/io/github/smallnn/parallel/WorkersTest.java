package io.github.smallnn.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.github.smallnn.check.AllocationCheck;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every part runs once, on its thread, whatever goes wrong; and no thread is left behind. */
@Timeout(60)
class WorkersTest {
    private static final String NAME = "workers-test";

    @AfterEach
    void leaveNothingBehind() {
        Thread.interrupted();
        assertThat(threads()).isEmpty();
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith(NAME))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void everyPartRunsOnceOnItsThread(int count) {
        try (Workers workers = new Workers(NAME, count)) {
            assertThat(workers.threads()).isEqualTo(count);
            for (int parts = 0; parts < 12; parts++) {
                String[] ranOn = new String[parts];
                int[] runs = new int[parts];
                workers.run(
                        part -> {
                            runs[part]++;
                            ranOn[part] = Thread.currentThread().getName();
                        },
                        parts);
                for (int part = 0; part < parts; part++) {
                    String owner = part % count == 0 ? Thread.currentThread().getName() : NAME + "-" + part % count;
                    assertThat(runs[part])
                            .as("runs of part %d of %d", part, parts)
                            .isEqualTo(1);
                    assertThat(ranOn[part]).as("part %d of %d", part, parts).isEqualTo(owner);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void manyRoundsWithAndWithoutSleepBetween(int count) {
        long[] sums = new long[count * 16];
        int rounds = 3000;
        try (Workers workers = new Workers(NAME, count)) {
            for (int round = 0; round < rounds; round++) {
                if (round % 100 == 0) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                }
                int now = round;
                workers.run(part -> sums[part * 16] += now, count);
            }
        }
        for (int part = 0; part < count; part++) {
            assertThat(sums[part * 16]).as("part %d", part).isEqualTo((long) rounds * (rounds - 1) / 2);
        }
    }

    @Test
    void theLowestFailingPartIsThrownAndTheOthersAreSuppressed() {
        try (Workers workers = new Workers(NAME, 3)) {
            int[] runs = new int[9];
            IllegalStateException e = catchThrowableOfType(
                    IllegalStateException.class,
                    () -> workers.run(
                            part -> {
                                runs[part]++;
                                if (part > 3) {
                                    throw new IllegalStateException("part " + part);
                                }
                            },
                            9));
            assertThat(e).hasMessage("part 4");
            assertThat(e.getSuppressed()).extracting(Throwable::getMessage).containsExactly("part 6", "part 5");
            assertThat(runs).containsExactly(1, 1, 1, 1, 1, 1, 1, 0, 0);
            List<Integer> again = new ArrayList<>();
            workers.run(again::add, 1);
            assertThat(again).containsExactly(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void anErrorIsThrownAsItIs(int failing) {
        try (Workers workers = new Workers(NAME, 2)) {
            assertThatThrownBy(() -> workers.run(
                            part -> {
                                if (part == failing) {
                                    throw new StackOverflowError("deep");
                                }
                            },
                            2))
                    .isInstanceOf(StackOverflowError.class)
                    .hasMessage("deep");
        }
    }

    @Test
    void anInterruptedCallerWaitsAndStaysInterrupted() {
        boolean[] done = new boolean[2];
        try (Workers workers = new Workers(NAME, 2)) {
            Thread.currentThread().interrupt();
            workers.run(
                    part -> {
                        if (part == 1) {
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                        }
                        done[part] = true;
                    },
                    2);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
        assertThat(done).containsExactly(true, true);
        assertThat(Thread.interrupted()).as("flag after close").isTrue();
    }

    @Test
    void interruptedWorkersGoOnWorking() {
        try (Workers workers = new Workers(NAME, 2)) {
            for (int round = 0; round < 20; round++) {
                threads().forEach(Thread::interrupt);
                int[] runs = new int[2];
                workers.run(part -> runs[part]++, 2);
                assertThat(runs).containsExactly(1, 1);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
    }

    @Test
    void theThreadsAreDaemonsAndEndWithClose() {
        Workers workers = new Workers(NAME, 3);
        assertThat(threads()).hasSize(2).allMatch(Thread::isDaemon);
        workers.close();
        assertThat(threads()).isEmpty();
        workers.close();
        assertThatThrownBy(() -> workers.run(part -> {}, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended");
    }

    @Test
    void atLeastOneThread() {
        assertThatThrownBy(() -> new Workers(NAME, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 0");
    }

    @Test
    void aHandOverAllocatesNothingOnAnyThread() {
        ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] sums = new long[32];
        Workers.Job job = part -> sums[part * 16]++;
        try (Workers workers = new Workers(NAME, 2)) {
            long worker = threads().get(0).getId();
            long[] least = {Long.MAX_VALUE};
            AllocationCheck.requireNone("hand-overs, caller", () -> {
                long before = counter.getThreadAllocatedBytes(worker);
                workers.run(job, 2);
                least[0] = Math.min(least[0], counter.getThreadAllocatedBytes(worker) - before);
            });
            assertThat(least[0]).as("bytes of the other thread").isZero();
        }
    }
}
