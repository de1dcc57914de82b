export * from "./blank";
export * from "./content";
export * from "./credit";
export { doubtsOf, faultsOf, type Fault } from "./faults";
export { filled, missingLanguages } from "./languages";
export { toQuestion } from "./question";
export { slipsOf } from "./slips";
export { tidy } from "./tidy";
export { withWrongPairs } from "./wrongPairs";
