import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "fast-r-cnn",
  version: 1,
  track: "detection",
  group: "two-stage",
  order: 50,
  title: { ko: "Fast R-CNN: 그림 대신 지도를 자르기", en: "Fast R-CNN: cut the map, not the picture" },
  summary: {
    ko: "CNN은 그림마다 한 번만 돌고, 후보는 특징 지도에서 잘라요. RoI 풀링이 어떤 상자든 같은 크기로 만들고, 클래스와 상자를 한 손실로 함께 배워요.",
    en: "The CNN runs once a picture and proposals are cut out of its map. RoI pooling turns any box into the same small grid, and one loss teaches class and box together.",
  },
  prerequisites: ["r-cnn", "selective-search"],
  misconceptions: [
    {
      id: "warps-crops-faster",
      claim: { ko: "R-CNN처럼 그림을 잘라 넣는데 더 빠를 뿐이에요.", en: "It warps crops as R-CNN does, only faster." },
      correction: {
        ko: "그림은 자르지 않아요. 온 그림의 특징 지도를 한 번 만들고, 후보의 자리를 그 지도에서 잘라 풀링해요.",
        en: "No picture is cropped. One map is computed for the whole picture, and each proposal's place is cut out of that map and pooled.",
      },
    },
    {
      id: "pooling-is-exact",
      claim: { ko: "RoI 풀링은 상자의 자리를 그대로 지켜요.", en: "RoI pooling keeps a box exactly where it is." },
      correction: {
        ko: "모서리를 칸으로 반올림하고 구획의 끝도 칸에 맞춰요. 몇 픽셀을 움직여도 결과가 같다가 한 번에 바뀌어요. 반올림을 없앤 것이 나중에 나온 RoIAlign이에요.",
        en: "Corners are rounded to whole cells, and the edges of the bins once more. Moved by a few pixels nothing changes, then all at once. RoIAlign, which came later, rounds nothing.",
      },
    },
    {
      id: "roialign-from-the-start",
      claim: { ko: "Fast R-CNN은 RoIAlign으로 풀링해요.", en: "Fast R-CNN pools by RoIAlign." },
      correction: {
        ko: "논문의 Fast R-CNN은 모서리를 반올림하는 RoI 풀링을 써요. RoIAlign은 2년 뒤 Mask R-CNN과 함께 나왔어요.",
        en: "The paper's Fast R-CNN uses RoI pooling, which rounds corners. RoIAlign came two years later, with Mask R-CNN.",
      },
    },
    {
      id: "proposals-are-learnt",
      claim: { ko: "Fast R-CNN은 후보도 스스로 배워서 내요.", en: "Fast R-CNN learns to propose regions." },
      correction: {
        ko: "후보는 여전히 배우지 않는 선택적 탐색이 내요. 그래서 이제 그것이 가장 오래 걸려요.",
        en: "Proposals still come from selective search, which learns nothing. It is now what takes longest.",
      },
    },
    {
      id: "background-pays-for-its-box",
      claim: { ko: "배경 RoI도 상자 손실을 내요.", en: "A background RoI has a box loss too." },
      correction: {
        ko: "배경에는 맞출 상자가 없어요. 클래스 손실만 내고 상자 손실은 0이에요.",
        en: "Background has no box to aim at. It pays the class loss alone; its box loss is 0.",
      },
    },
    {
      id: "object-pays-for-box-alone",
      claim: { ko: "물체 RoI는 상자 손실만 내요.", en: "An object's RoI pays for its box alone." },
      correction: {
        ko: "물체 RoI는 클래스 손실과 상자 손실을 둘 다 내요. 두 손실을 더한 것을 한 번에 줄여요.",
        en: "An object's RoI pays for its class and for its box. The sum of both is what training lowers.",
      },
    },
    {
      id: "mean-of-the-bin",
      claim: { ko: "RoI 풀링은 구획의 평균을 내요.", en: "RoI pooling takes the mean of a bin." },
      correction: {
        ko: "논문의 RoI 풀링은 구획에서 가장 큰 수를 가져가요. 평균을 내는 것은 RoIAlign이에요.",
        en: "The paper's RoI pooling takes the largest number of a bin. RoIAlign is what takes means.",
      },
    },
    {
      id: "end-cell-left-out",
      claim: { ko: "오른쪽 아래 모서리의 칸은 RoI에 들지 않아요.", en: "The cell of the far corner is not part of the RoI." },
      correction: {
        ko: "두 모서리의 칸이 모두 RoI에 들어가요. 그래서 칸의 수는 두 번호의 차이에 1을 더한 거예요.",
        en: "The cells of both corners belong to it. So it has one cell more than the difference of their numbers.",
      },
    },
    {
      id: "corners-floored",
      claim: { ko: "모서리를 보폭으로 나눈 뒤 소수를 버려요.", en: "Corners divided by the stride are cut down to whole cells." },
      correction: {
        ko: "버리지 않고 반올림해요. 3.75번째 칸은 3이 아니라 4예요.",
        en: "They are rounded, not cut: 3.75 is cell 4, not 3.",
      },
    },
    {
      id: "bins-never-share",
      claim: { ko: "구획은 서로 칸을 나눠 갖지 않아요.", en: "No two bins share a cell." },
      correction: {
        ko: "시작은 내림하고 끝은 올림해요. 나누어떨어지지 않으면 이웃한 두 구획이 가운데 칸을 함께 가져요.",
        en: "A bin's start is rounded down and its end up. Where the division is not whole, neighbours share the cell between them.",
      },
    },
    {
      id: "cut-before-bins",
      claim: { ko: "RoI를 지도 안으로 먼저 자르고 나눠요.", en: "A RoI is cut to the map first, then divided." },
      correction: {
        ko: "반올림한 RoI를 그대로 나누고, 지도를 벗어난 칸만 구획에서 빼요.",
        en: "The rounded RoI is divided as it is; cells beyond the map are then left out of their bins.",
      },
    },
    {
      id: "gradient-to-every-cell",
      claim: { ko: "구획의 모든 칸이 기울기를 받아요.", en: "Every cell of a bin receives its gradient." },
      correction: {
        ko: "최댓값인 칸만 결과를 바꿀 수 있으니 기울기도 그 칸만 받아요.",
        en: "Only the largest cell can change what comes out, so it alone receives the gradient.",
      },
    },
    {
      id: "shared-winner-once",
      claim: { ko: "두 구획이 고른 칸도 기울기는 한 번만 받아요.", en: "A cell chosen twice receives one gradient only." },
      correction: {
        ko: "고른 구획마다 기울기를 보내고, 칸은 그것을 모두 더해 받아요.",
        en: "Each bin that chose it sends its gradient, and the cell receives their sum.",
      },
    },
    {
      id: "loss-of-the-likeliest",
      claim: { ko: "클래스 손실은 가장 높은 확률로 셈해요.", en: "The class loss is that of the highest probability." },
      correction: {
        ko: "배우는 클래스의 확률로 −log p를 내요. 다른 클래스의 확률이 가장 높으면 손실이 커야 해요.",
        en: "It is −log p for the probability of the class that is taught. Where another class is highest, the loss has to be large.",
      },
    },
    {
      id: "box-loss-is-absolute",
      claim: { ko: "상자 손실은 오차의 크기를 그대로 더해요.", en: "The box loss is the sum of the errors' sizes." },
      correction: {
        ko: "smooth L1은 1보다 작은 오차에서 ½x²이에요. 작은 오차는 훨씬 작게 세요.",
        en: "Smooth L1 is ½x² for errors below 1, so small ones count for much less.",
      },
    },
    {
      id: "box-loss-is-squared",
      claim: { ko: "상자 손실은 언제나 ½x²이에요.", en: "The box loss is ½x² everywhere." },
      correction: {
        ko: "1부터는 |x| − ½이에요. 크게 어긋난 상자 하나가 학습을 휘두르지 못하게 해요.",
        en: "From 1 on it is |x| − ½, so that one box far off does not rule the training.",
      },
    },
    {
      id: "half-forgotten",
      claim: { ko: "smooth L1은 1보다 작으면 x², 크면 |x|예요.", en: "Smooth L1 is x² below 1 and |x| above." },
      correction: {
        ko: "½x²과 |x| − ½이에요. ½ 덕분에 1에서 두 곡선의 값도 기울기도 이어져요.",
        en: "It is ½x² and |x| − ½. With the halves both curves meet at 1 in value and in slope.",
      },
    },
    {
      id: "lambda-is-one",
      claim: { ko: "상자 손실은 늘 그대로 더해요.", en: "The box loss is always added as it is." },
      correction: {
        ko: "λ를 곱해서 더해요. 논문의 실험에서는 λ가 1이었지만, 다른 값이면 상자를 더 또는 덜 중히 여겨요.",
        en: "It is multiplied by λ first. The paper's experiments use 1; another value weighs boxes more or less.",
      },
    },
    {
      id: "any-overlap-is-object",
      claim: { ko: "물체와 겹치는 RoI는 모두 그 물체로 배워요.", en: "Every RoI that overlaps an object learns that object." },
      correction: {
        ko: "IoU가 0.5 이상이어야 물체예요. 0.1 이상 0.5 미만은 배경으로 배워요.",
        en: "It takes an IoU of 0.5. From 0.1 up to 0.5 a RoI is taught as background.",
      },
    },
    {
      id: "rest-is-background",
      claim: { ko: "물체가 아닌 RoI는 모두 배경으로 배워요.", en: "Every RoI that is no object is taught as background." },
      correction: {
        ko: "배경은 IoU 0.1 이상에서 뽑아요. 물체와 거의 닿지 않는 쉬운 배경은 뽑지 않아요.",
        en: "Background is drawn from an IoU of 0.1 on. Easy background that hardly touches an object is not drawn.",
      },
    },
  ],
  references: [
    { title: "Fast R-CNN", authors: "R. Girshick", year: 2015, url: "https://arxiv.org/abs/1504.08083" },
    {
      title: "Rich feature hierarchies for accurate object detection and semantic segmentation",
      authors: "R. Girshick, J. Donahue, T. Darrell, J. Malik",
      year: 2014,
      url: "https://arxiv.org/abs/1311.2524",
    },
    {
      title: "Faster R-CNN: Towards Real-Time Object Detection with Region Proposal Networks",
      authors: "S. Ren, K. He, R. Girshick, J. Sun",
      year: 2015,
      url: "https://arxiv.org/abs/1506.01497",
    },
    { title: "Mask R-CNN", authors: "K. He, G. Gkioxari, P. Dollár, R. Girshick", year: 2017, url: "https://arxiv.org/abs/1703.06870" },
  ],
});
