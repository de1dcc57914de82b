import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "topic-id",
  version: 1,
  track: "detection",
  order: 999,
  title: { ko: "새 주제 (topic-id)", en: "New topic (topic-id)" },
  summary: { ko: "이 주제에서 무엇을 배우는지 한 문장으로 적어요.", en: "Say in one sentence what this topic teaches." },
  prerequisites: [],
  misconceptions: [
    {
      id: "off-by-one",
      claim: { ko: "하나 더 큰 수가 답이에요.", en: "The answer is one more." },
      correction: { ko: "더하지 말고 그대로 세어 보세요.", en: "Count as it stands; nothing is added." },
    },
    {
      id: "half",
      claim: { ko: "절반이 답이에요.", en: "The answer is half of it." },
      correction: { ko: "나누지 않아요.", en: "Nothing is divided." },
    },
    {
      id: "double",
      claim: { ko: "두 배가 답이에요.", en: "The answer is twice as much." },
      correction: { ko: "곱하지 않아요.", en: "Nothing is multiplied." },
    },
  ],
  references: [{ title: "The paper behind this topic", authors: "A. Author", year: 2016, url: "https://arxiv.org/abs/1506.01497" }],
});
