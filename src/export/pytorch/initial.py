def initial_weights(settings):
    """The weights that a run of these settings begins with, the same as on the page: a state_dict."""
    state = {}
    for index, (name, role, shape, maps) in enumerate(PARAMETERS):
        size = math.prod(shape)
        if role not in ("kernel", "depthwise"):
            state[name] = torch.full(shape, 1.0 if role in ("scale", "variance") else 0.0)
            continue
        window = math.prod(shape[:-2])
        inputs, outputs = (1, 1) if role == "depthwise" else shape[-2:]
        if settings["init"] == "glorot":
            values = (2 * uniform(settings["seed"], "weights", index, size) - 1) * math.sqrt(
                6 / (window * inputs + window * outputs))
        else:
            drawn = uniform(settings["seed"], "weights", index, 2 * size).reshape(size, 2)
            values = np.sqrt(-2 * np.log(1 - drawn[:, 0])) * np.cos(2 * np.pi * drawn[:, 1])
            values *= math.sqrt(2 / (window * inputs)) if settings["init"] == "he" else settings["initStd"]
        state[name] = in_torch(torch.from_numpy(values.astype(np.float32).reshape(shape)), role, maps)
    return state


def in_torch(values, role, maps):
    """A tensor of the page, channels last, in the order of PyTorch, channels first."""
    if role == "depthwise":
        return values.permute(2, 3, 0, 1).contiguous()
    if values.dim() == 4:
        return values.permute(3, 2, 0, 1).contiguous()
    if maps:
        values = values.reshape(*maps, -1).permute(2, 0, 1, 3).reshape(values.shape)
    return values.t().contiguous() if values.dim() == 2 else values
