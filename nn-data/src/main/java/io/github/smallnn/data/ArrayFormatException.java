package io.github.smallnn.data;

/** A file of numbers that is not what it says; the message names file, byte, what was expected and what was found. */
public final class ArrayFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message place, what was expected and what was found
     */
    public ArrayFormatException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message place, what was expected and what was found
     * @param cause what the decoder said
     */
    public ArrayFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
