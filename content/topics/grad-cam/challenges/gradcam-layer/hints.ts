import type { HintLadder } from "@/lib/challenges/contract";
import { josa, percent } from "@/lib/words";
import { heatIn } from "./heat";
import { ordered, type Answer, type Truth, type View } from "./instance";
import { askedName, layerName, mapName, otherName } from "./words";

export const hints: HintLadder<View, Truth, Answer> = {
  asked: (view) => ({
    ko: `${askedName(view).ko}에 대한 맵 ${ordered(view)}장은 같은 신경망, 같은 그림에서 층만 달라요. 어느 맵이 더 깊은 층의 것인지 두 장씩 견줘요.`,
    en: `The ${ordered(view)} maps for “${askedName(view).en}” are of one network and one picture: only the layer differs. Compare them two by two for which is of the deeper layer.`,
  }),
  rule: ({ odd }) => ({
    ko: `깊은 층일수록 두 물체를 잘 가려서, 고른 물체의 상자에 든 열기는 늘고 다른 물체의 상자에 든 열기는 줄어요.${odd.includes("other") ? " 다른 클래스에 대한 맵은 거꾸로 다른 물체 위에 있어요." : ""}${odd.includes("random") ? " 무작위 층의 맵은 깊은 층처럼 매끈한데 고른 물체를 가려내지 못해요." : ""}`,
    en: `The deeper the layer, the better it tells the two objects apart: heat grows in the box of the object asked for and fades in the other's.${odd.includes("other") ? " The map of the other class lies on the other object instead." : ""}${odd.includes("random") ? " The map of the random layer is smooth as a late one, but does not single out the object asked for." : ""}`,
  }),
  step({ view, truth }) {
    const deepest = truth.order[truth.order.length - 1];
    const { cells } = view.maps.find((map) => map.id === deepest) ?? view.maps[0];
    const share = (object: number) => percent(heatIn(cells, view.objects[object].box));
    const [own, other] = [share(view.asked), share(1 - view.asked)];
    const layer = layerName(truth.depths[truth.depths.length - 1]);
    const name = mapName(deepest);
    return {
      text: {
        ko: `${josa(name.ko, "이/가")} 가장 깊은 ${layer}의 맵이에요. 열기의 ${josa(own, "이/가")} ${askedName(view).ko} 상자에, ${josa(other, "이/가")} ${otherName(view).ko} 상자에 있어요.`,
        en: `${name.en} is the deepest, of ${layer}: ${own} of its heat is in the ${askedName(view).en}'s box and ${other} in the ${otherName(view).en}'s.`,
      },
      answer: { order: [deepest], other: null, random: null },
    };
  },
};
