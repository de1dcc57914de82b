import { hash32 } from "@/lib/engine/random";
import { LEVELS, type Challenge, type Grade, type Level } from "./contract";
import type { Rivals } from "./rivals";

/** What one version of a kind draws and how it judges, as two hashes a level over the same seeds. */
export interface GoldenVersion {
  readonly instances: Readonly<Record<string, string>>;
  readonly grades: Readonly<Record<string, string>>;
}

/** A kind's `golden.json`: every version that was ever played, by number. */
export interface Golden {
  readonly versions: Readonly<Record<string, GoldenVersion>>;
}

const SEEDS = 20;
const hex = (hash: number) => (hash >>> 0).toString(16).padStart(8, "0");

/** What decides of a grade: points and misconceptions. Texts may be mended without a new version. */
const decided = ({ earned, total, parts, misconceptions }: Grade) => [
  earned,
  total,
  parts.map((part) => [part.id, part.correct, part.earned, part.total]),
  misconceptions,
];

function digest(of: (seed: string, level: Level) => unknown): Record<string, string> {
  return Object.fromEntries(
    LEVELS.map((level) => {
      let hash = 0;
      for (let i = 0; i < SEEDS; i++) hash = hash32(`${hash}:${JSON.stringify(of(`golden-${i}`, level))}`);
      return [String(level), hex(hash)];
    }),
  );
}

/** The digests of a challenge as it stands: its instances, and its grades of the perfect, the empty and every rival's answer. */
export function goldenOf<V, T, A, S>(challenge: Challenge<V, T, A, S>, rivals: Rivals<V, A>): GoldenVersion {
  return {
    instances: digest((seed, level) => challenge.generate(seed, level)),
    grades: digest((seed, level) => {
      const instance = challenge.generate(seed, level);
      const answers = [
        challenge.solve(instance),
        challenge.empty(instance.view),
        ...rivals.beliefs.flatMap((belief) => belief.play(instance.view) ?? []),
      ];
      return answers.map((answer) => decided(challenge.grade(instance, answer)));
    }),
  };
}
