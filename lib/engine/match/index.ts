export * from "./matcher";
export { assign, type Assignment } from "./hungarian";
export { hungarianTrace, type HungarianStep, type HungarianTrace } from "./hungarian-trace";
export * from "./detr";
export * from "./yolo";
export * from "./centernet";
