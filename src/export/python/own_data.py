# ---- The data: the arrays of numpy in the file that the environment variable DATA names.

DATA = os.environ.get("DATA", "data.npz")
WANTED = (
    "It must be an .npz file of numpy with x_train and x_test, uint8 [n, 28, 28], light on dark (0 is the background), "
    "and y_train and y_test, uint8 [n], the labels, which count from 0 as CLASS_NAMES does: "
    f"0 is {CLASS_NAMES[0]}, {len(CLASS_NAMES) - 1} is {CLASS_NAMES[-1]}."
)


def load_data():
    """Images [n, 28, 28] and labels [n], both uint8: to train on, then to test with."""
    if not os.path.exists(DATA):
        raise FileNotFoundError(f"There is no file {DATA}; the environment variable DATA may name another. {WANTED}")
    with np.load(DATA) as file:
        missing = [name for name in ("x_train", "y_train", "x_test", "y_test") if name not in file]
        if missing:
            raise ValueError(f"{DATA} has no {', '.join(missing)}. {WANTED}")
        parts = [(file["x_train"], file["y_train"]), (file["x_test"], file["y_test"])]
    for (images, labels), part in zip(parts, ("train", "test")):
        if images.dtype != np.uint8 or images.ndim != 3 or images.shape != (*labels.shape, 28, 28):
            raise ValueError(f"{DATA}: x_{part} is {images.dtype} {images.shape}, y_{part} {labels.shape}. {WANTED}")
        if labels.dtype.kind not in "iu" or not np.isin(labels, range(len(CLASS_NAMES))).all():
            raise ValueError(f"{DATA}: y_{part} has other labels than 0 to {len(CLASS_NAMES) - 1}. {WANTED}")
    return [(images, labels.astype(np.uint8)) for images, labels in parts]
