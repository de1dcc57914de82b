/** The ends of an order in time. */
export const IN_TIME = {
  first: { ko: "맨 위: 가장 먼저 해요", en: "Top: comes first" },
  last: { ko: "맨 아래: 가장 나중에 해요", en: "Bottom: comes last" },
};
