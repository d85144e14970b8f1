class BatchNorm(nn.Module):
    """
    Batch normalisation over 'ghost batches' (Hoffer, Hubara & Soudry 2017): the batch in four shards, each in parts of at
    most 32 images. On 1, 2 or 4 processes the parts are the same, and so is what is trained.
    """

    def __init__(self, channels):
        super().__init__()
        if WORLD not in (1, 2, 4):
            raise ValueError("a network with batch normalisation trains alike on 1, 2 or 4 processes")
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer("running_mean", torch.zeros(channels))
        self.register_buffer("running_var", torch.ones(channels))

    def forward(self, x):
        if not self.training:
            return self.normalised(x, self.running_mean, self.running_var)
        over = [axis for axis in range(x.dim()) if axis != 1]
        outputs, found = [x[:0]], torch.zeros(2, x.shape[1], device=x.device)
        for first, end in self.parts():
            part = x[first - Batch.first : end - Batch.first]
            mean, variance = part.mean(over), part.var(over, unbiased=False)
            outputs.append(self.normalised(part, mean, variance))
            found += torch.stack([mean, variance]).detach() * (end - first) / Batch.size
        mean, variance = everywhere(found)
        self.running_mean.mul_(0.9).add_(mean, alpha=0.1)
        self.running_var.mul_(0.9).add_(variance, alpha=0.1)
        return torch.cat(outputs) + 0 * (self.weight.sum() + self.bias.sum())

    def normalised(self, x, mean, variance):
        alike = [1, -1] + [1] * (x.dim() - 2)
        scale = self.weight / torch.sqrt(variance + 1e-5)
        return x * scale.view(alike) + (self.bias - mean * scale).view(alike)

    @staticmethod
    def parts():
        """First image and end of each ghost batch of this process."""
        for shard in range(4 * RANK // WORLD, 4 * (RANK + 1) // WORLD):
            first, end = shard * Batch.size // 4, (shard + 1) * Batch.size // 4
            count = math.ceil((end - first) / 32)
            for part in range(count):
                yield first + part * (end - first) // count, first + (part + 1) * (end - first) // count
