"""Places drawings as the page does: python check_placing.py FOLDER PLACING.PY"""

import json
import math
import sys

import numpy as np

folder, placing = sys.argv[1:]
with open(placing) as file:
    exec(file.read())
drawings = json.load(open(f"{folder}/drawings.json"))
apart = 0.0
for drawing in drawings:
    ink = np.zeros(280 * 280)
    ink[drawing["at"]] = drawing["values"]
    apart = max(apart, np.abs(place(ink.reshape(280, 280)).ravel() - drawing["placed"]).max())
print(f"placing   {apart:.1e} over {len(drawings)} drawings")
sys.exit(0 if apart <= 1e-6 else 1)
