"""Reads every network by one library: python check_networks.py FOLDER keras|pytorch|onnx"""

import importlib.util
import json
import os
import sys

import numpy as np

folder, library = sys.argv[1:]
images = np.fromfile(f"{folder}/images.f32", "<f4")


def by_keras(name):
    import keras

    return np.asarray(keras.saving.load_model(f"{folder}/{name}.keras")(images.reshape(-1, 28, 28, 1)))


def by_onnx(name):
    import onnxruntime

    session = onnxruntime.InferenceSession(f"{folder}/{name}.onnx", providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: images.reshape(-1, 1, 28, 28)})[0]


def program(name):
    spec = importlib.util.spec_from_file_location("program", f"{folder}/{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    network = module.Network(module.SETTINGS)
    network.load_state_dict(module.load_file(module.WEIGHTS))
    return module, network.eval()


def by_pytorch(name):
    import torch

    _, network = program(name)
    with torch.no_grad():
        return network(torch.from_numpy(images.reshape(-1, 1, 28, 28))).softmax(1).numpy()


def test_figures(name):
    """What the program finds of the test images: the notebook is to find the same."""
    module, network = program(name)
    loss, right = module.evaluate(network, *module.load_mnist()[1], module.device_of_process())
    return [loss, right / 10_000]


os.environ.setdefault("KERAS_BACKEND", "jax")
read = {"keras": by_keras, "onnx": by_onnx, "pytorch": by_pytorch}[library]
found, failed = {}, 0
for case in json.load(open(f"{folder}/cases.json")):
    name = case["name"]
    probabilities = read(name).astype(np.float64)
    difference = np.abs(probabilities - np.reshape(case["probabilities"], (-1, 10))).max()
    found[name] = {"probabilities": probabilities.tolist(), "difference": difference}
    if library == "pytorch" and case["isPreset"]:
        found[name]["test"] = test_figures(name)
    failed += not difference <= 1e-5
    print(f"{library:8} {name:20} {difference:.1e} over {len(probabilities)} images{'' if difference <= 1e-5 else '  TOO MUCH'}")
json.dump(found, open(f"{folder}/found-{library}.json", "w"))
sys.exit(1 if failed else 0)
