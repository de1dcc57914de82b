export { ApiError } from "./apiError";
export { call, forgetGuest, upload } from "./call";
export { hasBegun, refreshLearner, useMe, useProgress, useReviewQueue } from "./hooks";
export { newKey } from "./key";
export { zoned } from "./zoned";
