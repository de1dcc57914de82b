export { explain, subjectOf, type Explanation, type Method, type Question, type Subject } from "./subject";
export { channelMean, classLogit, classProbability, outputs, unit, type Reading, type Target } from "./target";
export { channelMaximum, gradientTimesInput, saliency, type Saliency, type SaliencyOptions } from "./saliency";
export { smoothGrad, type SmoothGrad, type SmoothGradOptions } from "./smoothgrad";
export { integratedGradients, type IntegratedGradients, type IntegratedGradientsOptions } from "./integrated-gradients";
export { deconvnet, guidedBackprop } from "./backprop";
export { cam, type Cam, type CamOptions } from "./cam";
export { gradCam, guidedGradCam, hiResCam, type GradCam, type GradCamOptions } from "./grad-cam";
export { occlusion, type Occlusion, type OcclusionOptions } from "./occlusion";
export { ascent, type Ascent, type AscentOptions } from "./ascent";
export { activationThreshold, layerActivation, type LayerActivation, type LayerActivationOptions } from "./layer-activation";
export { filterPictures, type FilterPictures } from "./filters";
export { channelPeaks, patchesOf, topPatches, type ActivationPatch, type ChannelPeaks } from "./patches";
export {
  embeddingsOf,
  labelAgreement,
  pictureMap,
  similarPictures,
  type Neighbour,
  type PictureMap,
  type PictureMapOptions,
} from "./neighbourhood";
export { causalCurve, mapPeak, pointingHit, rankCorrelation, type CausalCurve } from "./checks";
export { gaussianBlur, placeByField, resizeBilinear, toUnitRange } from "./maps";
