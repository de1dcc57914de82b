/**
 * Which adapter reads which reference file: first by the file's `function` text, then by its file name without the
 * numeric or named suffix (`nms_extra.json` → nms), so that new files of a known kind need no entry here.
 */
import type { Adapter, OracleFile } from "./adapter";

export type Adapters = Readonly<Record<string, Adapter>>;

/** The `function` text of each kind of file → the name its adapter is registered under. */
const BY_FUNCTION: Readonly<Record<string, string>> = {
  "torchvision.models.detection.anchor_utils.AnchorGenerator": "anchor_generator",
  "torchvision.ops.batched_nms": "batched_nms",
  "torchvision.models.detection._utils.BoxCoder": "box_coder",
  "torchvision.ops.box_convert": "box_convert",
  "torchvision.ops.box_iou": "box_iou",
  "radius rule, heatmap targets, penalty-reduced focal loss, peak decoding": "centernet",
  "torchvision.ops.clip_boxes_to_image, remove_small_boxes, box_area": "clip_boxes",
  "forward activations, saliency, gradient*input, deconvnet, guided backprop, CAM, Grad-CAM, occlusion, gradient ascent, integrated gradients":
    "cnn_visualization",
  "torchvision.models.detection.anchor_utils.DefaultBoxGenerator": "default_boxes_ssd",
  "AP[.50:.05:.95], AP50, AP75, AR@1/10/100 (area 'all', no crowds)": "detection_ap_coco",
  "AP per class, mAP@IoU": "detection_ap_voc",
  "DETR matching cost + Hungarian assignment": "detr_matching",
  "skimage.segmentation.felzenszwalb": "felzenszwalb",
  "torchvision.ops.poolers.LevelMapper": "fpn_level",
  "torchvision.ops.generalized_box_iou": "generalized_box_iou",
  "skimage.feature.hog": "hog",
  "torch.nn.Linear forward and backward": "linear_layer",
  "scipy.optimize.linear_sum_assignment": "linear_sum_assignment",
  "sklearn.svm.LinearSVC on skimage.feature.hog features": "linear_svm",
  "torchvision.models.detection._utils.Matcher": "matcher",
  "sklearn.neighbors.NearestNeighbors": "nearest_neighbors",
  "torchvision.ops.nms": "nms",
  "torchvision.ops.roi_align": "roi_align",
  "torchvision.ops.roi_pool": "roi_pool",
  "value and gradient of every node of scalar expressions": "scalar_autograd",
  "cv2.ximgproc.segmentation.createSelectiveSearchSegmentation": "selective_search",
  "torchvision.ops.sigmoid_focal_loss": "sigmoid_focal_loss",
  "torch.nn.functional.smooth_l1_loss(beta), huber_loss(delta)": "smooth_l1",
  "torchvision.models.detection._utils.SSDMatcher": "ssd_matcher",
  "sklearn.manifold.TSNE(method='exact'), sklearn.manifold.trustworthiness": "tsne",
  "sklearn.manifold._utils._binary_search_perplexity, _t_sne._joint_probabilities, _t_sne._kl_divergence": "tsne_affinities",
  "YOLOv1 target encoding, decoding, loss": "yolov1",
};

/** Every kind of file the format names. */
export const KINDS: readonly string[] = Object.values(BY_FUNCTION);

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9@.]+/g, " ")
    .trim();

const FOLDED: ReadonlyMap<string, string> = new Map(Object.entries(BY_FUNCTION).map(([text, kind]) => [fold(text), kind]));

function kindOfText(text: string): string | undefined {
  const folded = fold(text);
  const exact = FOLDED.get(folded);
  if (exact !== undefined) return exact;
  // `nms`, `ops.nms`: the last dotted part of a library's name is enough when only one kind ends so.
  const ends = [...FOLDED].filter(([known]) => known.endsWith(`.${folded}`) || folded.endsWith(`.${known}`));
  return ends.length === 1 ? ends[0][1] : undefined;
}

function kindOfName(fileName: string, names: readonly string[]): string | undefined {
  const base = fileName
    .replace(/^.*[/\\]/, "")
    .replace(/\.json$/i, "")
    .toLowerCase()
    .replaceAll("-", "_");
  // The longest known name wins: tsne_affinities before tsne.
  return [...names]
    .sort((a, b) => b.length - a.length)
    .find((name) => base === name || base.startsWith(`${name}_`) || new RegExp(`^${name}\\d+$`).test(base));
}

/** The kind of a file, or undefined when neither its `function` nor its name is known. */
export function kindOf(file: Pick<OracleFile, "function">, fileName: string): string | undefined {
  return kindOfText(file.function) ?? kindOfName(fileName, KINDS);
}

/** The adapter for a file, or undefined when there is none. */
export function resolve(adapters: Adapters, file: Pick<OracleFile, "function">, fileName: string): Adapter | undefined {
  const kind = kindOf(file, fileName);
  if (kind !== undefined && adapters[kind]) return adapters[kind];
  const name = kindOfName(fileName, Object.keys(adapters));
  return name === undefined ? undefined : adapters[name];
}
