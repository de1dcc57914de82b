/** Everything over matrices: building a graph, its gradients, its tape. */
export {
  add,
  exp,
  linear,
  log,
  matmul,
  matrix,
  mean,
  mul,
  relu,
  scale,
  sigmoid,
  softmaxCrossEntropy,
  sub,
  sum,
  tanh,
  transpose,
} from "./matrix";
export { gradients, tape } from "./matrix-backward";
