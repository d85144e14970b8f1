ink = read_picture(PICTURE) if PICTURE else seven()
image = place(ink)
print("\n".join("".join(".+*#"[min(3, int(4 * value))] for value in row) for row in image))
probabilities = np.asarray(model.predict(image[None, ..., None], verbose=0))[0]
for digit in probabilities.argsort()[::-1][:3]:
    print(f"{digit}: {probabilities[digit]:.1%}")
