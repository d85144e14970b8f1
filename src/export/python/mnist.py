# ---- MNIST: from the four idx files (.gz or not) in the folder MNIST_DIR, which are fetched where they are missing.

MNIST_DIR = os.environ.get("MNIST_DIR", "mnist")
MIRROR = "https://ossci-datasets.s3.amazonaws.com/mnist/"


def idx_file(name):
    for path in (os.path.join(MNIST_DIR, name + ".gz"), os.path.join(MNIST_DIR, name)):
        if os.path.exists(path):
            with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
                return file.read()
    os.makedirs(MNIST_DIR, exist_ok=True)
    path = os.path.join(MNIST_DIR, name + ".gz")
    urllib.request.urlretrieve(MIRROR + name + ".gz", path + ".part")
    os.replace(path + ".part", path)
    return idx_file(name)


def load_mnist():
    """Images [n, 28, 28] and labels [n], both uint8: of the training files, then of the test files."""
    parts = []
    for part in ("train", "t10k"):
        images = np.frombuffer(idx_file(f"{part}-images-idx3-ubyte"), np.uint8, offset=16).reshape(-1, 28, 28)
        parts.append((images, np.frombuffer(idx_file(f"{part}-labels-idx1-ubyte"), np.uint8, offset=8)))
    return parts
