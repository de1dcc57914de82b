export { BoxChips, type BoxChipsProps } from "./BoxChips";
export { BoxShape } from "./BoxShape";
export { BoxTable, type BoxTableProps } from "./BoxTable";
export { EditableBox, type EditableBoxProps } from "./EditableBox";
export { moveBox, resizeBox, type Corner } from "./editing";
export { Stage, type StageProps } from "./Stage";
export { toneColor, toneDash } from "./tones";
export type { BoxState, SceneSprite, StageBox } from "./types";
export { useStageScale } from "./useStageScale";
