package io.github.smallnn.data;

/** A table of text that cannot be read as numbers; the message names file, line and column and what to do. */
public final class CsvException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message place, what was expected and what was found
     */
    public CsvException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message place, what was expected and what was found
     * @param cause what the parser said
     */
    public CsvException(String message, Throwable cause) {
        super(message, cause);
    }
}
