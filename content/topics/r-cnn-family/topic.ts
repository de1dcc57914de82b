import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "r-cnn-family",
  version: 1,
  track: "detection",
  group: "two-stage",
  order: 85,
  title: { ko: "R-CNN 계열: 한 조립도, 세 검출기", en: "The R-CNN family: one pipeline, three detectors" },
  summary: {
    ko: "R-CNN, Fast R-CNN, Faster R-CNN은 같은 조립도예요. 세대마다 부품 하나가 ‘후보마다, 배우지 않음’에서 ‘그림마다 한 번, 배움’으로 옮겨 갔어요.",
    en: "R-CNN, Fast R-CNN and Faster R-CNN are one pipeline. In each generation one part moved from “once a proposal, or not learnt” to “once a picture, and learnt”.",
  },
  prerequisites: ["r-cnn", "fast-r-cnn", "rpn"],
  misconceptions: [
    {
      id: "better-network",
      claim: { ko: "Faster R-CNN은 CNN이 더 좋아서 빨라요.", en: "Faster R-CNN is quicker because its CNN is better." },
      correction: {
        ko: "논문의 표에서 셋은 같은 VGG16이에요. 달라진 것은 무엇을 몇 번 계산하는가예요.",
        en: "In the papers' tables all three use the same VGG16. What changes is what is computed how often.",
      },
    },
    {
      id: "fast-because-of-roi-pooling",
      claim: { ko: "Fast R-CNN은 RoI 풀링이 빨라서 빨라요.", en: "Fast R-CNN is fast because RoI pooling is fast." },
      correction: {
        ko: "특징 지도를 그림마다 한 번만 만들어서 빨라요. RoI 풀링은 한 지도에서 후보를 자를 수 있게 해 줄 뿐이에요.",
        en: "It is fast because the map is computed once a picture. RoI pooling only makes it possible to cut proposals out of one map.",
      },
    },
    {
      id: "faster-multiplies-less",
      claim: { ko: "더 빠른 검출기는 곱셈도 더 적게 해요.", en: "The quicker detector also multiplies less." },
      correction: {
        ko: "우리 Faster R-CNN의 신경망은 Fast R-CNN보다 곱셈을 더 해요. 대신 곱셈이 거의 없는데도 오래 걸리던 선택적 탐색이 없어졌어요.",
        en: "Our Faster R-CNN's network multiplies more than Fast R-CNN's. What it saves is selective search, which hardly multiplies and yet takes long.",
      },
    },
    {
      id: "seconds-without-conditions",
      claim: { ko: "논문에 적힌 초는 그대로 견줘도 돼요.", en: "Seconds from papers can be compared as they stand." },
      correction: {
        ko: "무엇을 넣고 잰 시간인지, 어느 기계인지부터 봐요. Fast R-CNN의 0.32초에는 후보를 내는 시간이 빠져 있어요.",
        en: "First see what was timed, and on which machine. Fast R-CNN's 0.32 s leaves out the time for proposals.",
      },
    },
    {
      id: "once-for-all",
      claim: { ko: "지도를 나눠 쓰면 모든 일이 그림마다 한 번이에요.", en: "With a shared map everything is done once a picture." },
      correction: {
        ko: "지도까지만 한 번이에요. 자르고, 완전 연결 층을 지나고, 판정하는 일은 후보마다 해요.",
        en: "Once is the map alone. Cutting, the fully connected layers and the verdict are done for each proposal.",
      },
    },
    {
      id: "pass-a-proposal",
      claim: { ko: "어느 검출기든 합성곱은 후보마다 돌아요.", en: "In all of them the convolutions run once a proposal." },
      correction: {
        ko: "R-CNN만 그래요. Fast R-CNN부터는 온 그림에 한 번 돌고, 후보는 그 지도에서 잘라요.",
        en: "Only in R-CNN. From Fast R-CNN on they run once over the whole picture, and proposals are cut out of that map.",
      },
    },
    {
      id: "old-parts-stay",
      claim: { ko: "새 검출기는 옛 부품에 새 부품을 더한 거예요.", en: "A newer detector has the old parts and some new ones." },
      correction: {
        ko: "더한 게 아니라 갈아 끼웠어요. 지도에서 자르면 그림은 자르지 않고, 소프트맥스가 판정하면 SVM이 없고, RPN이 있으면 선택적 탐색이 없어요.",
        en: "Parts are exchanged, not added: with cuts from the map there are no crops, with softmax no SVMs, with an RPN no selective search.",
      },
    },
    {
      id: "rpn-a-proposal",
      claim: { ko: "RPN은 후보마다 한 번씩 돌아요.", en: "The RPN runs once for each proposal." },
      correction: {
        ko: "RPN은 특징 지도를 한 번 지나며 모든 자리의 앵커에 함께 점수를 줘요. 후보는 그 결과예요.",
        en: "It passes over the map once and scores the anchors of all places together. Proposals are what comes out.",
      },
    },
    {
      id: "pooling-is-learnt",
      claim: { ko: "RoI 풀링도 신경망의 층이니까 배워요.", en: "RoI pooling is a layer, so it is learnt." },
      correction: {
        ko: "최댓값을 고를 뿐 가중치가 없어요. 기울기를 지나가게 하지만 스스로 배우는 것은 없어요.",
        en: "It takes maxima and has no weights. Gradients pass through it; there is nothing in it to learn.",
      },
    },
    {
      id: "table-by-heart",
      claim: { ko: "조립도는 세 가지뿐이라 이름으로 외우면 돼요.", en: "There are just three pipelines, to be known by heart." },
      correction: {
        ko: "부품은 따로 갈아 끼울 수 있어요. SPP-net은 지도를 나눠 쓰면서도 SVM으로 판정했어요. 이름이 아니라 부품을 봐요.",
        en: "Parts can be exchanged one by one: SPP-net shared the map and still judged by SVMs. Look at the parts, not at the name.",
      },
    },
    {
      id: "same-parts",
      claim: { ko: "세 검출기는 부품이 같고 빠르기만 달라요.", en: "All three have the same parts and differ in speed alone." },
      correction: {
        ko: "부품이 달라서 빠르기가 달라요. 세대마다 부품 하나가 바뀌었어요.",
        en: "They differ in speed because they differ in parts: one was exchanged in each generation.",
      },
    },
    {
      id: "one-picture-only",
      claim: { ko: "그림이 여러 장이어도 한 번 계산하면 돼요.", en: "Once is enough, however many pictures there are." },
      correction: {
        ko: "‘한 번’은 그림마다 한 번이에요. 다른 그림의 지도와 후보는 쓸 수 없어요.",
        en: "Once means once a picture: another picture's map and proposals are of no use.",
      },
    },
  ],
  references: [
    {
      title: "Rich feature hierarchies for accurate object detection and semantic segmentation",
      authors: "R. Girshick, J. Donahue, T. Darrell, J. Malik",
      year: 2014,
      url: "https://arxiv.org/abs/1311.2524",
    },
    {
      title: "Spatial Pyramid Pooling in Deep Convolutional Networks for Visual Recognition",
      authors: "K. He, X. Zhang, S. Ren, J. Sun",
      year: 2014,
      url: "https://arxiv.org/abs/1406.4729",
    },
    { title: "Fast R-CNN", authors: "R. Girshick", year: 2015, url: "https://arxiv.org/abs/1504.08083" },
    {
      title: "Faster R-CNN: Towards Real-Time Object Detection with Region Proposal Networks",
      authors: "S. Ren, K. He, R. Girshick, J. Sun",
      year: 2015,
      url: "https://arxiv.org/abs/1506.01497",
    },
  ],
});
