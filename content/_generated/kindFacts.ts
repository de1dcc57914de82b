// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { Level } from "@/lib/challenges/contract";
import type { Text } from "@/lib/challenges/text";

interface KindFacts {
  readonly topic: string;
  readonly version: number;
  readonly title: Text;
  readonly skill: Text;
  /** What its bands measure; null where it has none. */
  readonly measure: Text | null;
  /** The misconceptions that an answer can show, with the levels at which whoever holds them fails. */
  readonly beliefs: readonly { readonly misconception: string; readonly levels: readonly Level[] }[];
}

/** What lists and links need to know of a kind without loading its code: for the server, which hands on what a page shows. Titles come from the challenges by `npm run gen`. */
export const kindFacts: Readonly<Record<string, KindFacts>> = {
  "anchor-labels": {
    "topic": "anchor-boxes",
    "version": 2,
    "title": {
      "ko": "앵커 이름표 붙이기",
      "en": "Label the anchors"
    },
    "skill": {
      "ko": "앵커를 양성, 음성, 무시로 나눠요",
      "en": "Sort anchors into positive, negative and ignored"
    },
    "measure": {
      "ko": "앵커 수",
      "en": "anchors"
    },
    "beliefs": [
      {
        "misconception": "forgets-rescue",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "forgets-ignored",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "half-is-enough",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "rescuer-owns",
        "levels": []
      },
      {
        "misconception": "one-anchor-one-object",
        "levels": [
          3,
          4
        ]
      }
    ]
  },
  "place-anchors": {
    "topic": "anchor-boxes",
    "version": 2,
    "title": {
      "ko": "앵커 고르기",
      "en": "Place the anchors"
    },
    "skill": {
      "ko": "예산 안에서 물체에 맞는 앵커의 크기와 비율을 골라요",
      "en": "Choose scales and ratios that fit the objects under a budget"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "square-fits-all",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "one-size",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "bigger-is-safer",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "ratio-upside-down",
        "levels": [
          1,
          2,
          3,
          4
        ]
      }
    ]
  },
  "autograd-graph": {
    "topic": "autograd",
    "version": 1,
    "title": {
      "ko": "그래프 거슬러 가기",
      "en": "Back through the graph"
    },
    "skill": {
      "ko": "경로를 따라 곱하고, 만나는 곳에서 더해요",
      "en": "Multiply along paths, add where they meet"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "upstream-forgotten",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "sum-along-path",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "mul-own-value",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "fan-out-overwrites",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "minus-forgotten",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "gate-passes",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "gate-asks-the-signal",
        "levels": [
          4,
          5
        ]
      }
    ]
  },
  "transpose-shapes": {
    "topic": "autograd",
    "version": 1,
    "title": {
      "ko": "블록 맞추기",
      "en": "Make the blocks fit"
    },
    "skill": {
      "ko": "선형층의 순전파와 역전파에서 무엇을 전치할지 정해요",
      "en": "Say what is transposed in a linear layer, forward and back"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "never-transpose",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "always-transpose",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "one-layout",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "input-gradient-transposed",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "weight-gradient-turned",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "top-gradient-everywhere",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "shapes-fit-so-right",
        "levels": [
          5
        ]
      }
    ]
  },
  "cam-mixer": {
    "topic": "cam",
    "version": 1,
    "title": {
      "ko": "CAM 믹서",
      "en": "CAM mixer"
    },
    "skill": {
      "ko": "맵을 만든 채널의 가중치를 찾아요",
      "en": "Find the channel weights behind a class activation map"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "channels-count-alike",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "strongest-channel-decides",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "peak-tells-all",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "every-channel-speaks",
        "levels": [
          2,
          5
        ]
      },
      {
        "misconception": "weights-are-positive",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "zero-is-nothing",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "relu-in-cam",
        "levels": [
          5
        ]
      },
      {
        "misconception": "bias-has-a-place",
        "levels": [
          5
        ]
      }
    ]
  },
  "detr-matching": {
    "topic": "detr",
    "version": 1,
    "title": {
      "ko": "가장 싼 짝짓기",
      "en": "The cheapest matching"
    },
    "skill": {
      "ko": "DETR의 질의와 물체를 가장 적은 비용으로 이어요",
      "en": "Match DETR's queries to objects at least cost"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "nearest-query",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "best-pair-first",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "first-come",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "overlap-decides",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "class-decides",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "parts-weigh-alike",
        "levels": [
          5
        ]
      }
    ]
  },
  "roi-pool": {
    "topic": "fast-r-cnn",
    "version": 1,
    "title": {
      "ko": "RoI 풀링",
      "en": "RoI pooling"
    },
    "skill": {
      "ko": "특징 지도에서 RoI를 잘라 풀링해요",
      "en": "Cut a RoI out of the feature map and pool it"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "mean-of-the-bin",
        "levels": [
          1,
          2,
          3,
          4
        ]
      },
      {
        "misconception": "end-cell-left-out",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "corners-floored",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "bins-never-share",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "cut-before-bins",
        "levels": [
          4
        ]
      },
      {
        "misconception": "gradient-to-every-cell",
        "levels": [
          5
        ]
      },
      {
        "misconception": "shared-winner-once",
        "levels": [
          5
        ]
      }
    ]
  },
  "two-losses": {
    "topic": "fast-r-cnn",
    "version": 1,
    "title": {
      "ko": "두 손실을 하나로",
      "en": "Two losses in one"
    },
    "skill": {
      "ko": "RoI가 내는 클래스 손실과 상자 손실을 셈해요",
      "en": "Work out what a RoI pays for its class and its box"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "background-pays-for-its-box",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "object-pays-for-box-alone",
        "levels": [
          1,
          4,
          5
        ]
      },
      {
        "misconception": "loss-of-the-likeliest",
        "levels": [
          1,
          4,
          5
        ]
      },
      {
        "misconception": "box-loss-is-absolute",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "box-loss-is-squared",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "half-forgotten",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "lambda-is-one",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "any-overlap-is-object",
        "levels": [
          5
        ]
      },
      {
        "misconception": "rest-is-background",
        "levels": [
          5
        ]
      }
    ]
  },
  "filter-response": {
    "topic": "filter-weights",
    "version": 1,
    "title": {
      "ko": "필터의 반응",
      "en": "What a filter answers"
    },
    "skill": {
      "ko": "커널을 조각에 대고 반응을 구해요",
      "en": "Lay a kernel on a patch and work out its response"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "contrast-does-not-count",
        "levels": [
          3
        ]
      },
      {
        "misconception": "one-filter-one-kernel",
        "levels": [
          2
        ]
      },
      {
        "misconception": "response-is-likeness",
        "levels": [
          1,
          2,
          3
        ]
      },
      {
        "misconception": "sign-does-not-count",
        "levels": [
          1,
          2,
          3,
          5
        ]
      },
      {
        "misconception": "kernel-is-turned",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "highest-contrast-wins",
        "levels": [
          1,
          2,
          3
        ]
      },
      {
        "misconception": "bright-kernel-fires-on-bright",
        "levels": [
          1,
          2,
          3
        ]
      },
      {
        "misconception": "stride-is-one",
        "levels": [
          4
        ]
      },
      {
        "misconception": "negatives-stay",
        "levels": [
          4
        ]
      },
      {
        "misconception": "bias-is-visible",
        "levels": [
          4,
          5
        ]
      }
    ]
  },
  "focal-gamma": {
    "topic": "focal-loss",
    "version": 1,
    "title": {
      "ko": "focal loss의 γ 맞추기",
      "en": "Tune focal loss"
    },
    "skill": {
      "ko": "손실의 몫이 한도 안에 들도록 γ와 α를 골라요",
      "en": "Choose γ and α so that the shares of the loss keep their limits"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "small-adds-nothing",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "more-focus-is-better",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "gamma-is-always-two",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "alpha-lifts-the-rare",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "count-is-loss",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "value-is-gradient",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "hard-means-informative",
        "levels": [
          5
        ]
      }
    ]
  },
  "fpn-level": {
    "topic": "fpn",
    "version": 1,
    "title": {
      "ko": "어느 레벨에서 읽을까",
      "en": "Which level reads it?"
    },
    "skill": {
      "ko": "상자마다 피라미드의 레벨을 정해요",
      "en": "Give each box its level of the pyramid"
    },
    "measure": {
      "ko": "상자 수",
      "en": "boxes"
    },
    "beliefs": [
      {
        "misconception": "level-is-rounded",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "large-on-the-finest",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "root-is-left-out",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "long-side-decides",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "short-side-decides",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "range-does-not-bind",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "always-four-and-224",
        "levels": [
          4,
          5
        ]
      }
    ]
  },
  "fpn-merge": {
    "topic": "fpn",
    "version": 1,
    "title": {
      "ko": "내려가며 더하기",
      "en": "Add on the way down"
    },
    "skill": {
      "ko": "성긴 지도를 키워 촘촘한 지도에 더해요",
      "en": "Enlarge the coarse map and add it to the fine one"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "copies-are-tiled",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "copies-are-blended",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "larger-of-two",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "merge-averages",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "lateral-is-enough",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "top-down-carries-resolution",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "one-by-one-only-adds",
        "levels": [
          4
        ]
      },
      {
        "misconception": "only-neighbours-meet",
        "levels": [
          5
        ]
      }
    ]
  },
  "gradcam-layer": {
    "topic": "grad-cam",
    "version": 1,
    "title": {
      "ko": "어느 층의 맵일까요",
      "en": "Which layer is this map of?"
    },
    "skill": {
      "ko": "Grad-CAM 맵을 보고 층의 깊이를 알아봐요",
      "en": "Tell a layer's depth from its Grad-CAM map"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "deeper-is-finer",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "wider-is-deeper",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "finds-the-object",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "any-class-same-map",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "random-is-noise",
        "levels": [
          5
        ]
      }
    ]
  },
  "gradcam-regions": {
    "topic": "grad-cam",
    "version": 1,
    "title": {
      "ko": "Grad-CAM 영역 맞히기",
      "en": "Predict the Grad-CAM regions"
    },
    "skill": {
      "ko": "Grad-CAM의 열기가 어디에 모이는지 내다봐요",
      "en": "Predict where Grad-CAM's heat gathers"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "bold-is-hot",
        "levels": [
          1,
          2
        ]
      },
      {
        "misconception": "any-class-same-map",
        "levels": [
          2,
          3,
          4
        ]
      },
      {
        "misconception": "cold-is-empty",
        "levels": [
          3
        ]
      },
      {
        "misconception": "finds-the-object",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "relu-is-cosmetic",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "one-channel-decides",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "alpha-is-the-peak",
        "levels": [
          5
        ]
      },
      {
        "misconception": "cell-by-cell",
        "levels": [
          5
        ]
      }
    ]
  },
  "guided-signal": {
    "topic": "guided-backprop",
    "version": 2,
    "title": {
      "ko": "신호가 지나는 칸",
      "en": "Where the signal passes"
    },
    "skill": {
      "ko": "ReLU를 거꾸로 지나는 신호를 규칙대로 따라가요",
      "en": "Follow a signal back through a ReLU by a rule"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "one-gate",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "it-is-the-gradient",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "one-relu-is-enough",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "weights-keep-signs",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "paths-do-not-add",
        "levels": [
          5
        ]
      }
    ]
  },
  "hog-cell": {
    "topic": "hog-svm",
    "version": 1,
    "title": {
      "ko": "HOG 칸 채우기",
      "en": "Fill a HOG cell"
    },
    "skill": {
      "ko": "기울기로 칸의 히스토그램을 세워요",
      "en": "Build a cell's histogram from its gradients"
    },
    "measure": {
      "ko": "기울기 수",
      "en": "gradients"
    },
    "beliefs": [
      {
        "misconception": "gradient-of-each-object",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "counts-pixels",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "bars-along-the-edge",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "signed-directions",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "next-pixel",
        "levels": [
          3
        ]
      },
      {
        "misconception": "whole-votes",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "clip-is-final",
        "levels": [
          5
        ]
      },
      {
        "misconception": "strong-edge-rules",
        "levels": [
          5
        ]
      }
    ]
  },
  "svm-margin": {
    "topic": "hog-svm",
    "version": 1,
    "title": {
      "ko": "가장 넓은 길 내기",
      "en": "Find the widest street"
    },
    "skill": {
      "ko": "두 무리 사이에 가장 넓은 길을 내요",
      "en": "Part two clouds by the widest street"
    },
    "measure": {
      "ko": "길의 폭",
      "en": "street width"
    },
    "beliefs": [
      {
        "misconception": "any-separating-line",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "means-decide",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "means-set-direction",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "closest-pair-decides",
        "levels": [
          4,
          5
        ]
      }
    ]
  },
  "iou-draw": {
    "topic": "iou",
    "version": 2,
    "title": {
      "ko": "IoU 맞춰 그리기",
      "en": "Draw to an IoU"
    },
    "skill": {
      "ko": "원하는 IoU가 되도록 상자를 놓아요",
      "en": "Place a box so that it has a given IoU"
    },
    "measure": {
      "ko": "가장 큰 목표",
      "en": "largest target"
    },
    "beliefs": [
      {
        "misconception": "half-overlap",
        "levels": [
          1,
          2
        ]
      },
      {
        "misconception": "over-smaller",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "union-is-sum",
        "levels": [
          3
        ]
      }
    ]
  },
  "iou-estimate": {
    "topic": "iou",
    "version": 2,
    "title": {
      "ko": "IoU 눈대중",
      "en": "IoU by eye"
    },
    "skill": {
      "ko": "두 상자의 IoU를 눈으로 어림해요",
      "en": "Estimate the IoU of two boxes by eye"
    },
    "measure": {
      "ko": "가장 큰 IoU",
      "en": "largest IoU"
    },
    "beliefs": [
      {
        "misconception": "half-overlap",
        "levels": [
          1
        ]
      },
      {
        "misconception": "over-smaller",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "union-is-sum",
        "levels": [
          1,
          2,
          3
        ]
      },
      {
        "misconception": "inside-is-one",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "near-counts",
        "levels": [
          3
        ]
      },
      {
        "misconception": "giou-is-iou",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "zero-is-equal",
        "levels": [
          5
        ]
      }
    ]
  },
  "nms-survivors": {
    "topic": "nms",
    "version": 2,
    "title": {
      "ko": "NMS 생존자 찾기",
      "en": "NMS survivors"
    },
    "skill": {
      "ko": "NMS에서 살아남을 상자를 골라요",
      "en": "Find the boxes that survive NMS"
    },
    "measure": {
      "ko": "상자 수",
      "en": "boxes"
    },
    "beliefs": [
      {
        "misconception": "only-the-best",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "threshold-is-score",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "overlap-survives",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "across-classes",
        "levels": [
          3,
          5
        ]
      },
      {
        "misconception": "fallen-still-suppress",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "one-per-object",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "always-half",
        "levels": [
          5
        ]
      }
    ]
  },
  "nms-threshold": {
    "topic": "nms",
    "version": 2,
    "title": {
      "ko": "NMS 임계값 고르기",
      "en": "Choose the NMS threshold"
    },
    "skill": {
      "ko": "모든 물체가 한 번씩만 남는 임계값을 찾아요",
      "en": "Find the threshold that keeps every object once"
    },
    "measure": {
      "ko": "상자 수",
      "en": "boxes"
    },
    "beliefs": [
      {
        "misconception": "higher-drops-more",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "lower-is-safer",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "always-half",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      }
    ]
  },
  "pr-curve": {
    "topic": "object-detection",
    "version": 2,
    "title": {
      "ko": "손으로 재는 AP",
      "en": "AP by hand"
    },
    "skill": {
      "ko": "검출을 순위로 세워 TP와 FP를 가리고 AP를 구해요",
      "en": "Rank detections, tell TP from FP and work out the AP"
    },
    "measure": {
      "ko": "검출 수",
      "en": "detections"
    },
    "beliefs": [
      {
        "misconception": "any-overlap",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "duplicates-count",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "best-fit-wins",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "class-does-not-matter",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "ignored-is-false",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "difficult-counts",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "always-half",
        "levels": [
          5
        ]
      },
      {
        "misconception": "score-cut-first",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "order-does-not-matter",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "ap-is-final-precision",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "ap-is-accuracy",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "recall-by-detections",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "misses-are-free",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      }
    ]
  },
  "center-splat": {
    "topic": "objects-as-points",
    "version": 1,
    "title": {
      "ko": "언덕은 얼마나 넓을까?",
      "en": "How wide a hill?"
    },
    "skill": {
      "ko": "CenterNet의 목표에서 언덕의 반지름을 구해요",
      "en": "Find the radius of a hill in CenterNet's target"
    },
    "measure": {
      "ko": "짧은 변 ÷ 긴 변",
      "en": "shorter over longer side"
    },
    "beliefs": [
      {
        "misconception": "released-roots",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "gaussian-is-extent",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "slack-of-a-side",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "shift-is-worst",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "longer-side-decides",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "always-seventy",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "hills-add-up",
        "levels": [
          4
        ]
      },
      {
        "misconception": "later-hill-wins",
        "levels": [
          4
        ]
      },
      {
        "misconception": "wider-hill-is-released",
        "levels": [
          5
        ]
      }
    ]
  },
  "centernet-peaks": {
    "topic": "objects-as-points",
    "version": 1,
    "title": {
      "ko": "봉우리만 남겨요",
      "en": "Only peaks stay"
    },
    "skill": {
      "ko": "히트맵에서 물체로 세는 봉우리를 찾아요",
      "en": "Find the peaks of a heat map that count as objects"
    },
    "measure": {
      "ko": "임계값 이상인 칸",
      "en": "cells at or above the threshold"
    },
    "beliefs": [
      {
        "misconception": "every-hot-cell",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "one-per-class",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "any-maximum",
        "levels": [
          1,
          2
        ]
      },
      {
        "misconception": "four-neighbours",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "highest-cells",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "classes-compete",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "one-per-blob",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "all-peaks-stay",
        "levels": [
          5
        ]
      },
      {
        "misconception": "cell-is-centre",
        "levels": [
          5
        ]
      },
      {
        "misconception": "offset-moves-cell",
        "levels": [
          5
        ]
      },
      {
        "misconception": "point-is-corner",
        "levels": [
          5
        ]
      },
      {
        "misconception": "beside-will-do",
        "levels": [
          5
        ]
      }
    ]
  },
  "occlusion-budget": {
    "topic": "occlusion",
    "version": 1,
    "title": {
      "ko": "가리기의 예산",
      "en": "Occlusion on a budget"
    },
    "skill": {
      "ko": "가린 점수를 읽고 가리기를 계획해요",
      "en": "Read hidden scores and plan an occlusion map"
    },
    "measure": {
      "ko": "고를 곳",
      "en": "places to mark"
    },
    "beliefs": [
      {
        "misconception": "low-score-is-cold",
        "levels": [
          1,
          2,
          3
        ]
      },
      {
        "misconception": "sum-not-mean",
        "levels": [
          2
        ]
      },
      {
        "misconception": "patch-is-a-point",
        "levels": [
          2
        ]
      },
      {
        "misconception": "grey-is-nothing",
        "levels": [
          3
        ]
      },
      {
        "misconception": "average-hides",
        "levels": [
          3
        ]
      },
      {
        "misconception": "patch-does-not-matter",
        "levels": [
          4
        ]
      },
      {
        "misconception": "finer-is-better",
        "levels": [
          4
        ]
      },
      {
        "misconception": "stride-is-free",
        "levels": [
          4
        ]
      },
      {
        "misconception": "border-covers-itself",
        "levels": [
          4
        ]
      },
      {
        "misconception": "passes-in-a-row",
        "levels": [
          4
        ]
      },
      {
        "misconception": "places-add-up",
        "levels": [
          5
        ]
      },
      {
        "misconception": "strongest-stays-strongest",
        "levels": [
          5
        ]
      }
    ]
  },
  "detector-race": {
    "topic": "one-vs-two-stage",
    "version": 5,
    "title": {
      "ko": "검출기 경주",
      "en": "Detector race"
    },
    "skill": {
      "ko": "검출기마다 계산이 얼마나 들고 어떤 물체에 닿지 않는지 내다봐요",
      "en": "Foresee what detectors cost and what is out of their reach"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "few-proposals-cheap",
        "levels": [
          1,
          2,
          3
        ]
      },
      {
        "misconception": "many-boxes-slow",
        "levels": [
          1,
          2,
          3
        ]
      },
      {
        "misconception": "two-stage-always-better",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "inside-is-covered",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "one-stage-bound",
        "levels": [
          2,
          3
        ]
      },
      {
        "misconception": "longer-list-loses-nothing",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "cheapest-will-do",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "proposals-only-cost",
        "levels": [
          5
        ]
      }
    ]
  },
  "rcnn-labels": {
    "topic": "r-cnn",
    "version": 1,
    "title": {
      "ko": "세 번의 학습, 세 가지 규칙",
      "en": "Three trainings, three rules"
    },
    "skill": {
      "ko": "R-CNN의 세 학습에서 상자를 양성, 배경, 제외로 나눠요",
      "en": "Label boxes for the three trainings of R-CNN"
    },
    "measure": {
      "ko": "상자 수",
      "en": "boxes"
    },
    "beliefs": [
      {
        "misconception": "one-threshold",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "rpn-thresholds",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "one-positive-an-object",
        "levels": [
          1,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "svm-positives-from-half",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "no-grey-zone",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "regressor-learns-from-all",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "any-class-counts",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "other-class-left-out",
        "levels": [
          4,
          5
        ]
      }
    ]
  },
  "family-tree": {
    "topic": "r-cnn-family",
    "version": 1,
    "title": {
      "ko": "무엇이 몇 번 일할까요",
      "en": "What runs how often"
    },
    "skill": {
      "ko": "R-CNN 계열의 부품이 그림마다 일하는지 후보마다 일하는지 가려요",
      "en": "Tell what runs once a picture from what runs once a proposal in the R-CNN family"
    },
    "measure": {
      "ko": "부품 수",
      "en": "parts"
    },
    "beliefs": [
      {
        "misconception": "once-for-all",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "pass-a-proposal",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "old-parts-stay",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "rpn-a-proposal",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "pooling-is-learnt",
        "levels": [
          2,
          4
        ]
      },
      {
        "misconception": "table-by-heart",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "same-parts",
        "levels": [
          3,
          5
        ]
      },
      {
        "misconception": "one-picture-only",
        "levels": [
          5
        ]
      }
    ]
  },
  "retina-decode": {
    "topic": "retinanet",
    "version": 1,
    "title": {
      "ko": "로짓에서 검출까지",
      "en": "From logits to detections"
    },
    "skill": {
      "ko": "RetinaNet의 로짓에서 검출될 짝을 골라요",
      "en": "Decode RetinaNet's logits into detections"
    },
    "measure": {
      "ko": "앵커 수",
      "en": "anchors"
    },
    "beliefs": [
      {
        "misconception": "background-is-a-class",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "positive-logit-is-yes",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "one-class-an-anchor",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "nms-within-a-level",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "classes-suppress",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "every-hot-pair-is-found",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "no-limit-a-level",
        "levels": [
          4,
          5
        ]
      }
    ]
  },
  "box-decode": {
    "topic": "rpn",
    "version": 1,
    "title": {
      "ko": "델타로 상자 그리기",
      "en": "From deltas to a box"
    },
    "skill": {
      "ko": "앵커와 델타에서 상자를 구해요",
      "en": "Work out the box from an anchor and its deltas"
    },
    "measure": {
      "ko": "가장 큰 |t|",
      "en": "largest |t|"
    },
    "beliefs": [
      {
        "misconception": "coordinates-come-out",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "shift-in-picture-sizes",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "size-times-delta",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "size-grows-linearly",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "grows-from-corner",
        "levels": [
          3,
          4
        ]
      },
      {
        "misconception": "shift-forgotten",
        "levels": [
          1,
          2,
          4,
          5
        ]
      },
      {
        "misconception": "size-forgotten",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "clip-moves-box",
        "levels": [
          4
        ]
      },
      {
        "misconception": "closest-anchor-wins",
        "levels": [
          5
        ]
      }
    ]
  },
  "rpn-funnel": {
    "topic": "rpn",
    "version": 1,
    "title": {
      "ko": "후보의 깔때기",
      "en": "The proposal funnel"
    },
    "skill": {
      "ko": "RPN의 상자 가운데 후보로 남을 것을 골라요",
      "en": "Find the boxes that the RPN proposes"
    },
    "measure": {
      "ko": "상자 수",
      "en": "boxes"
    },
    "beliefs": [
      {
        "misconception": "nms-on-anchors",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "scores-are-enough",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "half-score-cut",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "nms-keeps-few",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "small-ones-stay",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "limit-forgotten",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "always-seven",
        "levels": [
          4,
          5
        ]
      }
    ]
  },
  "which-saliency": {
    "topic": "saliency-backprop",
    "version": 1,
    "title": {
      "ko": "어떤 방법의 맵일까요",
      "en": "Which method drew this map?"
    },
    "skill": {
      "ko": "맵을 보고 그린 방법을 알아봐요",
      "en": "Tell by which method a map was drawn"
    },
    "measure": null,
    "beliefs": [
      {
        "misconception": "reads-the-feature-map",
        "levels": [
          1,
          2,
          3
        ]
      },
      {
        "misconception": "gradient-draws-outlines",
        "levels": [
          1,
          2,
          3
        ]
      },
      {
        "misconception": "guided-picks-the-object",
        "levels": [
          1,
          2,
          3
        ]
      },
      {
        "misconception": "same-for-every-class",
        "levels": [
          3
        ]
      },
      {
        "misconception": "saliency-is-contribution",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "smoothgrad-smooths-the-map",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "one-slope-adds-up",
        "levels": [
          5
        ]
      }
    ]
  },
  "selective-search-merge": {
    "topic": "selective-search",
    "version": 1,
    "title": {
      "ko": "다음에 합쳐질 두 영역",
      "en": "Which two merge next"
    },
    "skill": {
      "ko": "다음에 합쳐질 이웃한 두 영역을 골라요",
      "en": "Pick the two neighbours that merge next"
    },
    "measure": {
      "ko": "닿은 짝",
      "en": "touching pairs"
    },
    "beliefs": [
      {
        "misconception": "alike-anywhere",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "small-first",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "colour-is-enough",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "fill-is-forgotten",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "list-made-once",
        "levels": [
          4,
          5
        ]
      }
    ]
  },
  "hard-negatives": {
    "topic": "ssd",
    "version": 1,
    "title": {
      "ko": "어려운 음성 골라내기",
      "en": "Hard negatives"
    },
    "skill": {
      "ko": "학습에 남을 어려운 음성을 골라요",
      "en": "Choose the hard negatives that stay in training"
    },
    "measure": {
      "ko": "상자 수",
      "en": "boxes"
    },
    "beliefs": [
      {
        "misconception": "easy-negatives",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "all-negatives-count",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "positives-are-mined",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "positives-counted-in",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "fixed-cut",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "three-in-all",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "ignored-are-mined",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "always-three",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "large-p-is-hard",
        "levels": [
          5
        ]
      }
    ]
  },
  "ssd-which-map": {
    "topic": "ssd",
    "version": 1,
    "title": {
      "ko": "어느 지도가 맡을까?",
      "en": "Which map answers?"
    },
    "skill": {
      "ko": "SSD에서 물체를 맡는 지도를 찾아요",
      "en": "Find the map of SSD that answers for an object"
    },
    "measure": {
      "ko": "물체 수",
      "en": "objects"
    },
    "beliefs": [
      {
        "misconception": "fine-map-large-objects",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "finest-for-all",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "long-side-decides",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "short-side-decides",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "one-box-an-object",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "every-map-answers",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "half-is-needed",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "all-negatives-count",
        "levels": [
          5
        ]
      },
      {
        "misconception": "three-in-all",
        "levels": [
          5
        ]
      }
    ]
  },
  "yolo-decode": {
    "topic": "yolo",
    "version": 1,
    "title": {
      "ko": "수에서 상자로",
      "en": "From numbers to a box"
    },
    "skill": {
      "ko": "YOLO의 칸이 낸 수에서 상자를 되살려요",
      "en": "Decode a box from the numbers of a YOLO cell"
    },
    "measure": {
      "ko": "칸의 수(한 변)",
      "en": "cells a side"
    },
    "beliefs": [
      {
        "misconception": "xy-of-picture",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "wh-of-cell",
        "levels": [
          1,
          2,
          4,
          5
        ]
      },
      {
        "misconception": "xy-is-corner",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "cell-is-box",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "row-column-swapped",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "confidence-is-the-score",
        "levels": [
          5
        ]
      },
      {
        "misconception": "class-value-is-the-score",
        "levels": [
          5
        ]
      }
    ]
  },
  "yolo-responsible": {
    "topic": "yolo",
    "version": 1,
    "title": {
      "ko": "누가 이 물체를 맡을까?",
      "en": "Who answers for it?"
    },
    "skill": {
      "ko": "YOLO에서 물체를 맡는 칸과 상자를 찾아요",
      "en": "Find the cell and the box that answer for an object in YOLO"
    },
    "measure": {
      "ko": "물체 수",
      "en": "objects"
    },
    "beliefs": [
      {
        "misconception": "corner-decides",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "foot-decides",
        "levels": [
          1,
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "confidence-decides",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "larger-box-decides",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "first-box-answers",
        "levels": [
          2,
          3,
          4,
          5
        ]
      },
      {
        "misconception": "target-is-one",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "every-box-its-iou",
        "levels": [
          3,
          4,
          5
        ]
      },
      {
        "misconception": "everybody-has-a-box",
        "levels": [
          4,
          5
        ]
      },
      {
        "misconception": "larger-object-stays",
        "levels": [
          4,
          5
        ]
      }
    ]
  }
};
