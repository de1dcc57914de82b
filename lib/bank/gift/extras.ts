/**
 * What GIFT has no words for travels in a remark above the question, `// boxup: {…}`, which other programs pass over: topic, misconceptions,
 * units, what kind it is where GIFT has none like it.
 */
import * as z from "@/lib/challenges/schema";
import { contentSchema, type Content } from "../content";
import { slipsOf } from "../slips";

const text = z.strictObject({ ko: z.string(), en: z.string() });
const slip = z.string().nullable();

const extrasSchema = z.strictObject({
  kind: z.enum(["order", "hotspot", "short"]).optional(),
  topic: z.string().optional(),
  /** In the order of options, answers or regions. */
  slips: z.array(slip).max(20).optional(),
  unit: text.optional(),
  caseSensitive: z.boolean().optional(),
  ends: z.strictObject({ first: text, last: text }).optional(),
  reversed: z.string().optional(),
  wrong: z.array(z.strictObject({ left: z.number(), right: z.number(), misconception: slip })).optional(),
  picture: z.strictObject({ id: z.string(), width: z.number(), height: z.number() }).optional(),
  caption: text.optional(),
  /** Where there are no answers that it could follow. */
  explanation: text.optional(),
  regions: z
    .array(z.strictObject({ box: z.tuple([z.number(), z.number(), z.number(), z.number()]), right: z.boolean(), misconception: slip }))
    .optional(),
});
export type Extras = z.output<typeof extrasSchema>;

const MARK = "boxup:";
const written = ({ ko, en }: { readonly ko: string; readonly en: string }): boolean => ko !== "" || en !== "";

/** The remark's text, null where GIFT says everything. */
export function writeExtras(content: Content): string | null {
  const extras: Extras = {};
  if (content.topic !== null) extras.topic = content.topic;
  const named = slipsOf(content).length > 0;
  if ("options" in content && named) extras.slips = content.options.map(({ misconception }) => misconception);
  if ("answers" in content && named) extras.slips = content.answers.map(({ misconception }) => misconception);
  if (content.kind === "numeric" && written(content.unit)) extras.unit = content.unit;
  if (content.kind === "short" && content.caseSensitive) extras.caseSensitive = true;
  // Elsewhere an arrow makes pairs of them.
  if (content.kind === "short" && content.answers.some(({ said }) => said.includes("->"))) extras.kind = "short";
  if (content.kind === "match" && content.wrong.length > 0) extras.wrong = content.wrong;
  if ((content.kind === "hotspot" || content.kind === "description") && written(content.explanation))
    extras.explanation = content.explanation;
  if (content.kind === "order") {
    extras.kind = "order";
    if (written(content.ends.first) || written(content.ends.last)) extras.ends = content.ends;
    if (content.reversed !== null) extras.reversed = content.reversed;
  }
  if (content.kind === "hotspot") {
    extras.kind = "hotspot";
    if (content.picture !== null) extras.picture = content.picture;
    if (written(content.caption)) extras.caption = content.caption;
    extras.regions = content.regions;
  }
  return Object.keys(extras).length === 0 ? null : `${MARK} ${JSON.stringify(extras)}`;
}

/** Undefined: the remark is none of these. Null: it is, and cannot be read. */
export function readExtras(remark: string): Extras | null | undefined {
  if (!remark.startsWith(MARK)) return undefined;
  try {
    const parsed = extrasSchema.safeParse(JSON.parse(remark.slice(MARK.length)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A question with its extras put in; null where both together make none. */
export function withExtras(content: Content, extras: Extras): Content | null {
  const base = {
    title: content.title,
    category: content.category,
    idNumber: content.idNumber,
    tags: content.tags,
    topic: extras.topic ?? null,
    prompt: content.prompt,
    explanation: extras.explanation ?? content.explanation,
  };
  const slipAt = (i: number) => extras.slips?.[i] ?? null;
  const made = ((): unknown => {
    if (extras.kind === "hotspot")
      return {
        kind: "hotspot",
        ...base,
        picture: extras.picture ?? null,
        caption: extras.caption ?? { ko: "", en: "" },
        regions: extras.regions ?? [],
      };
    switch (content.kind) {
      case "single":
      case "multiple":
        return { ...content, ...base, options: content.options.map((option, i) => ({ ...option, misconception: slipAt(i) })) };
      case "numeric":
        return {
          ...content,
          ...base,
          unit: extras.unit ?? content.unit,
          answers: content.answers.map((answer, i) => ({ ...answer, misconception: slipAt(i) })),
        };
      case "short":
        return {
          ...content,
          ...base,
          caseSensitive: extras.caseSensitive ?? false,
          answers: content.answers.map((answer, i) => ({ ...answer, misconception: slipAt(i) })),
        };
      case "match":
        if (extras.kind === "order")
          return {
            kind: "order",
            ...base,
            items: content.pairs.map(({ right }) => right),
            ends: extras.ends ?? { first: { ko: "", en: "" }, last: { ko: "", en: "" } },
            reversed: extras.reversed ?? null,
          };
        return { ...content, ...base, wrong: extras.wrong ?? [] };
      default:
        return { ...content, ...base };
    }
  })();
  const parsed = contentSchema.safeParse(made);
  return parsed.success ? parsed.data : null;
}
