export { nms, batchedNms, type NmsOptions } from "./nms";
export { nmsTrace, type NmsStep, type NmsComparison } from "./trace";
export { softNms, softNmsTrace, type SoftNmsOptions, type SoftNmsResult, type SoftNmsStep, type SoftNmsRescoring } from "./soft";
