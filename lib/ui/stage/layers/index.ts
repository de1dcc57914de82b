export { Arrow, type ArrowProps, type ArrowTone } from "./Arrow";
export { centreOf, gridSizeOf, locationAt, middleOf, nearestCentre, type StrideGrid } from "./grid";
export { GridLayer } from "./GridLayer";
export { HeatLayer, type HeatLayerProps } from "./HeatLayer";
export { OutlinesLayer, type Outline } from "./OutlinesLayer";
export { OverlapGlow, OverlapLayer, type Lit, type OverlapLayerProps } from "./OverlapLayer";
export { PixelLayer } from "./PixelLayer";
export { TapLayer, type TapLayerProps } from "./TapLayer";
