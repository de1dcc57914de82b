/**
 * What a page needs of the schema library, and no more: the bundler puts this file in its place in everything that runs in a browser
 * (`next.config.ts`), so that no page loads the library itself. It takes and refuses exactly what the library does and gives the same
 * values (`tests/contract/schemas.test.ts` compares them over every route, form and kind); its faults carry a path and no words, since
 * words about a fault are the server's.
 */

/** What a schema finds wrong: where. */
interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Marks a value that does not fit; its faults were noted. */
const UNFIT = Symbol("unfit");

type Run = (value: unknown, path: readonly (string | number)[], faults: Fault[]) => unknown;
type Check = (value: never) => unknown;

const unfit = (path: readonly (string | number)[], faults: Fault[], message = "does not fit"): typeof UNFIT => {
  faults.push({ path, message });
  return UNFIT;
};
const given = (fits: (value: never) => boolean): Check => ((value: never) => (fits(value) ? value : UNFIT)) as Check;

class Schema {
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
  }

  /** The value as it is to be used, or UNFIT. */
  take(value: unknown, path: readonly (string | number)[], faults: Fault[]): unknown {
    return this.#run(value, path, faults);
  }

  safeParse(value: unknown) {
    const faults: Fault[] = [];
    const data = this.take(value, [], faults);
    return data === UNFIT ? { success: false, error: { issues: faults } } : { success: true, data };
  }

  /** @throws TypeError for a value that does not fit */
  parse(value: unknown): unknown {
    const parsed = this.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new TypeError(`"${parsed.error?.issues[0].path.join(".")}" does not fit`);
  }

  /** How forms ask, whatever library a schema is of: https://standardschema.dev */
  get "~standard"() {
    return {
      version: 1,
      vendor: "boxup",
      validate: (value: unknown) => {
        const parsed = this.safeParse(value);
        return parsed.success ? { value: parsed.data } : { issues: parsed.error?.issues };
      },
    };
  }

  /** The same, and `check` after it. */
  with(check: Check): Schema {
    return new Schema((value, path, faults) => {
      const taken = this.take(value, path, faults);
      if (taken === UNFIT) return UNFIT;
      const checked = check(taken as never);
      return checked === UNFIT ? unfit(path, faults) : checked;
    });
  }

  min(least: number) {
    return this.with(given((value: string | unknown[] | number) => (typeof value === "number" ? value : value.length) >= least));
  }

  max(most: number) {
    return this.with(given((value: string | unknown[] | number) => (typeof value === "number" ? value : value.length) <= most));
  }

  length(wanted: number) {
    return this.with(given((value: string | unknown[]) => value.length === wanted));
  }

  regex(pattern: RegExp) {
    return this.with(given((text: string) => pattern.test(text)));
  }

  trim() {
    return this.with((text: string) => text.trim());
  }

  multipleOf(step: number) {
    return this.with(given((value: number) => value % step === 0));
  }

  int() {
    return this.with(given(Number.isSafeInteger));
  }

  refine(fits: (value: never) => boolean) {
    return this.with(given(fits));
  }

  readonly() {
    return this.with((value: object) => Object.freeze(value));
  }

  optional(): Schema {
    return new Optional((value, path, faults) => (value === undefined ? value : this.take(value, path, faults)));
  }

  nullable(): Schema {
    return new Schema((value, path, faults) => (value === null ? value : this.take(value, path, faults)));
  }
}

class Optional extends Schema {}

type Shape = Readonly<Record<string, Schema>>;

const plain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

class ObjectSchema extends Schema {
  readonly shape: Shape;
  readonly #strict: boolean;

  constructor(shape: Shape, strict: boolean) {
    super((value, path, faults) => {
      if (!plain(value)) return unfit(path, faults);
      const found: Record<string, unknown> = {};
      const before = faults.length;
      for (const [name, schema] of Object.entries(shape)) {
        if (name in value) found[name] = schema.take(value[name], [...path, name], faults);
        else if (!(schema instanceof Optional)) unfit([...path, name], faults);
      }
      if (strict && Object.keys(value).some((name) => !Object.hasOwn(shape, name))) unfit(path, faults);
      return faults.length > before ? UNFIT : found;
    });
    this.shape = shape;
    this.#strict = strict;
  }

  extend(more: Shape) {
    return new ObjectSchema({ ...this.shape, ...more }, this.#strict);
  }

  pick(names: Readonly<Record<string, true>>) {
    return this.#only((name) => Object.hasOwn(names, name));
  }

  omit(names: Readonly<Record<string, true>>) {
    return this.#only((name) => !Object.hasOwn(names, name));
  }

  #only(wanted: (name: string) => boolean) {
    return new ObjectSchema(Object.fromEntries(Object.entries(this.shape).filter(([name]) => wanted(name))), this.#strict);
  }
}

/** A value that is its own form: taken as it is where `fits` says so. */
const taken = (fits: (value: unknown) => boolean) => new Schema((value, path, faults) => (fits(value) ? value : unfit(path, faults)));

function list(schemaAt: (i: number) => Schema, fits: (length: number) => boolean) {
  return new Schema((value, path, faults) => {
    if (!Array.isArray(value) || !fits(value.length)) return unfit(path, faults);
    const before = faults.length;
    const found = value.map((entry: unknown, i) => schemaAt(i).take(entry, [...path, i], faults));
    return faults.length > before ? UNFIT : found;
  });
}

export const string = () => taken((value) => typeof value === "string");
export const number = () => taken(Number.isFinite);
export const boolean = () => taken((value) => typeof value === "boolean");
export const unknown = () => taken(() => true);
export const literal = (only: unknown) => taken((value) => value === only);
export const object = (shape: Shape) => new ObjectSchema(shape, false);
export const strictObject = (shape: Shape) => new ObjectSchema(shape, true);
export const array = (schema: Schema) =>
  list(
    () => schema,
    () => true,
  );
export const tuple = (schemas: readonly Schema[]) =>
  list(
    (i) => schemas[i],
    (length) => length === schemas.length,
  );

/** The first that fits. */
export const union = (schemas: readonly Schema[]) =>
  new Schema((value, path, faults) => {
    for (const schema of schemas) {
      const found = schema.take(value, path, []);
      if (found !== UNFIT) return found;
    }
    return unfit(path, faults);
  });

/** A moment in UTC, as `toISOString` writes it. */
export const iso = {
  datetime: () => taken((value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !isNaN(Date.parse(value))),
};

const oneOf = (values: readonly unknown[]) => taken((value) => values.includes(value));
const nothing = () => taken((value) => value === null);
const instance = (type: new (...args: never[]) => unknown) => taken((value) => value instanceof type);
export { oneOf as enum, nothing as null, instance as instanceof };
