export { outbox, startOutbox, untilReached } from "./browser";
export type { Entry } from "./entry";
export { useOutbox } from "./useOutbox";
