export { useLatest } from "./useLatest";
export { useTask, type UsedTask } from "./useTask";
