def read_picture(path, dark_ink=True):
    """A picture as ink, 0 to 1; by default dark on light paper."""
    grey = keras.utils.img_to_array(keras.utils.load_img(path, color_mode="grayscale"))[..., 0] / 255
    return 1 - grey if dark_ink else grey
