"""Executes notebooks as they are: python check_notebooks.py FOLDER DEVICES NAME..."""

import json
import os
import re
import sys
import time

import nbformat
import numpy as np
from nbclient import NotebookClient

folder, devices, *names = sys.argv[1:]
os.environ["XLA_FLAGS"] = f"--xla_force_host_platform_device_count={devices}"
figures = json.load(open(f"{folder}/found-pytorch.json"))
expected = {case["name"]: case["probabilities"] for case in json.load(open(f"{folder}/cases.json"))}
AFTERWARDS = f"""
images = np.fromfile("{folder}/images.f32", "<f4").reshape(-1, 28, 28, 1)
np.save("{folder}/notebook.npy", np.asarray(load_trained_weights(build())(images)))
"""
failed = 0
for name in names:
    notebook = nbformat.read(f"{folder}/{name}.ipynb", as_version=4)
    nbformat.validate(notebook)
    begun = time.time()
    client = NotebookClient(notebook, timeout=900, kernel_name="python3", extra_arguments=["--log-level=ERROR"])
    with client.setup_kernel():
        for index, cell in enumerate(list(notebook.cells)):
            client.execute_cell(cell, index)
        # Then, in the same kernel, what its trained weights make of the images.
        notebook.cells.append(nbformat.v4.new_code_cell(AFTERWARDS))
        client.execute_cell(notebook.cells[-1], len(notebook.cells) - 1)
    text = "\n".join(out.get("text", "") for cell in notebook.cells for out in cell.get("outputs", []))
    loss, accuracy = map(float, re.search(r"test images: loss ([\d.]+), accuracy ([\d.]+)", text).groups())
    wanted = figures[name]["test"]
    problems = []
    read = np.load(f"{folder}/notebook.npy").astype(np.float64)
    apart = np.abs(read - np.reshape(expected[name], read.shape)).max()
    if not apart <= 1e-5:
        problems.append(f"probabilities apart by {apart:.1e}")
    if abs(loss - wanted[0]) > 2e-4 * max(1, wanted[0]) or abs(accuracy - wanted[1]) > 2e-4:
        problems.append(f"reads loss {loss}, accuracy {accuracy}, not {wanted}")
    shared = re.search(r"(\d+) devices, (\d+) batches: .* at most (\S+)", text)
    if int(devices) > 1 and not (shared and float(shared[3]) <= 1e-4):
        problems.append("devices: " + (shared[0] if shared else "not used"))
    if int(devices) == 1 and "One device" not in text:
        problems.append("says nothing of one device")
    failed += len(problems) > 0
    print(f"notebook {name:20} {apart:.1e} over {len(read)} images, {time.time() - begun:.0f} s, {devices} devices"
          f"{f', loss apart by {shared[3]}' if shared else ''} {'; '.join(problems)}", flush=True)
sys.exit(1 if failed else 0)
