export { ApiError } from "./apiError";
export { call, forgetGuest, upload } from "./call";
export { addressOf, download } from "./download";
export { hasBegun, refreshLearner, useMe, useProgress, useReviewQueue, useUnread } from "./hooks";
export { listen } from "./listen";
export { newKey } from "./key";
export { openRound } from "./openRound";
export { zoned } from "./zoned";
