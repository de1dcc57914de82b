import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "fpn",
  version: 1,
  track: "detection",
  group: "one-stage",
  order: 165,
  title: { ko: "특징 피라미드: 내려가며 더하기", en: "Feature pyramids: add on the way down" },
  summary: {
    ko: "성긴 지도는 무엇인지를, 촘촘한 지도는 어디인지를 알아요. FPN은 성긴 지도를 두 배로 키워 촘촘한 지도에 더하고, 상자마다 크기에 맞는 레벨에서 읽어요.",
    en: "Coarse maps know what, fine maps know where. An FPN enlarges the coarse map, adds the fine one to it, and reads each box at the level of its size.",
  },
  prerequisites: ["fast-r-cnn", "ssd"],
  misconceptions: [
    {
      id: "levels-are-concatenated",
      claim: {
        ko: "위에서 내려온 지도와 옆의 지도를 채널로 이어 붙여요.",
        en: "The map from above and the one beside it are concatenated.",
      },
      correction: {
        ko: "이어 붙이지 않고 같은 자리끼리 더해요. 그래서 채널 수가 같아야 하고, 더한 뒤에도 그대로예요.",
        en: "They are added, place by place. So both need the same number of channels, and the sum has that number still.",
      },
    },
    {
      id: "top-down-carries-resolution",
      claim: { ko: "위에서 내려오는 길이 촘촘한 위치를 가져다줘요.", en: "The top-down path brings fine places along." },
      correction: {
        ko: "내려온 값은 네 칸이 모두 같아서 그 안의 위치를 몰라요. 칸마다 다른 값은 옆에서 들어온 지도가 줘요.",
        en: "What comes down is the same in four cells and tells no place within them. What differs from cell to cell comes from the lateral map.",
      },
    },
    {
      id: "lateral-is-enough",
      claim: { ko: "한 레벨에는 그 레벨 자신의 지도만 있으면 돼요.", en: "A level needs nothing but its own map." },
      correction: {
        ko: "FPN의 레벨은 위에서 내려온 지도를 키워 더한 합이에요. 옆의 지도만으로는 피라미드가 아니에요.",
        en: "A level of an FPN is the sum with what came down, enlarged. The lateral map alone makes no pyramid of this kind.",
      },
    },
    {
      id: "copies-are-tiled",
      claim: { ko: "두 배로 키우면 작은 지도가 통째로 되풀이돼요.", en: "Enlarged twice, the small map is repeated as a whole." },
      correction: {
        ko: "지도를 되풀이하는 것이 아니라 칸마다 2×2칸으로 넓혀요. 한 칸의 사본 넷은 서로 붙어 있어요.",
        en: "Not the map but each cell is repeated, as 2×2 cells that stand together.",
      },
    },
    {
      id: "copies-are-blended",
      claim: { ko: "두 배로 키울 때 이웃한 칸의 값을 섞어요.", en: "Enlarging mixes the values of neighbouring cells." },
      correction: {
        ko: "논문은 가장 가까운 칸의 값을 그대로 베껴요. 섞는 일은 그 뒤의 3×3이 맡아요.",
        en: "The paper copies the nearest cell as it is. Mixing is left to the 3×3 that follows.",
      },
    },
    {
      id: "larger-of-two",
      claim: { ko: "두 지도 가운데 더 큰 값을 남겨요.", en: "The larger of the two values is kept." },
      correction: { ko: "고르지 않고 더해요. 음수도 그대로 더해요.", en: "Nothing is chosen: both are added, negative ones as they are." },
    },
    {
      id: "merge-averages",
      claim: { ko: "두 지도의 평균을 내요.", en: "The two maps are averaged." },
      correction: { ko: "반으로 나누지 않아요. 그냥 합이에요.", en: "Nothing is halved; it is a plain sum." },
    },
    {
      id: "one-by-one-only-adds",
      claim: { ko: "1×1 합성곱은 채널을 그대로 더할 뿐이에요.", en: "A 1×1 convolution just adds the channels up." },
      correction: {
        ko: "채널마다 배운 무게를 곱해서 더해요. 자리는 바꾸지 않고 채널만 바꿔요.",
        en: "It adds them with learned weights. It changes the channels and leaves places alone.",
      },
    },
    {
      id: "only-neighbours-meet",
      claim: { ko: "한 레벨에는 바로 위 레벨의 옆 지도만 들어와요.", en: "A level only gets the lateral map of the level right above." },
      correction: {
        ko: "내려오는 것은 이미 더해진 지도예요. 그래서 맨 위의 뜻이 맨 아래까지 내려가요.",
        en: "What comes down is the sum that was made above. So the top's meaning reaches the finest level.",
      },
    },
    {
      id: "large-on-the-finest",
      claim: { ko: "큰 상자는 촘촘한 레벨에서 읽어요.", en: "Large boxes are read on the finest level." },
      correction: {
        ko: "큰 상자는 성긴 레벨(번호가 큰 쪽)에서, 작은 상자는 촘촘한 레벨에서 읽어요.",
        en: "Large boxes are read on coarse levels (higher numbers), small ones on fine levels.",
      },
    },
    {
      id: "long-side-decides",
      claim: { ko: "긴 변의 길이가 레벨을 정해요.", en: "The long side decides the level." },
      correction: {
        ko: "넓이의 제곱근 √(wh)가 정해요. 길고 가는 상자는 보기보다 작은 상자예요.",
        en: "The root of the area does, √(wh). A long thin box is smaller than it looks.",
      },
    },
    {
      id: "short-side-decides",
      claim: { ko: "짧은 변의 길이가 레벨을 정해요.", en: "The short side decides the level." },
      correction: {
        ko: "두 변을 곱해서 제곱근을 내요. 한 변만 봐서는 몰라요.",
        en: "It is the root of both sides multiplied; one side alone tells nothing.",
      },
    },
    {
      id: "level-is-rounded",
      claim: { ko: "레벨은 반올림해요.", en: "The level is rounded." },
      correction: {
        ko: "내림이에요. 3.9여도 3이라서, 두 배가 다 되어야 다음 레벨로 넘어가요.",
        en: "It is rounded down. 3.9 is 3: a box moves on when its size has doubled in full.",
      },
    },
    {
      id: "root-is-left-out",
      claim: { ko: "넓이가 두 배가 될 때마다 한 레벨 올라가요.", en: "Each doubling of the area is a level." },
      correction: {
        ko: "제곱근이 두 배, 곧 넓이가 네 배가 되어야 한 레벨이에요.",
        en: "The root has to double, so it takes four times the area to move up one level.",
      },
    },
    {
      id: "range-does-not-bind",
      claim: { ko: "식이 6이라고 하면 P6에서 읽어요.", en: "If the formula says 6, the box is read on P6." },
      correction: {
        ko: "있는 레벨을 벗어나면 가장 가까운 끝 레벨에서 읽어요.",
        en: "Beyond the levels there are, the nearest end takes the box.",
      },
    },
    {
      id: "always-four-and-224",
      claim: { ko: "기준은 언제나 레벨 4와 224픽셀이에요.", en: "The reference is always level 4 and 224 pixels." },
      correction: {
        ko: "224는 ImageNet의 입력 크기예요. 그림이나 신경망이 다르면 기준도 달라져요.",
        en: "224 is the size of ImageNet's inputs. Other pictures and networks have another reference.",
      },
    },
  ],
  references: [
    {
      title: "Feature Pyramid Networks for Object Detection",
      authors: "T.-Y. Lin, P. Dollár, R. Girshick, K. He, B. Hariharan, S. Belongie",
      year: 2017,
      url: "https://arxiv.org/abs/1612.03144",
    },
    {
      title: "Fast R-CNN",
      authors: "R. Girshick",
      year: 2015,
      url: "https://arxiv.org/abs/1504.08083",
    },
    {
      title: "torchvision: poolers.py (LevelMapper)",
      authors: "PyTorch",
      year: 2024,
      url: "https://github.com/pytorch/vision/blob/main/torchvision/ops/poolers.py",
    },
  ],
});
