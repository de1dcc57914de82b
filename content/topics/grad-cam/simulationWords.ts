import type { Locale, Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES, type VocClass } from "@/lib/engine/scenes/classes";
import { josa, percent, scientific } from "@/lib/words";
import { LAST, type Explained, type Question } from "./question";
import { heatIn, hottest, largestSize, rawMap, under } from "./simulationModel";

export const GROUND: Text = { ko: "바탕", en: "the ground" };
export const nameOf = (cls: string): Text => (cls in CLASS_NAMES ? CLASS_NAMES[cls as VocClass] : GROUND);

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
          : `You guessed ${nameOf(guess).en}, but it is elsewhere.`,
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
    ko
      ? `${josa(asked, "을/를")} 물으면 가장 뜨거운 칸은 ${there} 위에 있어요.`
      : `Asked for “${asked}”, the hottest cell lies on ${there}.`,
  );
  const own = explained.objects.find((object) => object.label === label);
  const share = own ? heatIn(map, explained.side, own.box) : null;
  if (share !== null)
    said.push(ko ? `열의 ${josa(percent(share), "이/가")} 그 상자 안에 있어요.` : `${percent(share)} of the heat is inside its box.`);
  if (!own) said.push(ko ? "그림에 없는 클래스라도 맵은 그려져요." : "A map is drawn for a class that the picture does not show as well.");
  if (explained.camGap !== null)
    said.push(
      ko
        ? `여기서는 H·W를 곱하면 CAM과 같아요. 가장 큰 차이는 CAM 꼭대기의 ${scientific(explained.camGap, 1)}배예요.`
        : `Here, times H·W, it equals CAM: the largest difference is ${scientific(explained.camGap, 1)} of CAM's peak.`,
    );
  else if (layer !== LAST)
    said.push(
      ko
        ? `이 층의 맵은 ${explained.side} × ${explained.side}칸이에요. 앞쪽 층일수록 칸은 잘지만 물어본 클래스를 덜 가려요.`
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
