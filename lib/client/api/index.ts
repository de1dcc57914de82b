export { ApiError } from "./apiError";
export { call, forgetGuest } from "./call";
export { refreshLearner, useMe, useProgress, useReviewQueue } from "./hooks";
export { newKey } from "./key";
