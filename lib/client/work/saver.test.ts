import { beforeEach, describe, expect, it } from "vitest";
import { ApiError } from "../api/apiError";
import { createSaver, SEND_AFTER_MS, type Saved } from "./saver";

interface Sent {
  readonly answer: unknown;
  readonly leaving: boolean;
  readonly settle: (error?: ApiError) => Promise<void>;
}

let sent: Sent[];
let kept: unknown;
let shown: Saved[];
let alarms: { readonly ms: number; readonly task: () => void }[];

function saver() {
  return createSaver({
    send: (answer, leaving) =>
      new Promise((resolve, reject) => {
        const settle = async (error?: ApiError) => {
          if (error) reject(error);
          else resolve(null);
          // What waits for it goes on in the turns after this one.
          for (let turn = 0; turn < 5; turn++) await Promise.resolve();
        };
        sent.push({ answer, leaving, settle });
      }),
    keep: (answer) => (kept = answer),
    later: (task, ms) => {
      const alarm = { ms, task };
      alarms.push(alarm);
      return () => (alarms = alarms.filter((each) => each !== alarm));
    },
    show: (state) => shown.push(state),
  });
}

const ring = () => alarms.splice(0).forEach(({ task }) => task());
const refusal = (status: number) => new ApiError(status, "x", { ko: "", en: "" });

beforeEach(() => {
  [sent, kept, shown, alarms] = [[], undefined, [], []];
});

describe("an answer that is not given yet", () => {
  it("is kept here at once and sent within ten seconds, the last one alone", async () => {
    const own = saver();
    for (const answer of [1, 2, 3]) own.change(answer);
    expect(kept).toBe(3);
    expect(sent).toEqual([]);
    expect(alarms.map(({ ms }) => ms)).toEqual([SEND_AFTER_MS]);
    expect(SEND_AFTER_MS).toBeLessThan(10_000);
    ring();
    expect(sent.map(({ answer }) => answer)).toEqual([3]);
    await sent[0].settle();
    expect(kept).toBeUndefined();
    expect(shown.at(-1)).toBe("saved");
  });

  it("stays kept where it was changed while the one before was on its way, and follows it", async () => {
    const own = saver();
    own.change("a");
    ring();
    own.change("b");
    await sent[0].settle();
    expect(kept).toBe("b");
    ring();
    await sent[1].settle();
    expect(sent.map(({ answer }) => answer)).toEqual(["a", "b"]);
    expect(kept).toBeUndefined();
  });

  it("is sent again where the server was not reached", async () => {
    const own = saver();
    own.change("a");
    ring();
    await sent[0].settle(ApiError.unreached());
    expect([kept, shown.at(-1)]).toEqual(["a", "away"]);
    ring();
    await sent[1].settle();
    expect([kept, shown.at(-1)]).toEqual([undefined, "saved"]);
  });

  it("is sent no more, and stays here, where the server says no", async () => {
    const own = saver();
    own.change("a");
    ring();
    await sent[0].settle(refusal(409));
    expect([kept, shown.at(-1), alarms.length]).toEqual(["a", "refused", 0]);
    own.change("b");
    expect(alarms).toEqual([]);
  });

  it("goes with the page when it leaves, even while another is on its way", async () => {
    const own = saver();
    own.change("a");
    ring();
    own.change("b");
    await Promise.all([own.flush(true), sent[0].settle(), sent[1].settle()]);
    expect(sent.map(({ answer, leaving }) => [answer, leaving])).toEqual([
      ["a", false],
      ["b", true],
    ]);
  });

  it("is nowhere once the answer is given", () => {
    const own = saver();
    own.change("a");
    own.end();
    ring();
    expect([kept, sent, alarms]).toEqual([undefined, [], []]);
  });
});
