"""Runs one reference library call on the arrays of a folder, on one thread, whenever it is told to.

Prints {label, note} as a line of JSON ({missing} when the library is not installed), then answers every line on its
input with the milliseconds of one call, so that the benchmark can run it in turn with the others.
"""
import json
import sys
import time
from pathlib import Path


def nms(a, p):
    import torch
    import torchvision

    boxes, scores = torch.from_numpy(a["boxes"]), torch.from_numpy(a["scores"])
    kept = len(torchvision.ops.nms(boxes, scores, p["threshold"]))
    return f"torchvision {torchvision.__version__} nms", lambda: torchvision.ops.nms(boxes, scores, p["threshold"]), f"keeps {kept}"


def batched_nms(a, p):
    import torch
    import torchvision

    boxes, scores, classes = (torch.from_numpy(a[k]) for k in ("boxes", "scores", "classes"))
    run = lambda: torchvision.ops.batched_nms(boxes, scores, classes, p["threshold"])
    return f"torchvision {torchvision.__version__} batched_nms", run, f"keeps {len(run())}"


def box_iou(a, p):
    import torch
    import torchvision

    first, second = torch.from_numpy(a["a"]), torch.from_numpy(a["b"])
    return f"torchvision {torchvision.__version__} box_iou", lambda: torchvision.ops.box_iou(first, second), ""


def roi_align(a, p):
    import torch
    import torchvision

    features, rois = torch.from_numpy(a["features"]), torch.from_numpy(a["rois"])
    run = lambda: torchvision.ops.roi_align(features, rois, (7, 7), p["scale"], 2, False)
    return f"torchvision {torchvision.__version__} roi_align", run, f"sum {float(run().double().sum()):.4f}"


def linear_sum_assignment(a, p):
    import scipy
    from scipy.optimize import linear_sum_assignment as solve

    cost = a["cost"]
    rows, columns = solve(cost)
    total = float(cost[rows, columns].sum())
    if abs(total - p["total"]) > 1e-9:
        raise SystemExit(f"totals differ: {total} and {p['total']}")
    return f"SciPy {scipy.__version__} linear_sum_assignment", lambda: solve(cost), "same total"


def felzenszwalb(a, p):
    import skimage
    from skimage.segmentation import felzenszwalb as segment

    run = lambda: segment(a["image"], scale=p["scale"], sigma=p["sigma"], min_size=int(p["minSize"]))
    return f"scikit-image {skimage.__version__} felzenszwalb", run, f"{int(run().max()) + 1} segments"


def hog(a, p):
    import skimage
    from skimage.feature import hog as features

    run = lambda: features(a["image"], orientations=9, pixels_per_cell=(8, 8), cells_per_block=(2, 2), block_norm="L2-Hys")
    total = float(run().sum())
    if abs(total - p["sum"]) > 1e-6 * abs(total):
        raise SystemExit(f"sums differ: {total} and {p['sum']}")
    return f"scikit-image {skimage.__version__} hog", run, "same sum"


def tsne_exact(a, p):
    import sklearn
    from sklearn.manifold import TSNE

    points = a["points"]
    run = lambda: TSNE(2, perplexity=p["perplexity"], init="random", learning_rate=200.0, method="exact", n_iter=250, random_state=0).fit(points)
    return f"scikit-learn {sklearn.__version__} exact, 250 iterations with affinities, per iteration", run, "", 250


def tsne_barnes_hut(a, p):
    import sklearn
    from sklearn.manifold import TSNE

    points = a["points"]
    run = lambda: TSNE(2, perplexity=p["perplexity"], init="random", learning_rate=200.0, method="barnes_hut", angle=p["angle"], n_iter=250, random_state=0, n_jobs=1).fit(points)
    return f"scikit-learn {sklearn.__version__} Barnes-Hut, 250 iterations with affinities, per iteration", run, "", 250


def focal_loss(a, p):
    import torch
    import torchvision

    targets = torch.from_numpy(a["targets"])
    logits = torch.from_numpy(a["logits"]).requires_grad_(True)

    def run():
        logits.grad = None
        torchvision.ops.sigmoid_focal_loss(logits, targets, p["alpha"], p["gamma"], reduction="sum").backward()

    return f"torchvision {torchvision.__version__} sigmoid_focal_loss + backward", run, ""


def main():
    import numpy as np

    folder = Path(sys.argv[1])
    task = json.loads((folder / "task.json").read_text())
    arrays = {
        name: np.fromfile(folder / f"{name}.bin", dtype=spec["dtype"]).reshape(spec["shape"])
        for name, spec in task["arrays"].items()
    }
    try:
        try:
            import torch

            torch.set_num_threads(1)
        except ImportError:
            pass
        label, run, note, *per = globals()[task["call"]](arrays, task["params"])
    except ImportError as error:
        print(json.dumps({"missing": f"Python has no {error.name}"}), flush=True)
        return
    divisor = per[0] if per else 1
    print(json.dumps({"label": label, "note": note}), flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        run()
        print((time.perf_counter() - start) * 1000 / divisor, flush=True)


main()
