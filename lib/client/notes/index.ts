export { fits } from "./fits";
export { indexOf, OpenNote, placeAt } from "./openNote";
export type { Cursor } from "./presence";
export { rewrite } from "./textChange";
export { useNoteText, useOpenNote, usePresent, useSyncState } from "./useNote";
export { sent } from "./sent";
