export * from "./types";
export * from "./overlap";
export * from "./convert";
export * from "./clip";
export * from "./deltas";
export { boxAt, requireBoxes } from "./shape";
