ACTIVATIONS = {
    "relu": F.relu,
    "leaky-relu": lambda x: F.leaky_relu(x, 0.01),
    "gelu": lambda x: F.gelu(x, approximate="tanh"),
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
}

# ---- Processes: alone, or under torchrun, each with its share of every batch.

RANK, WORLD = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))


class Batch:
    """The batch that is being trained: what dropout and normalisation need to know of the whole of it."""

    seed, step, size = 0, 0, 0

    @classmethod
    def begin(cls, seed, step, size):
        cls.seed, cls.step, cls.size = seed, step, size
        cls.first, cls.end = RANK * size // WORLD, (RANK + 1) * size // WORLD


def everywhere(tensor):
    """The sum over all processes."""
    if WORLD > 1:
        dist.all_reduce(tensor)
    return tensor
