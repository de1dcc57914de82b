/** The explainers' TF.js twins. */
export { explainOnGpu, gpuSubject, readPlain, type GpuMethod, type GpuQuestion, type GpuSubject } from "./subject.gpu";
export { targetOf, type TargetSpec } from "./target-spec";
export { Aborted, type LongRun } from "./long-run";
export { deconvnetGpu, gradientTimesInputGpu, guidedBackpropGpu, integratedGradientsGpu, saliencyGpu, smoothGradGpu, type Batched } from "./gradients.gpu";
export { camGpu, gradCamGpu, guidedGradCamGpu, hiResCamGpu } from "./cam.gpu";
export { occlusionGpu } from "./occlusion.gpu";
export { ascentGpu, type AscentRun } from "./ascent.gpu";
export { layerActivationGpu, layerOutputGpu, layerSignalGpu, type LayerActivationGpuOptions } from "./activation.gpu";
export { channelPeaksGpu, embeddingsGpu } from "./dataset.gpu";
