/** The explainers' TF.js twins. */
export { explainOnGpu, gpuSubject, readPlain, type GpuMethod, type GpuQuestion, type GpuSubject } from "./subject.gpu";
export { targetOf, type TargetSpec } from "./target-spec";
export { Aborted, type LongRun } from "./long-run";
export {
  deconvnetGpu,
  gradientTimesInputGpu,
  guidedBackpropGpu,
  integratedGradientsGpu,
  saliencyGpu,
  smoothGradGpu,
  type Batched,
} from "./gradients.gpu";
export { causalCurveGpu, type CausalOptions } from "./checks.gpu";
export { cueEffect, cueHeat, heatShare, PLACED_CUES, probeScene, type CueEffect, type CueHeat, type PlacedCue } from "./bias.gpu";
export { sanityCheck, type SanityMap, type SanityOptions, type SanityStep } from "./sanity.gpu";
export { camGpu, gradCamGpu, guidedGradCamGpu, hiResCamGpu } from "./cam.gpu";
export { occlusionGpu, type OcclusionRun } from "./occlusion.gpu";
export { ascentGpu, type AscentRun } from "./ascent.gpu";
export { layerActivationGpu, layerOutputGpu, layerSignalGpu, type LayerActivationGpuOptions } from "./activation.gpu";
export { channelPeaksGpu, embeddingsGpu } from "./dataset.gpu";
