export { ApiError } from "./apiError";
export { call, forgetGuest } from "./call";
export { download } from "./download";
export { hasBegun, refreshLearner, useMe, useProgress, useReviewQueue } from "./hooks";
export { listen } from "./listen";
export { newKey } from "./key";
export { openRound } from "./openRound";
export { zoned } from "./zoned";
