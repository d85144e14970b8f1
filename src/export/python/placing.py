# ---- How the page places a drawing: the smallest box around the ink, its longest side 20 pixels, grey by the mean of
# ---- the area that a pixel covers, the centre of mass at index 14 of 28x28 (as MNIST was made).


def share_out(length, count):
    """[count, length]: what each of `count` equal parts takes of every pixel."""
    edges = np.arange(count + 1) * (length / count)
    edges[-1] = length
    pixels = np.arange(length)
    covered = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    return np.maximum(0, covered) / (length / count)


def place(ink):
    """
    A picture as the network gets it: [28, 28], 0 to 1.
    ink: [height, width], 0 background to 1 ink, drawn with a pen about an eighth as wide as the digit is high.
    """
    rows = np.flatnonzero((ink >= 0.49).any(1))
    columns = np.flatnonzero((ink >= 0.49).any(0))
    if rows.size == 0:
        raise ValueError("there is no ink in the picture")
    box = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].astype(np.float64)
    factor = 20 / max(box.shape)
    height, width = (max(1, math.floor(side * factor + 0.5)) for side in box.shape)
    digit = np.minimum(1, share_out(box.shape[0], height) @ box @ share_out(box.shape[1], width).T)
    mass = digit.sum()
    centre_x = (digit.sum(0) * np.arange(width)).sum() / mass
    centre_y = (digit.sum(1) * np.arange(height)).sum() / mass
    # The whole number that brings the centre into [13.5, 14.5).
    left, top = (math.ceil(13.5 - centre - 1e-4) for centre in (centre_x, centre_y))
    image = np.zeros((28, 28), np.float32)
    for y in range(height):
        for x in range(width):
            if 0 <= top + y < 28 and 0 <= left + x < 28:
                image[top + y, left + x] = digit[y, x]
    return image
