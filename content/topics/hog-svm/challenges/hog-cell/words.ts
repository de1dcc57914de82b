/** What is said of votes, in the prompt, the verdict and the replay. */
import type { Text } from "@/lib/challenges/text";
import { josa, letter, num } from "@/lib/words";
import { binName, fold, votesOf, type Arrow, type Hysteresis } from "../../bins";
import { arrowsOf, type View } from "./instance";

/** Where one gradient's size goes. */
export function voteText(arrow: Arrow, index: number, shared: boolean): Text {
  const { size, degrees } = arrow;
  const name = letter(index);
  const folded = fold(degrees);
  const turned =
    folded === degrees
      ? { ko: `${name}의 방향은 ${num(degrees)}°.`, en: `${name} points to ${num(degrees)}°.` }
      : {
          ko: `${name}의 방향은 ${num(degrees)}°, 180°를 빼면 ${num(folded)}°.`,
          en: `${name} points to ${num(degrees)}°; less 180° that is ${num(folded)}°.`,
        };
  const votes = votesOf(arrow, shared);
  const into = {
    ko: votes.map(({ bin, amount }) => `${binName(bin)} 막대에 ${num(amount)}`).join(", "),
    en: votes.map(({ bin, amount }) => `${num(amount)} to bar ${binName(bin)}`).join(", "),
  };
  return votes.length === 1
    ? {
        ko: `${turned.ko} 크기 ${josa(num(size), "이/가")} 통째로 ${binName(votes[0].bin)} 막대에 들어가요.`,
        en: `${turned.en} Its whole size, ${num(size)}, goes to bar ${binName(votes[0].bin)}.`,
      }
    : {
        ko: `${turned.ko} 크기 ${josa(num(size), "은/는")} 가까운 두 막대가 나눠요: ${into.ko}.`,
        en: `${turned.en} The two nearest bars share its size, ${num(size)}: ${into.en}.`,
      };
}

/** What a bar is made of: "A 12 + C 6". */
export function madeOf(view: View, bin: number): string {
  const terms = arrowsOf(view).flatMap((arrow, i) =>
    votesOf(arrow, view.shared)
      .filter((vote) => vote.bin === bin)
      .map(({ amount }) => `${letter(i)} ${num(amount)}`),
  );
  return terms.join(" + ");
}

/** The three stages of L2-Hys with the block's numbers. */
export function blockTexts(h: Hysteresis): readonly [Text, Text, Text] {
  return [
    {
      ko: `네 칸의 막대 36개를 제곱해 더하면 ${num(h.squares)}, 길이는 √${num(h.squares)} ≈ ${num(h.length, 1)}. 가장 큰 수는 나누면 ${num(h.before, 2)}.`,
      en: `The squares of all 36 bars add up to ${num(h.squares)}; the length is √${num(h.squares)} ≈ ${num(h.length, 1)}. Divided by it, the largest number is ${num(h.before, 2)}.`,
    },
    {
      ko: `0.2보다 큰 수 ${num(h.clipped)}개를 0.2로 잘라요. 이제 길이는 1이 아니라 ${num(h.second, 2)}.`,
      en: `What is above 0.2 is cut to 0.2: ${num(h.clipped)} of the numbers. The length is no longer 1 but ${num(h.second, 2)}.`,
    },
    {
      ko: `다시 길이로 나눠요: 가장 큰 수는 ${num(h.after, 2)}. 자른 뒤에 다시 나누니까 0.2를 넘어요.`,
      en: `It is divided by its length once more: the largest number ends at ${num(h.after, 2)}, above 0.2, since the division comes after the cut.`,
    },
  ];
}
