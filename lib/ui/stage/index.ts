export { BoxChips, type BoxChipsProps } from "./BoxChips";
export { BoxTable, type BoxTableProps } from "./BoxTable";
export { EditableBox, type EditableBoxProps } from "./EditableBox";
export { moveBox, type Corner } from "./editing";
export { Stage, type StageProps } from "./Stage";
export { useStage, type StageWorld } from "./StageContext";
export { toneColor, toneDash } from "./tones";
export type { BoxState, SceneSprite, StageBox } from "./types";
