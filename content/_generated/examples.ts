// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { Level } from "@/lib/challenges/contract";
import type { Text } from "@/lib/challenges/text";
import { examples as anchorBoxes } from "@/content/topics/anchor-boxes/examples";
import { examples as autograd } from "@/content/topics/autograd/examples";
import { examples as cam } from "@/content/topics/cam/examples";
import { examples as detr } from "@/content/topics/detr/examples";
import { examples as fastRCnn } from "@/content/topics/fast-r-cnn/examples";
import { examples as filterWeights } from "@/content/topics/filter-weights/examples";
import { examples as focalLoss } from "@/content/topics/focal-loss/examples";
import { examples as fpn } from "@/content/topics/fpn/examples";
import { examples as gradCam } from "@/content/topics/grad-cam/examples";
import { examples as guidedBackprop } from "@/content/topics/guided-backprop/examples";
import { examples as hogSvm } from "@/content/topics/hog-svm/examples";
import { examples as iou } from "@/content/topics/iou/examples";
import { examples as nms } from "@/content/topics/nms/examples";
import { examples as objectDetection } from "@/content/topics/object-detection/examples";
import { examples as objectsAsPoints } from "@/content/topics/objects-as-points/examples";
import { examples as occlusion } from "@/content/topics/occlusion/examples";
import { examples as oneVsTwoStage } from "@/content/topics/one-vs-two-stage/examples";
import { examples as rCnn } from "@/content/topics/r-cnn/examples";
import { examples as rCnnFamily } from "@/content/topics/r-cnn-family/examples";
import { examples as retinanet } from "@/content/topics/retinanet/examples";
import { examples as rpn } from "@/content/topics/rpn/examples";
import { examples as saliencyBackprop } from "@/content/topics/saliency-backprop/examples";
import { examples as selectiveSearch } from "@/content/topics/selective-search/examples";
import { examples as ssd } from "@/content/topics/ssd/examples";
import { examples as yolo } from "@/content/topics/yolo/examples";

export interface Example {
  readonly kind: string;
  readonly seed: string;
  readonly level: Level;
  readonly note: Text;
}

export const examples: readonly Example[] = [...anchorBoxes, ...autograd, ...cam, ...detr, ...fastRCnn, ...filterWeights, ...focalLoss, ...fpn, ...gradCam, ...guidedBackprop, ...hogSvm, ...iou, ...nms, ...objectDetection, ...objectsAsPoints, ...occlusion, ...oneVsTwoStage, ...rCnn, ...rCnnFamily, ...retinanet, ...rpn, ...saliencyBackprop, ...selectiveSearch, ...ssd, ...yolo];
