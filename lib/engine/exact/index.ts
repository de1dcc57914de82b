export { exp, expm1, sigmoid, tanh } from "./exp";
export { log, log1p, log2 } from "./log";
export { pow } from "./pow";
export { atan, atan2, cos, sin } from "./trig";
