export * from "./calendar";
export * from "./days";
export * from "./deck";
export * from "./mastery";
export * from "./queue";
export * from "./rewards";
export * from "./schedule";
export * from "./streak";
