export * from "./accounts";
export * from "./facts";
export * from "./work";
