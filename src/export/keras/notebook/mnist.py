def load_mnist():
    """Images [n, 28, 28] and labels [n], uint8: of the training files, then of the test files."""
    folder = os.environ.get("MNIST_DIR")
    if not folder:
        return keras.datasets.mnist.load_data()

    def read(name, offset):
        path = os.path.join(folder, name)
        with gzip.open(path + ".gz") if os.path.exists(path + ".gz") else open(path, "rb") as file:
            return np.frombuffer(file.read(), np.uint8, offset=offset)

    return [
        (read(f"{part}-images-idx3-ubyte", 16).reshape(-1, 28, 28), read(f"{part}-labels-idx1-ubyte", 8))
        for part in ("train", "t10k")
    ]
