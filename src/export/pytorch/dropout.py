class Dropout(nn.Module):
    """Inverted dropout by the masks of the page: the same seed, step and layer give the same mask on any number of processes."""

    def __init__(self, share, number):
        super().__init__()
        self.share, self.number = share, number

    def forward(self, x):
        if not self.training or self.share == 0:
            return x
        size = x[0].numel() if len(x) else 0
        drawn = uniform(Batch.seed, "dropout", Batch.step * 16 + self.number, Batch.end * size)[Batch.first * size :]
        # The page's maps have their channels last.
        shape = (len(x), *x.shape[2:], x.shape[1]) if x.dim() == 4 else x.shape
        kept = torch.from_numpy((drawn >= self.share).astype(np.float32)).reshape(shape).to(x.device)
        return x * (kept.movedim(-1, 1) if x.dim() == 4 else kept) / (1 - self.share)
