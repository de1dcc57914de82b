/** Operations over scalars and over matrices share their names (add, mul, …), so each kind is a namespace. */
export * as scalar from "./scalar";
export * as matrix from "./matrix-ops";
export { SCALAR_OPS } from "./scalar";
export type { BackwardStep, Scalar, ScalarOp, ScalarTape, ScalarTapeNode } from "./scalar";
export type { Factor, Matrix, MatrixOp, Pull, SumOver, WeightLayout } from "./matrix";
export type { MatrixTapeNode, TapePull } from "./matrix-backward";
export { buildExpression, type BuiltExpression, type Expression } from "./expression";
export { centralDifferences, checkGradient, type GradientCheck } from "./finite-difference";
