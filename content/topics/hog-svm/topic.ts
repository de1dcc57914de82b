import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "hog-svm",
  version: 1,
  track: "detection",
  group: "task",
  order: 20,
  title: { ko: "HOG와 SVM: 방향으로 그린 그림", en: "HOG and SVM: a picture made of directions" },
  summary: {
    ko: "창을 칸으로 나눠 경계가 어느 쪽을 보는지 세고, 가장 넓은 길을 내는 직선으로 물체와 배경을 갈라요. CNN 이전의 검출기를 손으로 돌려 봐요.",
    en: "Describe a window by where its edges point, cell by cell, and part objects from background by the line with the widest street: the detector before CNNs, by hand.",
  },
  prerequisites: ["object-detection"],
  misconceptions: [
    {
      id: "gradient-of-each-object",
      claim: { ko: "HOG는 물체마다 다른 기울기 하나를 찾아내요.", en: "HOG finds the gradient that each object has." },
      correction: {
        ko: "물체가 기울기 하나를 갖고 있는 것이 아니에요. 픽셀마다 기울기가 있고, HOG는 칸마다 그 방향의 히스토그램을 크기로 가중해 만들어요. 판정은 SVM이 해요.",
        en: "An object has no gradient of its own. Every pixel has one; HOG makes a histogram of their directions for each cell, weighted by size, and an SVM judges it.",
      },
    },
    {
      id: "counts-pixels",
      claim: { ko: "막대의 높이는 그 방향을 가리키는 픽셀의 수예요.", en: "A bar counts the pixels that point its way." },
      correction: {
        ko: "픽셀마다 한 표가 아니에요. 기울기의 크기만큼 더하니까, 뚜렷한 경계 하나가 희미한 얼룩 여럿보다 무거워요.",
        en: "It is not one vote a pixel: sizes are added up, so one clear edge outweighs many faint specks.",
      },
    },
    {
      id: "bars-along-the-edge",
      claim: { ko: "기울기의 방향은 경계선이 뻗은 방향이에요.", en: "The gradient points along the edge." },
      correction: {
        ko: "기울기는 어두운 쪽에서 밝은 쪽을 가리키니까 경계선과 수직이에요. 세로 경계의 기울기는 0°예요.",
        en: "It points from dark to bright, so it stands across the edge: an upright edge has a gradient at 0°.",
      },
    },
    {
      id: "signed-directions",
      claim: {
        ko: "밝아지는 경계와 어두워지는 경계는 방향이 달라서 함께 셀 수 없어요.",
        en: "An edge that brightens and one that darkens have different directions and do not count together.",
      },
      correction: {
        ko: "HOG의 방향은 부호 없이 0°부터 180°까지예요. 250°는 70°와 같은 막대에 들어가요. 흰 셔츠든 검은 셔츠든 윤곽은 같으니까요.",
        en: "HOG's directions are unsigned, 0° to 180°: 250° goes to the bar of 70°. A white shirt and a black one have the same outline.",
      },
    },
    {
      id: "next-pixel",
      claim: { ko: "픽셀의 기울기는 바로 다음 픽셀에서 자기를 뺀 값이에요.", en: "A pixel's gradient is the next pixel less itself." },
      correction: {
        ko: "HOG는 양옆의 이웃끼리 빼요: 오른쪽 − 왼쪽, 아래 − 위. 픽셀 자신의 밝기는 들어가지 않아요.",
        en: "HOG takes the neighbours on both sides: right less left, lower less upper. The pixel itself plays no part.",
      },
    },
    {
      id: "whole-votes",
      claim: { ko: "기울기는 언제나 막대 하나에 통째로 들어가요.", en: "A gradient always goes whole into a single bar." },
      correction: {
        ko: "Dalal과 Triggs는 가까운 두 막대가 나누게 했어요. 그래야 39°와 41°가 전혀 다른 막대로 튀지 않아요. scikit-image는 통째로 넣어요.",
        en: "Dalal and Triggs share it between the two nearest bars, so that 39° and 41° do not jump apart. scikit-image gives it whole.",
      },
    },
    {
      id: "clip-is-final",
      claim: { ko: "L2-Hys를 거치면 0.2보다 큰 수는 없어요.", en: "After L2-Hys no number is above 0.2." },
      correction: {
        ko: "0.2에서 자른 다음 길이가 1이 되게 다시 나눠요. 자르면 길이가 1보다 짧아지니까, 나누면 0.2보다 커져요.",
        en: "After the cut the block is divided by its length once more. The cut has made it shorter than 1, so numbers rise above 0.2 again.",
      },
    },
    {
      id: "strong-edge-rules",
      claim: {
        ko: "길이로 나누고 나면 아주 강한 경계 하나가 블록을 차지해도 괜찮아요.",
        en: "Dividing by the length is enough, however much one strong edge takes of a block.",
      },
      correction: {
        ko: "L2만으로는 강한 경계 하나가 나머지를 거의 0으로 눌러요. L2-Hys는 0.2에서 자르고 다시 나눠서 약한 경계의 몫을 되살려요.",
        en: "With L2 alone one strong edge presses all others towards 0. L2-Hys cuts at 0.2 and divides again, which gives the weaker ones their share.",
      },
    },
    {
      id: "any-separating-line",
      claim: { ko: "두 무리를 나누기만 하면 어떤 직선이든 똑같이 좋아요.", en: "Any line that separates is as good as another." },
      correction: {
        ko: "SVM은 나누는 직선 가운데 가장 가까운 점까지의 거리가 가장 먼 직선을 골라요. 새 점이 조금 흔들려도 제자리에 남도록요.",
        en: "Of all lines that separate, an SVM takes the one whose nearest points are furthest away, so that new points may stray a little.",
      },
    },
    {
      id: "means-decide",
      claim: { ko: "경계는 두 무리의 평균 한가운데에 있어요.", en: "The border lies halfway between the two classes' means." },
      correction: {
        ko: "평균은 멀리 있는 점에도 끌려가요. SVM의 경계는 가장 가까운 점들만 정하고, 나머지는 지워도 그대로예요.",
        en: "Far points pull at a mean. An SVM's border is set by the nearest points alone; take the others away and it stays.",
      },
    },
    {
      id: "means-set-direction",
      claim: {
        ko: "경계는 한 평균에서 다른 평균으로 가는 방향과 늘 수직이에요.",
        en: "The border always stands across the way from one mean to the other.",
      },
      correction: {
        ko: "무리가 비스듬히 누워 있으면 평균을 잇는 방향은 길과 어긋나요. 방향도 가장자리에 닿는 점들이 정해요.",
        en: "Where clouds lie aslant, the way from mean to mean does not fit the street. Its direction, too, is set by the points that touch it.",
      },
    },
    {
      id: "closest-pair-decides",
      claim: {
        ko: "가장 가까운 두 점 사이를 수직으로 가르면 가장 넓어요.",
        en: "The widest street lies across the closest pair of points.",
      },
      correction: {
        ko: "그 길에 다른 점이 들어올 수 있어요. 그럴 때는 한쪽에 점 둘이 닿도록 기울이면 더 넓어져요.",
        en: "Another point may stand in that street. Then it is wider when it turns until two points touch one side.",
      },
    },
    {
      id: "negatives-are-all-alike",
      claim: { ko: "배경 창은 아무거나 많이 모으면 충분해요.", en: "Any background windows will do, if there are enough." },
      correction: {
        ko: "아무 배경은 대부분 경계에서 멀어서 가르쳐 주는 것이 없어요. 물체로 잘못 판정된 창을 모아 다시 학습해야 경계가 움직여요.",
        en: "Most background lies far from the border and teaches nothing. Windows wrongly taken for objects are gathered and trained on again.",
      },
    },
  ],
  references: [
    {
      title: "Histograms of Oriented Gradients for Human Detection",
      authors: "N. Dalal, B. Triggs",
      year: 2005,
      url: "https://doi.org/10.1109/CVPR.2005.177",
    },
    {
      title: "Support-Vector Networks",
      authors: "C. Cortes, V. Vapnik",
      year: 1995,
      url: "https://doi.org/10.1007/BF00994018",
    },
    {
      title: "Object Detection with Discriminatively Trained Part-Based Models",
      authors: "P. Felzenszwalb, R. Girshick, D. McAllester, D. Ramanan",
      year: 2010,
      url: "https://doi.org/10.1109/TPAMI.2009.167",
    },
    {
      title: "Histogram of Oriented Gradients (scikit-image)",
      authors: "scikit-image",
      year: 2024,
      url: "https://scikit-image.org/docs/stable/auto_examples/features_detection/plot_hog.html",
    },
  ],
});
