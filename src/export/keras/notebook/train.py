def compiled(model):
    model.compile(optimizer=make_optimizer(), loss="categorical_crossentropy", metrics=["accuracy"])
    return model


keras.utils.set_random_seed(SETTINGS["seed"])
history = compiled(model).fit(
    Batches(STEPS),
    epochs=1 if STEPS else SETTINGS["epochs"],
    validation_data=(as_input(train_images[validation]), np.eye(CLASSES, dtype="float32")[train_labels[validation]]),
    validation_batch_size=1000,
    callbacks=CALLBACKS,
    shuffle=False,
    verbose=2,
)
loss, accuracy = model.evaluate(as_input(test_images), np.eye(CLASSES, dtype="float32")[test_labels], batch_size=1000, verbose=0)
print(f"test images: loss {loss:.4f}, accuracy {accuracy:.4f}")
