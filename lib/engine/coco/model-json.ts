/** The parts of a TF.js model.json that are read, checked field by field: the file may come from anywhere. */
import { EngineInputError } from "../errors";
import type { WeightEntry } from "./weights";

/** One attribute of a node; strings are in base64, 64-bit integers are text. */
export interface Attribute {
  readonly s?: string;
  readonly b?: boolean;
  readonly list?: { readonly s?: readonly string[]; readonly i?: readonly (string | number)[] };
  /** Sides of a placeholder's shape. */
  readonly dims?: readonly number[];
}

export interface StoredNode {
  readonly name: string;
  readonly op: string;
  readonly input: readonly string[];
  readonly attr: Readonly<Record<string, Attribute>>;
}

type Fields = Readonly<Record<string, unknown>>;

function fields(path: string, value: unknown): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new EngineInputError(path, "must be an object", Array.isArray(value) ? "an array" : typeof value);
  return value as Fields;
}

function list<T>(path: string, value: unknown, read: (path: string, entry: unknown) => T): T[] {
  if (!Array.isArray(value)) throw new EngineInputError(path, "must be an array", typeof value);
  return value.map((entry, i) => read(`${path}[${i}]`, entry));
}

function text(path: string, value: unknown): string {
  if (typeof value !== "string") throw new EngineInputError(path, "must be a string", typeof value);
  return value;
}

function number(path: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new EngineInputError(path, "must be a finite number", typeof value);
  return value;
}

function optional<T>(path: string, value: unknown, read: (path: string, value: unknown) => T): T | undefined {
  return value === undefined || value === null ? undefined : read(path, value);
}

function side(path: string, value: unknown): number {
  const size = Number(value);
  if (!Number.isInteger(size)) throw new EngineInputError(path, "must be a whole number", value);
  return size;
}

function attribute(path: string, value: unknown): Attribute {
  const { s, b, list: values, shape } = fields(path, value);
  return {
    s: optional(`${path}.s`, s, text),
    b: typeof b === "boolean" ? b : undefined,
    list: optional(`${path}.list`, values, (at, v) => {
      const { s: strings, i: integers } = fields(at, v);
      return { s: optional(`${at}.s`, strings, (p, x) => list(p, x, text)), i: optional(`${at}.i`, integers, (p, x) => list(p, x, side)) };
    }),
    dims: optional(
      `${path}.shape`,
      shape,
      (at, v) => optional(`${at}.dim`, fields(at, v).dim, (p, x) => list(p, x, (q, d) => side(q, fields(q, d).size))) ?? [],
    ),
  };
}

function node(path: string, value: unknown): StoredNode {
  const { name, op, input, attr } = fields(path, value);
  const attributes = Object.entries(fields(`${path}.attr`, attr ?? {})).map(
    ([key, v]) => [key, attribute(`${path}.attr.${key}`, v)] as const,
  );
  return {
    name: text(`${path}.name`, name),
    op: text(`${path}.op`, op),
    input: list(`${path}.input`, input ?? [], text),
    attr: Object.fromEntries(attributes),
  };
}

function weight(path: string, value: unknown): WeightEntry {
  const { name, shape, dtype, quantization } = fields(path, value);
  return {
    name: text(`${path}.name`, name),
    dtype: text(`${path}.dtype`, dtype),
    shape: list(`${path}.shape`, shape, (at, v) => {
      const size = side(at, v);
      if (size < 0) throw new EngineInputError(at, "must not be negative", size);
      return size;
    }),
    quantization: optional(`${path}.quantization`, quantization, (at, v) => {
      const q = fields(at, v);
      return {
        dtype: text(`${at}.dtype`, q.dtype),
        scale: optional(`${at}.scale`, q.scale, number),
        min: optional(`${at}.min`, q.min, number),
      };
    }),
  };
}

/**
 * Reads nodes and weight entries of a graph model.
 * @throws EngineInputError naming the first field that is wrong
 */
export function readModelJson(json: unknown): {
  readonly nodes: ReadonlyMap<string, StoredNode>;
  readonly weights: readonly WeightEntry[];
} {
  const { format, modelTopology, weightsManifest } = fields("json", json);
  if (format !== "graph-model") throw new EngineInputError("json.format", "must be graph-model", format);
  const nodes = list("json.modelTopology.node", fields("json.modelTopology", modelTopology).node, node);
  const weights = list("json.weightsManifest", weightsManifest, (path, group) =>
    list(`${path}.weights`, fields(path, group).weights, weight),
  ).flat();
  return { nodes: new Map(nodes.map((n) => [n.name, n])), weights };
}
