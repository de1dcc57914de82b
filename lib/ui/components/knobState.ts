export type KnobValue = number | string | boolean;
export type KnobDefaults = Readonly<Record<string, KnobValue>>;

/** The values of a set of knobs: as wide as the kind of each default, so that a default of `true` can become `false`. */
export type Knobs<D extends KnobDefaults> = {
  readonly [K in keyof D]: D[K] extends number ? number : D[K] extends boolean ? boolean : string;
};

const LONGEST = 200;

function read(text: string, like: KnobValue): KnobValue | null {
  if (typeof like === "boolean") return text === "1" ? true : text === "0" ? false : null;
  if (typeof like === "string") return text.length <= LONGEST ? text : null;
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number) ? number : null;
}

function write(value: KnobValue): string {
  return typeof value === "boolean" ? (value ? "1" : "0") : String(value);
}

/**
 * The knobs that a query names as `<id>.<knob>`, each only where its text fits the kind of its default.
 * readKnobs("?nms.t=0.4&nms.soft=maybe", "nms", { t: 0.5, soft: false }) → { t: 0.4 }
 */
export function readKnobs<D extends KnobDefaults>(search: string, id: string, defaults: D): Partial<Knobs<D>> {
  const query = new URLSearchParams(search);
  const found: Partial<Record<keyof D, KnobValue>> = {};
  for (const name of Object.keys(defaults) as (keyof D & string)[]) {
    const text = query.get(`${id}.${name}`);
    const value = text === null ? null : read(text, defaults[name]);
    if (value !== null) found[name] = value;
  }
  return found as Partial<Knobs<D>>;
}

/** The query with this set of knobs written into it: values at their default are left out, all else in it stays. */
export function writeKnobs(search: string, id: string, defaults: KnobDefaults, knobs: KnobDefaults): string {
  const query = new URLSearchParams(search);
  for (const name of Object.keys(defaults)) {
    const key = `${id}.${name}`;
    if (knobs[name] === defaults[name]) query.delete(key);
    else query.set(key, write(knobs[name]));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
