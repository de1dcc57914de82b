export { roisOf, type Layout, type PoolOptions, type RoiArray } from "./inputs";
export { roiAlign, roiAlignGrad, roiAlignSamples, type Pooled, type RoiAlignOptions } from "./roi-align";
export { binCells, quantizeRoi, roiMaxPool, roiMaxPoolGrad, type MaxPooled, type QuantizedRoi } from "./roi-pool";
