def as_input(images):
    return images[..., None].astype("float32") / 255


(train_images, train_labels), (test_images, test_labels) = load_mnist()
print(len(train_labels), "training images,", len(test_labels), "test images")
