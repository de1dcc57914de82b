/** Model files: `model.json` (layers and where each tensor lies) and `weights.bin` (half precision, little endian). */
import { createNetwork, sizeOf, type LayerSpec, type LayerWeights, type Network, type NetworkSpec } from "../nets";
import { fromHalf, toHalf } from "./half";
import { sha256 } from "./sha256";

export const MODEL_FORMAT = "boxup-model-1";

/** What can be wrong with a model's files; the page says it in the reader's language and offers to fetch again. */
export type ModelFault = "format" | "length" | "hash" | "shape" | "values";

/** A model's files cannot be used. `fault` says why; all but "format" may be mended by fetching again. */
export class ModelFileError extends Error {
  override readonly name = "ModelFileError";
  constructor(
    readonly model: string,
    readonly fault: ModelFault,
    detail: string,
  ) {
    super(`model "${model}": ${detail}`);
  }
}

export interface StoredTensor {
  readonly layer: string;
  readonly part: "weight" | "bias";
  readonly shape: readonly number[];
}

export interface ModelFile {
  readonly format: typeof MODEL_FORMAT;
  readonly name: string;
  /** [channels, height, width]. */
  readonly inputShape: readonly number[];
  /** Network units of a byte v: v · scale + shift; channels R, G, B. */
  readonly input: { readonly scale: number; readonly shift: number };
  readonly classes: readonly string[];
  readonly layers: readonly LayerSpec[];
  /** In the order in which they lie in the file, each right after the last. */
  readonly tensors: readonly StoredTensor[];
  readonly weights: { readonly bytes: number; readonly sha256: string };
}

/** Packs a network (batch norms folded: conv and dense layers alone have weights) into its two files. */
export function packModel(name: string, spec: NetworkSpec, about: Pick<ModelFile, "classes" | "input">): { file: ModelFile; bytes: Uint8Array } {
  const tensors: StoredTensor[] = [];
  const values: ArrayLike<number>[] = [];
  for (const { name: layer, type } of spec.layers) {
    if (type === "batchnorm") throw new ModelFileError(name, "format", `layer "${layer}" is a batchnorm: fold it first`);
    const entry = spec.weights[layer];
    if (!entry?.weight) continue;
    const bias = entry.bias ?? new Float64Array(entry.weight.shape[0]);
    tensors.push({ layer, part: "weight", shape: entry.weight.shape }, { layer, part: "bias", shape: [bias.length] });
    values.push(entry.weight.data, bias);
  }
  const count = values.reduce((sum, list) => sum + list.length, 0);
  const bytes = new Uint8Array(count * 2);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const list of values) for (let i = 0; i < list.length; i++, at += 2) view.setUint16(at, toHalf(list[i]), true);
  const file: ModelFile = {
    format: MODEL_FORMAT,
    name,
    inputShape: spec.inputShape,
    ...about,
    layers: spec.layers,
    tensors,
    weights: { bytes: bytes.length, sha256: sha256(bytes) },
  };
  return { file, bytes };
}

/**
 * Reads a model's files: length, hash, shapes and values are checked before a network is made.
 * @param file the parsed model.json  @param bytes weights.bin as fetched
 * @throws ModelFileError naming the model and what is wrong
 */
export function unpackModel(file: ModelFile, bytes: Uint8Array): { spec: NetworkSpec; network: Network } {
  const name = String(file?.name ?? "?");
  if (file?.format !== MODEL_FORMAT || !Array.isArray(file.layers) || !Array.isArray(file.tensors)) throw new ModelFileError(name, "format", `model.json is not of the form ${MODEL_FORMAT}`);
  if (bytes.length !== file.weights.bytes) throw new ModelFileError(name, "length", `weights.bin has ${bytes.length} bytes, ${file.weights.bytes} were expected`);
  const hash = sha256(bytes);
  if (hash !== file.weights.sha256) throw new ModelFileError(name, "hash", `weights.bin is damaged (SHA-256 ${hash.slice(0, 12)}…, expected ${file.weights.sha256.slice(0, 12)}…)`);
  const total = file.tensors.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  if (total * 2 !== bytes.length) throw new ModelFileError(name, "shape", `the tensors of model.json take ${total * 2} bytes, weights.bin has ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weights: Record<string, { weight?: LayerWeights["weight"]; bias?: Float64Array }> = {};
  let at = 0;
  for (const { layer, part, shape } of file.tensors) {
    const data = new Float64Array(sizeOf(shape));
    for (let i = 0; i < data.length; i++, at += 2) {
      data[i] = fromHalf(view.getUint16(at, true));
      if (!Number.isFinite(data[i])) throw new ModelFileError(name, "values", `${layer}.${part}[${i}] is not a finite number`);
    }
    const entry = (weights[layer] ??= {});
    if (part === "weight") entry.weight = { shape, data };
    else entry.bias = data;
  }
  const spec: NetworkSpec = { inputShape: file.inputShape, layers: file.layers, weights };
  try {
    return { spec, network: createNetwork(spec) };
  } catch (cause) {
    throw new ModelFileError(name, "shape", cause instanceof Error ? cause.message : String(cause));
  }
}
