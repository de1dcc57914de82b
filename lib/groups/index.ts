export * from "./attendance";
export * from "./code";
export * from "./mentions";
export * from "./nameMatch";
export * from "./rotation";
export * from "./streak";
export * from "./week";
