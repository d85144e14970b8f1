def split_training(count):
    """Positions in the training files: one image in twelve validates, always the same ones, the others train."""
    positions = shuffled(range(count), 0, "split")
    validation = int(count * (1 / 12) + 0.5)
    return positions[validation:], positions[:validation]


def epoch_order(positions, seed, epoch):
    """The order of one epoch, from 0."""
    return shuffled(positions, seed, "shuffle", epoch)
