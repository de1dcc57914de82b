// Written by `npm run gen` from the folders of content/topics. Do not edit.
import { playable, type Playable } from "@/lib/ui/play/playable";

/** Loads a kind's pure functions, board and replay on demand. */
export const playables: Readonly<Record<string, () => Promise<Playable>>> = {
  "nms-survivors": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/nms/challenges/nms-survivors/challenge"),
      import("@/content/topics/nms/challenges/nms-survivors/Board"),
      import("@/content/topics/nms/challenges/nms-survivors/Replay"),
    ]);
    return playable(challenge, Board, Replay);
  },
  "nms-threshold": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/nms/challenges/nms-threshold/challenge"),
      import("@/content/topics/nms/challenges/nms-threshold/Board"),
      import("@/content/topics/nms/challenges/nms-threshold/Replay"),
    ]);
    return playable(challenge, Board, Replay);
  },
};
