"""Trains the reference network in PyTorch: python pytorch_step.py THREADS IMAGES LABELS

Says 'ready' when it is warm. Then, for each line with a number of seconds, trains for about so long and answers with the
images of whole steps (forward, loss, backward, Adam) a second.
"""

import sys
import time

import torch
from torch import nn

BATCH = 128
# Seconds at the beginning of a turn that do not count, as LEAD_IN_MS in worker/paced-task.ts.
LEAD_IN = 0.25
SIDE = 28


def load(path, shape):
    with open(path, "rb") as file:
        return torch.frombuffer(bytearray(file.read()), dtype=torch.uint8).reshape(shape)


def main():
    torch.set_num_threads(int(sys.argv[1]))
    # Channels last was the faster layout for this network.
    images = (load(sys.argv[2], (-1, 1, SIDE, SIDE)).float() / 255).contiguous(memory_format=torch.channels_last)
    labels = load(sys.argv[3], (-1,)).long()
    model = nn.Sequential(
        nn.Conv2d(1, 8, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(256, 10),
    ).to(memory_format=torch.channels_last)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    batches = list(zip(images.split(BATCH), labels.split(BATCH)))

    def train(seconds):
        steps = 0
        start = time.perf_counter()
        while time.perf_counter() - start < seconds:
            x, y = batches[steps % len(batches)]
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
            steps += 1
        return steps * BATCH / (time.perf_counter() - start)

    train(1)
    print("ready", flush=True)
    for line in sys.stdin:
        train(LEAD_IN)
        print(train(float(line)), flush=True)


main()
