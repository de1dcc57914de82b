/** Model files: `model.json` (layers and where each tensor lies) and `weights.bin` (half precision, little endian). */
import { createNetwork, sizeOf } from "../../nets/build";
import type { LayerSpec, LayerWeights, Network, NetworkSpec, Tensor } from "../../nets/types";
import { fromHalf, toHalf } from "./half";
import { sha256 } from "./sha256";

export const MODEL_FORMAT = "boxup-model-2";

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

/** A tensor of a model file: a layer's weight or bias, or, without `network`, a tensor that belongs to no layer list. */
export interface StoredTensor {
  readonly network?: string;
  readonly layer: string;
  readonly part: "weight" | "bias" | "values";
  readonly shape: readonly number[];
}

export interface ModelFile {
  readonly format: typeof MODEL_FORMAT;
  readonly name: string;
  /** Network units of a byte v: v · scale + shift; channels R, G, B. */
  readonly input: { readonly scale: number; readonly shift: number };
  readonly classes: readonly string[];
  /** Layer lists by name: "main" reads the picture, others what it found. inputShape is [channels, height, width]. */
  readonly networks: Readonly<Record<string, { readonly inputShape: readonly number[]; readonly layers: readonly LayerSpec[] }>>;
  /** In the order in which they lie in the file, each right after the last. */
  readonly tensors: readonly StoredTensor[];
  readonly weights: { readonly bytes: number; readonly sha256: string };
}

/** What a model consists of: layer lists with weights (batch norms folded), and tensors beside them, e.g. SVMs or queries. */
export interface ModelParts {
  readonly networks: Readonly<Record<string, NetworkSpec>>;
  readonly tensors?: Readonly<Record<string, { readonly shape: readonly number[]; readonly data: ArrayLike<number> }>>;
}

/** A model as read from its files. */
export interface StoredModel {
  readonly name: string;
  readonly networks: Readonly<Record<string, { readonly spec: NetworkSpec; readonly network: Network }>>;
  readonly tensors: Readonly<Record<string, Tensor>>;
}

/** Packs a model (batch norms folded: conv and dense layers alone have weights) into its two files. */
export function packModel(
  name: string,
  parts: ModelParts,
  about: Pick<ModelFile, "classes" | "input">,
): { file: ModelFile; bytes: Uint8Array } {
  const tensors: StoredTensor[] = [];
  const values: ArrayLike<number>[] = [];
  for (const [network, spec] of Object.entries(parts.networks)) {
    for (const { name: layer, type } of spec.layers) {
      if (type === "batchnorm") throw new ModelFileError(name, "format", `layer "${layer}" is a batchnorm: fold it first`);
      const entry = spec.weights[layer];
      if (!entry?.weight) continue;
      const bias = entry.bias ?? new Float64Array(entry.weight.shape[0]);
      tensors.push({ network, layer, part: "weight", shape: entry.weight.shape }, { network, layer, part: "bias", shape: [bias.length] });
      values.push(entry.weight.data, bias);
    }
  }
  for (const [layer, { shape, data }] of Object.entries(parts.tensors ?? {})) {
    tensors.push({ layer, part: "values", shape });
    values.push(data);
  }
  const count = values.reduce((sum, list) => sum + list.length, 0);
  const bytes = new Uint8Array(count * 2);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const list of values) for (let i = 0; i < list.length; i++, at += 2) view.setUint16(at, toHalf(list[i]), true);
  const networks = Object.fromEntries(
    Object.entries(parts.networks).map(([network, { inputShape, layers }]) => [network, { inputShape, layers }]),
  );
  return {
    file: { format: MODEL_FORMAT, name, ...about, networks, tensors, weights: { bytes: bytes.length, sha256: sha256(bytes) } },
    bytes,
  };
}

/**
 * Reads a model's files: length, hash, shapes and values are checked before a network is made.
 * @param file the parsed model.json  @param bytes weights.bin as fetched
 * @throws ModelFileError naming the model and what is wrong
 */
export function unpackModel(file: ModelFile, bytes: Uint8Array): StoredModel {
  const name = String(file?.name ?? "?");
  if (file?.format !== MODEL_FORMAT || typeof file.networks !== "object" || !Array.isArray(file.tensors))
    throw new ModelFileError(name, "format", `model.json is not of the form ${MODEL_FORMAT}`);
  if (bytes.length !== file.weights.bytes)
    throw new ModelFileError(name, "length", `weights.bin has ${bytes.length} bytes, ${file.weights.bytes} were expected`);
  const hash = sha256(bytes);
  if (hash !== file.weights.sha256)
    throw new ModelFileError(
      name,
      "hash",
      `weights.bin is damaged (SHA-256 ${hash.slice(0, 12)}…, expected ${file.weights.sha256.slice(0, 12)}…)`,
    );
  const total = file.tensors.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  if (total * 2 !== bytes.length)
    throw new ModelFileError(name, "shape", `the tensors of model.json take ${total * 2} bytes, weights.bin has ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weights: Record<string, Record<string, { weight?: LayerWeights["weight"]; bias?: Float64Array }>> = {};
  const tensors: Record<string, Tensor> = {};
  let at = 0;
  for (const { network, layer, part, shape } of file.tensors) {
    const data = new Float64Array(sizeOf(shape));
    for (let i = 0; i < data.length; i++, at += 2) {
      data[i] = fromHalf(view.getUint16(at, true));
      if (!Number.isFinite(data[i])) throw new ModelFileError(name, "values", `${layer}.${part}[${i}] is not a finite number`);
    }
    if (network === undefined) {
      tensors[layer] = { shape: [...shape], data };
      continue;
    }
    const entry = ((weights[network] ??= {})[layer] ??= {});
    if (part === "weight") entry.weight = { shape, data };
    else entry.bias = data;
  }
  try {
    const networks = Object.entries(file.networks).map(([network, { inputShape, layers }]) => {
      const spec: NetworkSpec = { inputShape, layers, weights: weights[network] ?? {} };
      return [network, { spec, network: createNetwork(spec) }] as const;
    });
    return { name, networks: Object.fromEntries(networks), tensors };
  } catch (cause) {
    throw new ModelFileError(name, "shape", cause instanceof Error ? cause.message : String(cause));
  }
}
