export { ApiError } from "./apiError";
export { call, forgetGuest } from "./call";
export { download } from "./download";
export { refreshLearner, useMe, useProgress, useReviewQueue } from "./hooks";
