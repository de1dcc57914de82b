export { readDraft } from "./draft";
export type { Saved, Saver } from "./saver";
export { useSaver } from "./useSaver";
