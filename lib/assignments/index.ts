export * from "./parts";
export * from "./score";
export * from "./terms";
export * from "./validation";
export * from "./zoneTime";
