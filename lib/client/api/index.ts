export { ApiError } from "./apiError";
export { call, forgetGuest } from "./call";
export { download } from "./download";
export { hasBegun, refreshLearner, useMe, useProgress, useReviewQueue, useUnread } from "./hooks";
export { listen } from "./listen";
export { newKey } from "./key";
export { zoned } from "./zoned";
