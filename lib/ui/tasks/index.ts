export { Latest } from "./latest";
export { useLatest } from "./useLatest";
export { useTask, type UsedTask, type UseTaskOptions } from "./useTask";
export type { TaskProgress } from "./watchTask";
