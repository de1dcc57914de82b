import type { Locale, Text } from "@/lib/challenges/text";
import { LEARNT, PART_NAMES, PARTS, runsOf, type Pipeline, type Runs } from "./pipeline";

const RUNS: Readonly<Record<Runs, Text>> = {
  none: { ko: "없음", en: "not there" },
  picture: { ko: "그림마다 한 번", en: "once a picture" },
  proposal: { ko: "후보마다 한 번", en: "once a proposal" },
};
const WORDS = {
  part: { ko: "부품", en: "Part" },
  runs: { ko: "얼마나 자주", en: "How often" },
  learnt: { ko: "배우나", en: "Learnt" },
  yes: { ko: "배움", en: "yes" },
  no: { ko: "안 배움", en: "no" },
} satisfies Record<string, Text>;

/** Every part of the family: whether this pipeline has it, how often it works, and whether it is learnt. */
export function PartsTable({ pipeline, locale }: { readonly pipeline: Pipeline; readonly locale: Locale }) {
  return (
    <table className="w-full border-collapse text-left text-sm text-ink">
      <thead>
        <tr>
          {(["part", "runs", "learnt"] as const).map((name) => (
            <th key={name} scope="col" className="border-b border-line py-1 pr-2 font-medium text-ink-2">
              {WORDS[name][locale]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PARTS.map((part) => {
          const runs = runsOf(pipeline, part);
          return (
            <tr key={part} className={runs === "none" ? "text-ink-2" : ""}>
              <th scope="row" className="border-b border-line py-1 pr-2 font-semibold">
                {PART_NAMES[part][locale]}
              </th>
              <td className="border-b border-line py-1 pr-2">{RUNS[runs][locale]}</td>
              <td className="border-b border-line py-1">{runs === "none" ? "–" : WORDS[LEARNT[part] ? "yes" : "no"][locale]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
