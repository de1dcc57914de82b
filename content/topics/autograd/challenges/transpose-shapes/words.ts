import type { WeightLayout } from "@/lib/engine/autograd";
import type { Text } from "@/lib/challenges/text";
import { josa } from "@/lib/words";
import { INDEX, productName, resultShape, RULES, shapeName, shapeOf, turnedShape, weightShape } from "../../layer";
import { askName, type Ask, type View } from "./instance";

/** How the two libraries keep a weight. */
export const LAYOUT_WORDS: Readonly<Record<WeightLayout, Text>> = {
  "out-in": { ko: "torch (W는 out × in)", en: "torch (W is out × in)" },
  "in-out": { ko: "TF.js (W는 in × out)", en: "TF.js (W is in × out)" },
};
export const SUM_WORDS: readonly Text[] = [
  { ko: "예끼리 더해요 (위아래)", en: "over the examples (down)" },
  { ko: "출력끼리 더해요 (옆)", en: "over the outputs (across)" },
  { ko: "더하지 않아요", en: "over nothing" },
];

/** Why an ask is answered as it is. */
export function reasonOf({ layers }: View, ask: Ask): Text {
  const layer = layers[ask.layer];
  const index = INDEX[ask.layer];
  const { layout } = layer;
  const name = askName(ask);
  if (ask.of === "shape") {
    const shape = shapeName(weightShape(layer, layout));
    return { ko: `${LAYOUT_WORDS[layout].ko}: ${josa(shape, "이에요/예요")}.`, en: `${LAYOUT_WORDS[layout].en}: ${shape}.` };
  }
  if (ask.of === "b")
    return {
      ko: `${josa(`b${index}`, "은/는")} 예마다 똑같이 더해졌으니, 예 ${layer.n}개의 기울기를 더해요.`,
      en: `b${index} was added to every example alike, so the gradients of all ${layer.n} add up.`,
    };
  const product = RULES[layout][ask.of];
  const [left, right] = product.map(({ block, turned }) => shapeName(turnedShape(shapeOf(block, layer, layout), turned)));
  const result = shapeName(resultShape(ask.of, layer, layout));
  const line = `${name} = ${productName(product, index)}: ${left} · ${right} → ${result}`;
  const because: Text =
    ask.of === "y"
      ? layout === "out-in"
        ? { ko: "W가 out × in이라 돌려야 in이 맞물려요.", en: "W is out × in, so it is turned for the inputs to meet." }
        : { ko: "W가 in × out이라 그대로 맞물려요.", en: "W is in × out, so it meets the inputs as it stands." }
      : ask.of === "x"
        ? layout === "out-in"
          ? {
              ko: "앞으로 갈 때 돌렸으니 되돌아올 때는 그대로예요.",
              en: "It was turned on the way forward, so it stands as it is on the way back.",
            }
          : {
              ko: "앞으로 갈 때 그대로였으니 되돌아올 때 돌려요.",
              en: "It stood as it is on the way forward, so it is turned on the way back.",
            }
        : { ko: "기울기의 모양은 W의 모양과 같아요.", en: "The gradient has the shape of W itself." };
  return { ko: `${line}. ${because.ko}`, en: `${line}. ${because.en}` };
}
