import type { Locale, Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES, type VocClass } from "@/lib/engine/scenes/classes";
import { cellName, josa, percent, scientific } from "@/lib/words";
import { LAST, rawMap, type Explained, type Question } from "./question";
import { heatIn, hottest, largestSize, under } from "./simulationModel";

/** Evidence for a class that is fainter than this, beside the strongest against it, is hardly seen on the map. */
const FAINT = 0.1;
const GROUND: Text = { ko: "바탕", en: "ground" };
export const nameOf = (cls: string): Text => (cls in CLASS_NAMES ? CLASS_NAMES[cls as VocClass] : GROUND);

/** What one cell's sum comes to. @param raw the map before the ReLU @example "Row 6, column 13: Σ α·A = 2.03 × 10⁻²" */
export function cellSaid(raw: ArrayLike<number>, side: number, cell: number, relu: boolean, locale: Locale): string {
  const cut = relu && raw[cell] < 0 ? ", ReLU → 0" : "";
  return `${cellName(cell, side)[locale]}: Σ α·A = ${scientific(raw[cell], 2)}${cut}`;
}

/** What the map shows, in two or three sentences; the guess, where there was one, comes first. */
export function captionsOf(explained: Explained, { label, layer, network }: Question, guess: string | undefined, locale: Locale): string[] {
  const ko = locale === "ko";
  const map = rawMap(explained);
  const peak = hottest(map);
  const asked = CLASS_NAMES[VOC_CLASSES[label]][locale];
  const place = under(explained, peak) ?? "ground";
  const there = nameOf(place)[locale];
  const said: string[] = [];
  if (guess !== undefined)
    said.push(
      guess === place
        ? ko
          ? "짐작이 맞았어요."
          : "Your guess was right."
        : ko
          ? `${josa(nameOf(guess).ko, "을/를")} 짐작했지만 다른 곳이에요.`
          : `You guessed the ${nameOf(guess).en}, but it is elsewhere.`,
    );
  if (map[peak] <= 0) {
    said.push(
      ko
        ? `${josa(asked, "을/를")} 찬성하는 칸이 하나도 없어요. 모든 합이 0 이하라 ReLU를 지나면 맵이 텅 비어요.`
        : `No cell speaks for “${asked}”: every sum is 0 or less, so the ReLU leaves an empty map.`,
    );
    return said;
  }
  said.push(
    ko ? `${asked}의 맵에서 가장 뜨거운 칸은 ${there} 위에 있어요.` : `Asked for “${asked}”, the hottest cell lies on the ${there}.`,
  );
  const least = map.reduce((low, value) => Math.min(low, value), 0);
  if (map[peak] < FAINT * -least)
    said.push(
      ko
        ? `가장 센 찬성도 가장 센 반대의 ${percent(map[peak] / -least)}밖에 안 돼요. 그래서 ReLU를 지난 맵이 거의 비어 보이고, 상자 안의 열기도 이 희미한 칸만 센 거예요.`
        : `The strongest evidence for it is only ${percent(map[peak] / -least)} of the strongest against. So the map behind the ReLU looks almost empty, and the heat in the box counts these faint cells alone.`,
    );
  const own = explained.objects.find((object) => object.label === label);
  if (!own) said.push(ko ? "그림에 없는 클래스라도 맵은 그려져요." : "A map is drawn for a class that the picture does not show as well.");
  if (layer === LAST)
    said.push(
      ko
        ? "이 층에서는 α가 완전 연결층의 가중치를 칸의 수로 나눈 값이라 CAM과 상수배 차이만 있어요."
        : "At this layer α is the dense weight divided by the number of cells, so the map is CAM's up to a constant.",
    );
  else
    said.push(
      ko
        ? `이 층의 맵은 ${explained.side} × ${explained.side}칸이에요. 앞쪽 층일수록 칸은 잘지만 보려는 클래스를 덜 가려요.`
        : `This layer has ${explained.side} × ${explained.side} cells. Earlier layers have finer cells and tell classes apart less.`,
    );
  if (network !== "classifier")
    said.push(
      ko
        ? `이 신경망이 지금 ${josa(asked, "이라고/라고")} 보는 확률은 ${josa(percent(explained.probability), "이에요/예요")}. 맵은 물체가 아니라 이 신경망의 증거를 보여 줘요.`
        : `This network gives “${asked}” a probability of ${percent(explained.probability)}. The map shows its evidence, not the object.`,
    );
  return said;
}

/** The largest size on a map before the ReLU: the colours' scale, also after it. */
export const scaleOf = (explained: Explained): number => largestSize(rawMap(explained));

/** The map's numbers beside each other; null where there is none for this question. */
export function statsOf(
  explained: Explained,
  { label }: Question,
  locale: Locale,
): ({ readonly label: string; readonly value: string; readonly unit?: string } | null)[] {
  const ko = locale === "ko";
  const own = explained.objects.find((object) => object.label === label);
  const share = own ? heatIn(rawMap(explained), explained.side, own.box) : null;
  return [
    { label: ko ? "이 클래스의 확률" : "Probability", value: percent(explained.probability) },
    share === null ? null : { label: ko ? "제 상자 안의 열기" : "Heat in its box", value: percent(share) },
    explained.camGap === null
      ? null
      : {
          label: ko ? "CAM과의 차이" : "Distance from CAM",
          // What is left then is the rounding of the sums.
          ...(explained.camGap < 1e-12
            ? { value: "0", unit: ko ? "(반올림 오차 안)" : "(up to rounding)" }
            : { value: percent(explained.camGap, 2) }),
        },
  ];
}
