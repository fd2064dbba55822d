package io.github.smallnn.random;

/** Random bits without any distribution. Confined to one thread. */
interface Words {
    /** The next 32 bits. */
    int next32();

    /** The next 64 bits. */
    long next64();
}
