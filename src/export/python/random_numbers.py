# ---- The lab's random numbers: Threefry-2x32 with 20 rounds (Salmon et al., SC 2011). The n-th number of a stream is
# ---- a function of seed, stream and n alone, so that order, split, weights and masks are those of the page.

STREAMS = {"split": 1, "shuffle": 2, "weights": 3, "dropout": 4, "augment": 10}


def random_bits(seed, stream, index, count):
    """Unsigned 32-bit integers: [count] of one sub-stream, [n, count] of several (index: [n])."""
    index = np.asarray(index, dtype=np.uint32)[..., None]
    blocks = (count + 1) // 2
    keys = [seed, STREAMS[stream], seed ^ STREAMS[stream] ^ 0x1BD11BDA]
    x = np.arange(blocks, dtype=np.uint32) + np.uint32(keys[0])
    y = index + np.uint32(keys[1])
    x, y = (np.ascontiguousarray(part) for part in np.broadcast_arrays(x, y))
    for group in range(5):
        for turn in ((13, 15, 26, 6), (17, 29, 16, 24))[group % 2]:
            x = x + y
            y = ((y << np.uint32(turn)) | (y >> np.uint32(32 - turn))) ^ x
        x = x + np.uint32(keys[(group + 1) % 3])
        y = y + np.uint32((keys[(group + 2) % 3] + group + 1) % 2**32)
    return np.stack([x, y], axis=-1).reshape(*index.shape[:-1], 2 * blocks)[..., :count]


def uniform(seed, stream, index, count):
    """Numbers in [0, 1), multiples of 2**-24."""
    return (random_bits(seed, stream, index, count) >> np.uint32(8)) * 2.0**-24


def shuffled(values, seed, stream, index=0):
    """Fisher-Yates, each place drawn without bias; a copy."""
    values = list(values)
    words, at = random_bits(seed, stream, index, len(values) + 1024).tolist(), 0
    for last in range(len(values) - 1, 0, -1):
        bound = last + 1
        limit = 2**32 - 2**32 % bound
        while words[at] >= limit:
            at += 1
        other = words[at] % bound
        at += 1
        values[last], values[other] = values[other], values[last]
    return np.array(values)
