import { ordering } from "@/lib/challenges/answers";
import type { Points } from "@/lib/challenges/answers/points";
import type { Part } from "@/lib/challenges/contract";
import { letter, type Text } from "@/lib/words";
import { answerOf, responsesOf, type Answer, type View } from "./instance";
import { itemName, reasonOf } from "./words";

/** Points of the loudest patch, and the most that another one earns. */
const [LOUDEST, NEARLY] = [12, 5];

const UNTOLD: Text = { ko: "", en: "" };

/** What an answer earns, part by part. @param told with the words; drawing, which asks for points alone, does without */
export function pointsOf(view: View, { order, values }: Answer, told = true): Points {
  const label = (i: number) => (told ? itemName(view, i) : UNTOLD);
  const note = (i: number) => (told ? reasonOf(view, i) : UNTOLD);
  if (view.task === "rank") {
    const responses = responsesOf(view);
    return ordering.points({ ids: view.patches.map((_, i) => i), rank: (i) => -responses[i], order, label, note });
  }
  if (view.task === "pick") {
    const responses = responsesOf(view);
    const most = Math.max(...responses);
    const mean = responses.reduce((sum, each) => sum + each, 0) / responses.length;
    const mine = order.length === 0 ? null : order[0];
    const share = mine === null ? 0 : (responses[mine] - mean) / (most - mean);
    const correct = mine !== null && responses[mine] === most;
    const earned = correct ? LOUDEST : Math.floor(NEARLY * Math.max(0, share));
    const at = responses.indexOf(most);
    return {
      earned,
      total: LOUDEST,
      parts: [{ id: "pick", label: label(at), correct, earned, total: LOUDEST, note: correct ? undefined : note(at) }],
    };
  }
  const truth = answerOf(view)?.values ?? [];
  const parts = truth.map((value, i): Part => {
    const correct = values[i] === value;
    return { id: letter(i), label: label(i), correct, earned: correct ? 1 : 0, total: 1, note: correct ? undefined : note(i) };
  });
  return { earned: parts.filter(({ correct }) => correct).length, total: parts.length, parts };
}
