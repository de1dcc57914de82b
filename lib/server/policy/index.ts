export * from "./accounts";
export * from "./facts";
export * from "./groups";
export * from "./work";
