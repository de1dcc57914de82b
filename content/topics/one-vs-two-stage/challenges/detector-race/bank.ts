import { RECORDED } from "./recorded";
import type { Bank } from "./recording";

export type { BankModel, BankRun, BankScene } from "./recording";

/** Races that really ran: the shipped detectors on EmojiVOC scenes, recorded so that server and page judge by the same run. */
export const BANK: Bank = RECORDED;
