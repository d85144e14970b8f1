# ---- Augmentation: each training image is changed anew in each epoch, by the same numbers as on the page.

AUGMENTATION = ("shift", "rotation", "scaling", "shear", "elastic", "strokeWidth", "contrast")


def augments(settings):
    return any(settings[name] > 0 for name in AUGMENTATION)


def random_changes(settings, seed, numbers):
    """What is done to the images of these numbers (epoch * training images + position): [n] each."""
    names = ["shift", "shift", "rotation", "scaling", "scaling", "shear", "strokeWidth", "contrast"]
    names += ["elastic"] * 98
    limits = np.array([settings[name] for name in names], dtype=np.float64)
    # What is not used takes no random number.
    used = limits > 0
    values = np.zeros((len(numbers), len(names)))
    values[:, used] = limits[used] * (2 * uniform(seed, "augment", numbers, int(used.sum())) - 1)
    return {
        "shift_x": values[:, 0], "shift_y": values[:, 1], "rotation": np.deg2rad(values[:, 2]),
        "scale_x": 1 + values[:, 3], "scale_y": 1 + values[:, 4], "shear": np.tan(np.deg2rad(values[:, 5])),
        "stroke": values[:, 6], "contrast": 1 + values[:, 7],
        "elastic": values[:, 8:].reshape(-1, 2, 7, 7) if settings["elastic"] > 0 else None,
    }


def spline_rows():
    """[28, 7]: how much each of seven control points, 6.75 pixels apart, moves a row or column."""
    rows = np.zeros((28, 7))
    for at in range(28):
        first = min(3, int(at / 6.75))
        t = at / 6.75 - first
        rows[at, first : first + 4] = (
            (1 - t) ** 3 / 6, (3 * t**3 - 6 * t**2 + 4) / 6, (-3 * t**3 + 3 * t**2 + 3 * t + 1) / 6, t**3 / 6)
    return rows


def augment(images, settings, seed, numbers):
    """Images [n, 28, 28] uint8, changed: shifted, turned, scaled, sheared, distorted, bolder or thinner, paler or darker."""
    change = random_changes(settings, seed, numbers)
    column = lambda name: change[name][:, None, None]
    # The inverse of rotation * shear * scale says where each pixel comes from.
    cos, sin, shear = np.cos(column("rotation")), np.sin(column("rotation")), column("shear")
    a, b = cos * column("scale_x"), (-cos * shear - sin) * column("scale_y")
    c, d = sin * column("scale_x"), (-sin * shear + cos) * column("scale_y")
    determinant = a * d - b * c
    right = np.arange(28)[None, None, :] - 14 - column("shift_x")
    down = np.arange(28)[None, :, None] - 14 - column("shift_y")
    x = 14 + d / determinant * right + -b / determinant * down
    y = 14 + -c / determinant * right + a / determinant * down
    if change["elastic"] is not None:
        rows = spline_rows()
        field = rows @ change["elastic"] @ rows.T
        x, y = x + field[:, 0], y + field[:, 1]
    moved = between_pixels(images, x, y)
    if settings["strokeWidth"] > 0:
        moved = change_strokes(moved, change["stroke"])
    if settings["contrast"] > 0:
        moved = np.minimum(255, moved * column("contrast") + 0.5).astype(np.uint8)
    return moved


def between_pixels(images, x, y):
    """Bilinear; what lies outside is 0."""
    edged = np.pad(images, ((0, 0), (1, 1), (1, 1))).astype(np.float64)
    inside = (x > -1) & (y > -1) & (x < 28) & (y < 28)
    x, y = np.where(inside, x + 1, 0), np.where(inside, y + 1, 0)
    left, top = x.astype(np.int64), y.astype(np.int64)
    image = np.arange(len(images))[:, None, None]
    a, b = edged[image, top, left], edged[image, top, left + 1]
    c, d = edged[image, top + 1, left], edged[image, top + 1, left + 1]
    upper, lower = a + (x - left) * (b - a), c + (x - left) * (d - c)
    return np.where(inside, upper + (y - top) * (lower - upper) + 0.5, 0).astype(np.uint8)


def change_strokes(images, amount):
    """Towards the brightest of a pixel and its four neighbours (amount > 0), or the darkest."""
    edged = np.pad(images, ((0, 0), (1, 1), (1, 1))).astype(np.float64)
    here = edged[:, 1:-1, 1:-1]
    around = np.stack([here, edged[:, 1:-1, :-2], edged[:, 1:-1, 2:], edged[:, :-2, 1:-1], edged[:, 2:, 1:-1]])
    amount = amount[:, None, None]
    goal = np.where(amount > 0, around.max(0), around.min(0))
    return (here + np.abs(amount) * (goal - here) + 0.5).astype(np.uint8)
