export * from "./accounts";
export * from "./assignments";
export * from "./bank";
export * from "./cohorts";
export * from "./facts";
export * from "./groups";
export * from "./work";
