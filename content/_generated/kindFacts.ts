// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { Text } from "@/lib/challenges/text";

/** What lists and links need to know of a kind without loading its code: for the server, which hands on what a page shows. Titles come from the challenges by `npm run gen`. */
export const kindFacts: Readonly<Record<string, { readonly topic: string; readonly version: number; readonly title: Text; readonly skill: Text }>> = {
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
    }
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
    }
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
    }
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
    }
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
    }
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
    }
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
    }
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
    }
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
    }
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
    }
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
    }
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
    }
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
    }
  }
};
