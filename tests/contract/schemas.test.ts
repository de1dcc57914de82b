/**
 * A page has `smallSchema.ts` where the server has the schema library: every route, every form of question and every kind is judged by
 * both, and they must take and refuse the same and give the same values.
 */
import fc from "fast-check";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { ZodType } from "zod";

/** As much of either library as a test needs. */
interface Judge {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
}
type Judges = ReadonlyMap<string, Judge>;

async function judges(): Promise<Judges> {
  const [{ routes }, { nameOf }, { answerSchema }, { apiError }, { typedKinds }, scalars] = await Promise.all([
    import("@/lib/wire"),
    import("@/lib/wire/route"),
    import("@/lib/questions"),
    import("@/lib/wire/error"),
    import("../topics/typedKinds"),
    import("@/lib/wire/scalars"),
  ]);
  const found = new Map<string, Judge>([
    ["question", answerSchema],
    ["error", apiError],
  ]);
  for (const route of routes)
    for (const part of ["params", "query", "body", "reply"] as const) {
      const schema = route[part];
      if (schema) found.set(`${nameOf(route)} ${part}`, schema);
    }
  for (const { kind, answerSchema: own } of typedKinds()) found.set(kind, own);
  for (const [name, scalar] of Object.entries(scalars)) if (typeof scalar === "object" && "safeParse" in scalar) found.set(name, scalar);
  return found;
}

const library = await judges();
vi.resetModules();
vi.doMock("zod", () => import("@/lib/challenges/smallSchema"));
const small = await judges();
afterAll(() => vi.doUnmock("zod"));

const LEAVES = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>("iou", "abcdefghijklmnopqrst", "mina@example.com", "2026-11-26T04:00:00.000Z", " a ", ""),
  },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(0, 1, 2, 3, 4, 5, 20, 1.5, -1, 1e9, NaN, Infinity) },
  fc.constantFrom<unknown>(true, false, null, undefined, [], {}, new Uint8Array()),
  fc.string(),
  fc.integer(),
);

/** Values that fit a schema of the library, and near misses of them. */
function near(schema: ZodType): fc.Arbitrary<unknown> {
  const { def } = schema as unknown as { def: Definition };
  return fc.oneof({ weight: 12, arbitrary: fitting(def) }, { weight: 1, arbitrary: LEAVES });
}

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, ZodType>>;
  readonly element?: ZodType;
  readonly innerType?: ZodType;
  readonly items?: readonly ZodType[];
  readonly options?: readonly ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

function fitting(def: Definition): fc.Arbitrary<unknown> {
  switch (def.type) {
    case "object": {
      const fields = fc.record(Object.fromEntries(Object.entries(def.shape ?? {}).map(([name, field]) => [name, near(field)])));
      const whole = { weight: 8, arbitrary: fields };
      const more = { weight: 1, arbitrary: fields.map((value) => ({ ...value, score: 100 })) };
      const fewer = {
        weight: 1,
        arbitrary: fc.tuple(fields, fc.nat(20)).map(([value, i]) => {
          const names = Object.keys(value);
          return Object.fromEntries(Object.entries(value).filter(([name]) => name !== names[i % Math.max(1, names.length)]));
        }),
      };
      return fc.oneof(whole, more, fewer);
    }
    case "array":
      return fc.array(near(def.element as ZodType), { maxLength: 5 });
    case "tuple":
      return fc.tuple(...(def.items ?? []).map(near));
    case "union":
      return fc.oneof(...(def.options ?? []).map(near));
    case "optional":
      return fc.option(near(def.innerType as ZodType), { nil: undefined });
    case "nullable":
      return fc.option(near(def.innerType as ZodType), { nil: null });
    case "readonly":
      return near(def.innerType as ZodType);
    case "literal":
      return fc.constantFrom(...(def.values ?? []));
    case "enum":
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case "string":
      return fc.constantFrom(
        "iou",
        "abcdefghijklmnopqrst",
        "mina@example.com",
        "Asia/Seoul",
        "en",
        "a b",
        " mina ",
        "A-9_x",
        "",
        "\u202ea",
      );
    case "number":
      return fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 100, 0.5, -2, 2 ** 53);
    case "boolean":
      return fc.boolean();
    default:
      return LEAVES;
  }
}

describe("the schemas that a page has", () => {
  it("are those of the library, one for each", () => {
    expect([...small.keys()]).toEqual([...library.keys()]);
    expect(library.size).toBeGreaterThan(60);
  });

  it.each([...library.keys()])("judge as the library does: %s", (name) => {
    const [one, other] = [library, small].map((all) => all.get(name) as Judge);
    const outcomes = new Set<boolean>();
    fc.assert(
      fc.property(near(one as ZodType), (value) => {
        const want = one.safeParse(value);
        const got = other.safeParse(value);
        outcomes.add(want.success);
        expect(got.success).toBe(want.success);
        expect(got.data).toEqual(want.data);
      }),
      { numRuns: 400 },
    );
    expect(outcomes.has(false)).toBe(true);
  });
});
