import type { Locale } from "@/lib/challenges/text";
import { josa } from "@/lib/words";
import type { Method, Run, ScoredBox } from "./simulationModel";

const two = (value: number) => value.toFixed(2);

/** One sentence for the start and one per step. */
export function captionsOf(
  boxes: readonly ScoredBox[],
  { steps, kept }: Run,
  method: Method,
  { t, minScore }: { t: number; minScore: number },
  locale: Locale,
): string[] {
  const ko = locale === "ko";
  const last = steps.length;
  const end = ko
    ? ` 끝났어요: 상자 ${boxes.length}개 중 ${kept.length}개가 남았어요.`
    : ` Done: ${kept.length} of ${boxes.length} boxes are left.`;
  return [
    ko ? "점수로 줄을 세웠어요. 이제 한 단계씩 가 봐요." : "The boxes are ranked by score. Now step by step.",
    ...steps.map((s, i) => {
      const tail = i + 1 === last ? end : "";
      if (s.type === "pick")
        return (
          (ko
            ? `아직 남아 있는 것 중 점수가 가장 높은 상자는 ${s.id} (${two(s.score)}). 남겨요.`
            : `Of those standing, ${s.id} scores best (${two(s.score)}): keep it.`) + tail
        );
      const overlap = `IoU(${s.by}, ${s.id}) = ${two(s.iou)}`;
      if (method === "hard") {
        return s.suppressed
          ? (ko ? `${overlap} > ${two(t)}: ${josa(s.id, "을/를")} 지워요.` : `${overlap} > ${two(t)}: drop ${s.id}.`) + tail
          : (ko ? `${overlap} ≤ ${two(t)}: ${josa(s.id, "은/는")} 아직 남아요.` : `${overlap} ≤ ${two(t)}: ${s.id} still stands.`) + tail;
      }
      if (s.after === s.before)
        return (ko ? `${overlap} < ${two(t)}: ${s.id}의 점수는 그대로예요.` : `${overlap} < ${two(t)}: the score of ${s.id} stays.`) + tail;
      const change = ko
        ? `${overlap}: ${s.id}의 점수가 ${two(s.before)}에서 ${two(s.after)}까지 내려가요.`
        : `${overlap}: the score of ${s.id} goes from ${two(s.before)} to ${two(s.after)}.`;
      const out = s.suppressed
        ? ko
          ? ` 점수 임계값 ${two(minScore)}보다 낮아서 빠져요.`
          : ` That is below the score threshold ${two(minScore)}: it is out.`
        : "";
      return change + out + tail;
    }),
  ];
}

/** What became of the guess, and how the two methods differ on this picture. */
export function verdictOf(guess: number | null, hard: number, soft: number, locale: Locale): string {
  const ko = locale === "ko";
  const about =
    guess === null
      ? ""
      : guess === hard
        ? ko
          ? `예상한 대로 NMS는 ${hard}개를 남겨요. `
          : `As you guessed, NMS leaves ${hard}. `
        : ko
          ? `${guess}개를 예상했는데 지금 값으로 NMS는 ${hard}개를 남겨요. 단계를 넘기며 까닭을 찾아보세요. `
          : `You guessed ${guess}; with these values NMS leaves ${hard}. Step through to see why. `;
  const other =
    soft === hard
      ? ko
        ? `Soft-NMS도 ${soft}개를 남겨요.`
        : `Soft-NMS leaves ${soft} as well.`
      : ko
        ? `Soft-NMS는 점수만 낮춰서 ${soft}개가 점수 임계값 위에 남아요.`
        : `Soft-NMS only lowers scores, so ${soft} stay above the score threshold.`;
  return about + other;
}
