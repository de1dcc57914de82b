export { Bars, type Bar, type BarsProps } from "./Bars";
export { DataTable, type DataTableProps } from "./DataTable";
export { Histogram, type HistogramProps } from "./Histogram";
export { binsOf, type Axis, type Bin } from "./layout";
export { LinePlot, type LinePlotProps, type LineSeries } from "./LinePlot";
export type { Guide } from "./PlotFrame";
export { ScatterPlot, type ScatterGroup, type ScatterPlotProps, type ScatterPoint } from "./ScatterPlot";
