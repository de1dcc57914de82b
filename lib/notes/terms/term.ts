/** How notes name a topic. Capitals, spaces, hyphens and small slips of spelling are the reader's business: each name stands here once. */
export interface TopicTerms {
  readonly topic: string;
  readonly names: readonly string[];
  /** Names that are everyday words too ("gap", "cam"): counted only in capitals, or inside a Korean line. */
  readonly capitals?: readonly string[];
  /** Names that only count letter by letter as they stand here: a mAP is no map. */
  readonly asWritten?: readonly string[];
}
