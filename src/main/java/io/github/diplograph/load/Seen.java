package io.github.diplograph.load;

import java.util.Arrays;

/**
 * Which texts have been seen, in eight bytes each or a little more: a graph may have millions of relationships. Takes a
 * text for seen that was not, once in many billions.
 */
final class Seen {

    private long[] slots = new long[1 << 10];
    private int size;

    /** Notes a text; false if it had been seen. */
    boolean add(String text) {
        return grow(hash(text));
    }

    /** Notes all that another has seen. */
    void addAll(Seen other) {
        Arrays.stream(other.slots).filter(hash -> hash != 0).forEach(this::grow);
    }

    boolean contains(String text) {
        long hash = hash(text);
        int slot = slot(hash);
        while (slots[slot] != 0) {
            if (slots[slot] == hash) {
                return true;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return false;
    }

    private boolean grow(long hash) {
        if (size * 3L > slots.length * 2L) {
            long[] old = slots;
            slots = new long[old.length * 2];
            size = 0;
            Arrays.stream(old).filter(one -> one != 0).forEach(this::put);
        }
        return put(hash);
    }

    private boolean put(long hash) {
        int slot = slot(hash);
        while (slots[slot] != 0) {
            if (slots[slot] == hash) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = hash;
        size++;
        return true;
    }

    private int slot(long hash) {
        return (int) (hash >>> 32) & (slots.length - 1);
    }

    /** FNV-1a, mixed once more as murmur3 ends; never zero. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
