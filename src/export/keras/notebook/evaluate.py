model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
loss, accuracy = model.evaluate(as_input(test_images), test_labels, batch_size=1000, verbose=0)
print(f"test images: loss {loss:.4f}, accuracy {accuracy:.4f}")
