export * from "./contract";
export * from "./figures";
export * from "./play";
export * from "./score";
export * from "./seal";
export * from "./task";
export * from "./text";
export * from "./topic";
