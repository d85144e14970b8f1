if PICTURE:
    image = place(read_picture(PICTURE))
else:
    image = test_images[0].astype("float32") / 255
    print(f"The first test image, {CLASS_NAMES[test_labels[0]]}:")
print("\n".join("".join(".+*#"[min(3, int(4 * value))] for value in row) for row in image))
probabilities = np.asarray(model.predict(image[None, ..., None], verbose=0))[0]
for output in probabilities.argsort()[::-1][:3]:
    print(f"{CLASS_NAMES[output]}: {probabilities[output]:.1%}")
