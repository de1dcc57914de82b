/**
 * How one reference file (inputs and answers computed by an independent library) is compared with the engine.
 * An adapter runs the engine on one case and says how far the answer is from the expected one.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface OracleCase {
  name: string;
  input: Record<string, unknown>;
  params: Record<string, unknown>;
  expected: Record<string, unknown>;
}

export interface OracleFile {
  source: string;
  function: string;
  version: string;
  seed: number;
  notes: unknown;
  cases: OracleCase[];
  [extra: string]: unknown;
}

export interface CaseResult {
  /** Worst |actual − expected|. */
  absolute: number;
  /** Worst |actual − expected| / max(|expected|, abs / rel): relative error, with a floor so that values near 0 do not inflate it. */
  relative: number;
  pass: boolean;
  /** What went wrong, for the first value that failed. */
  detail?: string;
}

export type Adapter = (oracle: OracleCase, file: OracleFile) => CaseResult;

/** A value passes when |actual − expected| ≤ abs + rel · |expected|. */
export interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}

/** Plain TypeScript, double precision. */
const FLOAT64: Tolerance = { abs: 1e-6, rel: 2e-5 };
/** TF.js CPU, WASM, WebGL with float32 textures. */
export const FLOAT32: Tolerance = { abs: 1e-5, rel: 1e-3 };

export const PASS: CaseResult = { absolute: 0, relative: 0, pass: true };

export function fail(detail: string): CaseResult {
  return { absolute: Infinity, relative: Infinity, pass: false, detail };
}

/** The result of a bound (`value ≤ limit`), for the files that ask for a quality and not for a number. */
export function atMost(what: string, value: number, limit: number): CaseResult {
  const over = Number.isFinite(value) ? Math.max(0, value - limit) : Infinity;
  return {
    absolute: over,
    relative: over / Math.max(Math.abs(limit), 1e-12),
    pass: over === 0,
    detail: over ? `${what} is ${value}, at most ${limit} allowed` : undefined,
  };
}

/** The worst of several results. */
export function merge(...results: CaseResult[]): CaseResult {
  let out = PASS;
  for (const r of results) {
    out = {
      absolute: Math.max(out.absolute, r.absolute),
      relative: Math.max(out.relative, r.relative),
      pass: out.pass && r.pass,
      detail: out.detail ?? (r.pass ? undefined : r.detail),
    };
  }
  return out;
}

/** The same result with its place put before the detail. */
export function under(place: string, result: CaseResult): CaseResult {
  return result.pass ? result : { ...result, detail: `${place}: ${result.detail ?? "differs"}` };
}

function isTensor(value: unknown): value is { shape: readonly number[]; data: ArrayLike<unknown> } {
  return typeof value === "object" && value !== null && "shape" in value && "data" in value;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !isList(value);
}

function flatten(value: unknown, out: unknown[] = []): unknown[] {
  if (isTensor(value)) return flatten(value.data, out);
  if (isList(value)) {
    for (let i = 0; i < value.length; i++) flatten(value[i], out);
    return out;
  }
  out.push(value);
  return out;
}

type Leaf = (actual: unknown, expected: unknown) => CaseResult;

/** Walks both values together; a flat actual may stand for a nested or {shape, data} expected one. */
function walk(actual: unknown, expected: unknown, leaf: Leaf, path: string): CaseResult {
  if (isTensor(expected)) {
    if (isTensor(actual) && String(Array.from(actual.shape)) !== String(expected.shape)) {
      return fail(`${path} has shape [${Array.from(actual.shape)}], expected [${expected.shape}]`);
    }
    return walkFlat(flatten(actual), flatten(expected.data), leaf, path);
  }
  if (isList(expected)) {
    const inner = isTensor(actual) ? actual.data : actual;
    if (!isList(inner)) return fail(`${path} is ${String(inner)}, expected a list of ${expected.length}`);
    const nested = expected.length > 0 && isList(expected[0]);
    if (nested && !(inner.length === expected.length && inner.length > 0 && isList(inner[0]))) {
      return walkFlat(flatten(inner), flatten(expected), leaf, path);
    }
    if (inner.length !== expected.length) return fail(`${path} has length ${inner.length}, expected ${expected.length}`);
    let out = PASS;
    for (let i = 0; i < expected.length; i++) out = merge(out, walk(inner[i], expected[i], leaf, `${path}[${i}]`));
    return out;
  }
  if (isRecord(expected)) {
    if (!isRecord(actual)) return fail(`${path} is ${String(actual)}, expected an object`);
    let out = PASS;
    for (const key of Object.keys(expected)) out = merge(out, walk(actual[key], expected[key], leaf, `${path}.${key}`));
    return out;
  }
  return under(path, leaf(actual, expected));
}

function walkFlat(actual: unknown[], expected: unknown[], leaf: Leaf, path: string): CaseResult {
  if (actual.length !== expected.length) return fail(`${path} has ${actual.length} values, expected ${expected.length}`);
  let out = PASS;
  for (let i = 0; i < expected.length; i++) out = merge(out, under(`${path}[${i}]`, leaf(actual[i], expected[i])));
  return out;
}

const SPECIAL: Record<string, number> = { NaN: NaN, Infinity: Infinity, "-Infinity": -Infinity };

/**
 * Compares numbers: scalars, nested or typed arrays, {shape, data} tensors, objects (keys of `expected`).
 * "NaN", "Infinity" and "-Infinity" are read as numbers. An expected NaN (0/0 of two boxes without area) accepts NaN or
 * the value the engine states for it, 0.
 */
export function compareNumbers(actual: unknown, expected: unknown, tolerance: Tolerance = FLOAT64): CaseResult {
  return walk(actual, expected, (a, e) => compareScalar(a, e, tolerance), "value");
}

function compareScalar(actual: unknown, expected: unknown, { abs, rel }: Tolerance): CaseResult {
  if (expected === null || typeof expected === "boolean") return compareLeaf(actual, expected);
  const e = typeof expected === "string" ? SPECIAL[expected] : expected;
  const a = typeof actual === "string" ? SPECIAL[actual] : actual;
  if (typeof e !== "number") return fail(`cannot read the expected value ${String(expected)}`);
  if (typeof a !== "number") return fail(`is ${String(actual)}, expected ${e}`);
  if (Number.isNaN(e)) return Number.isNaN(a) || a === 0 ? PASS : fail(`is ${a}, expected NaN or 0`);
  if (!Number.isFinite(e)) return a === e ? PASS : fail(`is ${a}, expected ${e}`);
  const absolute = Math.abs(a - e);
  if (!Number.isFinite(absolute)) return fail(`is ${a}, expected ${e}`);
  const pass = absolute <= abs + rel * Math.abs(e);
  const relative = absolute / Math.max(Math.abs(e), rel > 0 ? abs / rel : 1e-12);
  return pass ? { absolute, relative, pass } : { absolute, relative, pass, detail: `is ${a}, expected ${e}` };
}

/** Compares indices, labels, levels and other discrete answers: equal or not. Same shapes of input as `compareNumbers`. */
export function compareDiscrete(actual: unknown, expected: unknown): CaseResult {
  return walk(actual, expected, compareLeaf, "value");
}

function compareLeaf(actual: unknown, expected: unknown): CaseResult {
  if (Object.is(actual, expected) || actual === expected) return PASS;
  return { absolute: 1, relative: 1, pass: false, detail: `is ${String(actual)}, expected ${String(expected)}` };
}

export interface FileResult {
  cases: number;
  absolute: number;
  relative: number;
  pass: boolean;
  /** One line for each failed case. */
  failures: string[];
}

/** Runs an adapter on every case. A thrown error is a failed case, not a crash; a file without cases fails. */
export function runFile(file: OracleFile, adapter: Adapter): FileResult {
  const out: FileResult = { cases: file.cases.length, absolute: 0, relative: 0, pass: file.cases.length > 0, failures: [] };
  if (file.cases.length === 0) out.failures.push("the file has no cases");
  for (const oracle of file.cases) {
    let result: CaseResult;
    try {
      result = adapter(oracle, file);
    } catch (error) {
      result = fail(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
    out.absolute = Math.max(out.absolute, result.absolute);
    out.relative = Math.max(out.relative, result.relative);
    if (!result.pass) {
      out.pass = false;
      out.failures.push(`${oracle.name}: ${result.detail ?? "differs"}`);
    }
  }
  return out;
}

/** Reads a reference file's text; throws an Error that says what is wrong with it. */
export function parseOracle(text: string): OracleFile {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new Error(`not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  if (!isRecord(raw)) throw new Error("the top level must be an object");
  if (typeof raw.function !== "string") throw new Error('"function" must be a string');
  if (!Array.isArray(raw.cases)) throw new Error('"cases" must be a list');
  const cases = raw.cases.map((value: unknown, i): OracleCase => {
    if (!isRecord(value)) throw new Error(`cases[${i}] must be an object`);
    const { name = `case ${i}`, input, params = {}, expected } = value;
    if (!isRecord(input)) throw new Error(`cases[${i}].input must be an object`);
    if (!isRecord(params)) throw new Error(`cases[${i}].params must be an object`);
    if (!isRecord(expected)) throw new Error(`cases[${i}].expected must be an object`);
    return { name: String(name), input, params, expected };
  });
  return {
    ...raw,
    source: String(raw.source ?? ""),
    function: raw.function,
    version: String(raw.version ?? ""),
    seed: Number(raw.seed ?? 0),
    notes: raw.notes,
    cases,
  };
}

/** Reads tests/oracles/data/<name>.json. */
export function loadCases(name: string): OracleFile {
  return parseOracle(readFileSync(fileURLToPath(new URL(`./data/${name}.json`, import.meta.url)), "utf8"));
}
