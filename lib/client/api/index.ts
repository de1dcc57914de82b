export { ApiError } from "./apiError";
export { api, forgetGuest, type WriteOptions } from "./request";
export { refreshLearner, useMe, useProgress, useReviewQueue } from "./hooks";
