export { CellGrid, type CellGridProps } from "./CellGrid";
export { ClassLegend, type ClassLegendProps } from "./ClassLegend";
export { LabelRows, type LabelRow, type LabelRowsProps } from "./LabelRows";
export { PairArrow, PairPanel, usePair, type PairPanelProps } from "./MeasurePair";
export { NumberGrid, type CellLook, type NumberGridProps } from "./NumberGrid";
export { OptionCards, type OptionCard, type OptionCardsProps } from "./OptionCards";
export { Pinned } from "./Pinned";
export { Missteps, ReplayFrame, type Misstep, type ReplayFrameProps } from "./ReplayFrame";
export { chipsByScore, SpotChips, useSpotlight, type SpotChipsProps } from "./SpotChips";
