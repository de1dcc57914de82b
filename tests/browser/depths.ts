/**
 * The simulations of topics with the guess given, at every depth and in every panel: what of the state stands in the address, and what is
 * there once all is.
 */
export const DEPTHS: Readonly<Record<string, readonly (readonly [address: string, there: string])[]>> = {
  "object-detection": [
    ["", "section > header"],
    ["lab.depth=parts", "[data-status=live]"],
    ["lab.depth=sum", "[data-testid=ap-table]"],
  ],
  "focal-loss": [
    ["", "section > header"],
    ["focal.depth=parts", "section > header"],
    ["focal.depth=sum", "[data-testid=budget]"],
    ["focal.panel=train", "[data-testid=training]"],
  ],
  cam: [
    ["cam.open=1", "[data-status=live]"],
    ["cam.open=1&cam.depth=parts", "[data-status=live] [data-testid=strips]"],
    ["cam.open=1&cam.depth=sum", "[data-status=live] [data-testid=sums]"],
  ],
  "grad-cam": [
    ["", "[data-status=live]"],
    ["grad-cam.depth=parts", "[data-status=live] [data-testid=channels]"],
    ["grad-cam.depth=sum", "[data-status=live] [data-testid=cell-sum]"],
  ],
  "saliency-backprop": [
    ["saliency.guessed=3", "[data-testid=loupe]"],
    ["saliency.guessed=3&saliency.depth=largest", "[data-testid=largest]"],
    ["saliency.guessed=3&saliency.depth=pixel", "[data-testid=turned]"],
  ],
  "hog-svm": [
    ["hog-svm.open=1", "section > header"],
    ["hog-svm.open=1&hog-svm.depth=parts", "[data-testid=cell-panel]"],
    ["hog-svm.open=1&hog-svm.depth=sum", "[data-testid=cell-panel]"],
    ["hog-svm.open=1&hog-svm.view=scan&hog-svm.peak=0", "[data-status=live]"],
  ],
  "selective-search": [
    ["selective-search.step=8", "[data-status=live]"],
    ["selective-search.step=8&selective-search.depth=parts", "[data-status=live] [data-testid=pair-table]"],
    ["selective-search.step=8&selective-search.depth=sum", "[data-status=live] [data-testid=pair-sum]"],
    ["selective-search.mode=list", "[data-status=live] [data-testid=recall]"],
  ],
  "r-cnn": [
    ["r-cnn.open=1&r-cnn.counted=1", "[data-status=live]"],
    ["r-cnn.open=1&r-cnn.counted=1&r-cnn.depth=crop", "[data-status=live]"],
    ["r-cnn.open=1&r-cnn.counted=1&r-cnn.depth=sum", "[data-status=live]"],
  ],
  "fast-r-cnn": [
    ["fast-r-cnn.open=1", "[data-testid=staircase]"],
    ["fast-r-cnn.open=1&fast-r-cnn.depth=bin", "[data-testid=staircase]"],
    ["fast-r-cnn.open=1&fast-r-cnn.depth=corner", "[data-testid=staircase]"],
  ],
  rpn: [
    ["rpn.open=1", "[data-status=live]"],
    ["rpn.open=1&rpn.depth=cell", "[data-status=live] [data-testid=cell]"],
    ["rpn.open=1&rpn.depth=sum", "[data-status=live] [data-testid=box-sum]"],
  ],
  "r-cnn-family": [
    ["r-cnn-family.open=1", "[data-status=live]"],
    ["r-cnn-family.open=1&r-cnn-family.depth=parts", "[data-status=live]"],
    ["r-cnn-family.open=1&r-cnn-family.depth=sum", "[data-status=live]"],
  ],
  yolo: [
    ["yolo.open=1", "[data-status=live]"],
    ["yolo.open=1&yolo.depth=cell", "[data-status=live] [data-testid=cell-panel]"],
    ["yolo.open=1&yolo.depth=sum", "[data-status=live] [data-testid=box-sum]"],
  ],
  retinanet: [
    ["retinanet.open=1&retinanet.counted=1", "[data-status=live]"],
    ["retinanet.open=1&retinanet.counted=1&retinanet.depth=anchor", "[data-status=live]"],
    ["retinanet.open=1&retinanet.counted=1&retinanet.depth=sum", "[data-status=live]"],
  ],
  ssd: [
    ["ssd.open=1", "[data-status=live] [data-testid=maps]"],
    ["ssd.open=1&ssd.depth=cell", "[data-status=live]"],
    ["ssd.open=1&ssd.depth=sum", "[data-status=live]"],
  ],
  fpn: [
    ["fpn.open=1&fpn.cut=1", "[data-status=live] [data-testid=tower]"],
    ["fpn.open=1&fpn.cut=1&fpn.depth=cell", "[data-status=live]"],
    ["fpn.open=1&fpn.cut=1&fpn.depth=sum", "[data-status=live]"],
  ],
  detr: [
    ["detr.open=1&detr.judged=1", "[data-status=live]"],
    ["detr.open=1&detr.judged=1&detr.depth=query", "[data-status=live]"],
    ["detr.open=1&detr.judged=1&detr.depth=sum", "[data-status=live]"],
  ],
  "objects-as-points": [
    ["points.open=1&points.target=1", "[data-status=live] [data-testid=target]"],
    ["points.open=1&points.depth=window", "[data-testid=window-panel]"],
    ["points.open=1&points.depth=box", "[data-testid=box-sum]"],
  ],
};
