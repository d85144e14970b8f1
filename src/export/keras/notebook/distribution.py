def curve(distribution, steps):
    """The running mean of the loss over some batches, from the trained weights on."""
    with distribution.scope() if distribution else contextlib.nullcontext():
        keras.utils.set_random_seed(SETTINGS["seed"])
        network = compiled(load_trained_weights(build()))
        batches = Batches()
        return [float(network.train_on_batch(*batches[i])[0]) for i in range(min(steps, len(batches)))]


devices = keras.distribution.list_devices() if keras.backend.backend() == "jax" else []
if len(devices) < 2:
    print("One device: nothing to distribute to. Try several on one processor with")
    print("XLA_FLAGS=--xla_force_host_platform_device_count=2 in the environment, before Python starts.")
elif SETTINGS["batchSize"] % len(devices):
    print(f"A batch of {SETTINGS['batchSize']} can't be shared out evenly to {len(devices)} devices.")
else:
    steps = STEPS or 20
    alone = curve(None, steps)
    together = curve(keras.distribution.DataParallel(devices=devices), steps)
    difference = max(abs(a - b) for a, b in zip(alone, together))
    print(f"{len(devices)} devices, {len(alone)} batches: the loss differs from that of one device by at most {difference:.1e}")
