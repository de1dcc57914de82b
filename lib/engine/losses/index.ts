export type { Loss, Reduction } from "./reduction";
export { sigmoid, sigmoidCrossEntropy, softmaxCrossEntropy, softplus, type SoftmaxCrossEntropyOptions } from "./cross-entropy";
export {
  biasForPrior,
  focalGradientAt,
  focalGradientFacts,
  focalLossAt,
  sigmoidFocalLoss,
  type FocalGradientFacts,
  type FocalLossOptions,
} from "./focal-loss";
export { huber, smoothL1 } from "./smooth-l1";
export { giouLoss } from "./giou-loss";
export { YOLO_LEAST_SIDE, yoloLoss, type YoloLoss, type YoloLossOptions } from "./yolo-loss";
export { centernetFocalLoss, type CenterNetFocalLoss } from "./centernet-loss";
