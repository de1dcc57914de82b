export * from "./grades";
