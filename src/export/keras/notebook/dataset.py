training, validation = split_training(len(train_labels))
training = training[: SETTINGS["trainingImages"]]


class Batches(keras.utils.PyDataset):
    """The training images in the page's order, an epoch after the other."""

    def __init__(self, steps=None):
        super().__init__()
        self.epoch, self.steps = 0, steps
        self.order = epoch_order(training, SETTINGS["seed"], 0)

    def __len__(self):
        batches = math.ceil(len(self.order) / SETTINGS["batchSize"])
        return min(batches, self.steps) if self.steps else batches

    def __getitem__(self, batch):
        positions = self.order[batch * SETTINGS["batchSize"] : (batch + 1) * SETTINGS["batchSize"]]
        images = train_images[positions]
        # IF AUGMENTED
        images = augment(images, SETTINGS, SETTINGS["seed"], self.epoch * len(train_labels) + positions)
        # END IF
        return as_input(images), targets(train_labels[positions])

    def on_epoch_end(self):
        self.epoch += 1
        self.order = epoch_order(training, SETTINGS["seed"], self.epoch)


def targets(labels):
    return (1 - SETTINGS["labelSmoothing"]) * np.eye(CLASSES, dtype="float32")[labels] + SETTINGS["labelSmoothing"] / CLASSES
