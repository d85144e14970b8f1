def rate_factor(progress, schedule, warmup=0.0, rise=0.3):
    """What the learning rate is multiplied by; progress: batches done / batches of the run."""
    cosine = lambda start, end, t: end + (start - end) * 0.5 * (1 + math.cos(math.pi * t))
    if schedule == "one-cycle":
        if progress < rise:
            return cosine(0.04, 1, progress / rise)
        return cosine(1, 0.0004, (progress - rise) / (1 - rise))
    if progress < warmup:
        return 0.04 + 0.96 * progress / warmup
    left = (progress - warmup) / (1 - warmup)
    if schedule == "step":
        return 0.1 ** sum(left >= at for at in (0.5, 0.75))
    return {"constant": lambda: 1.0, "exponential": lambda: 0.01**left, "cosine": lambda: cosine(1, 0, left)}[schedule]()
