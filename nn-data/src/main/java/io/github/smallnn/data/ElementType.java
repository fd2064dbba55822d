package io.github.smallnn.data;

import java.nio.ByteBuffer;

/** How a number is written in a file of numbers. */
enum ElementType {
    BOOL(1) {
        @Override
        double read(ByteBuffer in) {
            byte b = in.get();
            if (b != 0 && b != 1) {
                throw new ArithmeticException("the byte " + b + ", which is neither false (0) nor true (1)");
            }
            return b;
        }
    },
    INT8(1) {
        @Override
        double read(ByteBuffer in) {
            return in.get();
        }
    },
    UINT8(1) {
        @Override
        double read(ByteBuffer in) {
            return Byte.toUnsignedInt(in.get());
        }
    },
    INT16(2) {
        @Override
        double read(ByteBuffer in) {
            return in.getShort();
        }
    },
    UINT16(2) {
        @Override
        double read(ByteBuffer in) {
            return Short.toUnsignedInt(in.getShort());
        }
    },
    INT32(4) {
        @Override
        double read(ByteBuffer in) {
            return in.getInt();
        }
    },
    UINT32(4) {
        @Override
        double read(ByteBuffer in) {
            return Integer.toUnsignedLong(in.getInt());
        }
    },
    INT64(8) {
        @Override
        double read(ByteBuffer in) {
            long value = in.getLong();
            // A long that rounds up to 2^63 would come back as Long.MAX_VALUE, so that one is asked for by itself.
            if ((long) (double) value != value || value == Long.MAX_VALUE) {
                throw new ArithmeticException(value + ", which a number of 53 bits cannot hold");
            }
            return value;
        }
    },
    UINT64(8) {
        @Override
        double read(ByteBuffer in) {
            long value = in.getLong();
            if (value >= 0) {
                in.position(in.position() - bytes());
                return INT64.read(in);
            }
            if ((value & 0x7ff) != 0) {
                throw new ArithmeticException(Long.toUnsignedString(value) + ", which a number of 53 bits cannot hold");
            }
            return (value >>> 11) * 0x1p11;
        }
    },
    FLOAT32(4) {
        @Override
        double read(ByteBuffer in) {
            return in.getFloat();
        }
    },
    FLOAT64(8) {
        @Override
        double read(ByteBuffer in) {
            return in.getDouble();
        }
    };

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /** The next number; an ArithmeticException says what stands there if a double cannot hold it. */
    abstract double read(ByteBuffer in);
}
