/** A note as a tab has it open: the text in step with the server, who else is there, and the browser's own events behind both. */
import * as Y from "yjs";
import { BASE } from "@/lib/wire/route";
import { editNote, readEdits, showPresence } from "@/lib/wire/notes";
import { ApiError } from "../api/apiError";
import { newKey } from "../api/key";
import { exchange, readReply, send } from "../api/send";
import { hearOf } from "../live/stream";
import { fromBase64, toBase64 } from "./bytes";
import { browserStore } from "./noteStore";
import { NoteSync } from "./noteSync";
import { NotePresence } from "./presence";
import type { NoteEvent } from "@/lib/wire/notes";

const later = (task: () => void, ms: number): (() => void) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

export interface NotePlace {
  readonly group: string;
  readonly note: string;
  /** Whose edits these are: those of another learner of this browser wait for that one. */
  readonly learner: string;
}

export class OpenNote {
  readonly sync: NoteSync;
  readonly presence: NotePresence;
  #connected = true;
  readonly #listeners = new Set<() => void>();
  /** Throws away what this browser keeps of the note, what waits to be sent among it. */
  readonly forget: () => Promise<void>;
  readonly #stop: () => void;

  constructor({ group, note, learner }: NotePlace) {
    const params = { id: group, note };
    const store = browserStore(`${note} ${learner}`);
    this.forget = () => store.forget();
    this.sync = new NoteSync({
      post: async (update, key) =>
        readReply(editNote, await exchange(editNote, { params, body: { update: toBase64(update) }, key, learner })).seq,
      since: (after) => send(readEdits, { params, query: { after: String(after) } }),
      store,
      newKey,
      later,
    });
    const client = this.sync.doc.clientID;
    this.presence = new NotePresence(client, {
      post: async (cursor) => {
        try {
          await send(showPresence, { params, body: { client, cursor, here: true } });
        } catch (error) {
          // With nothing written under it yet, another number is a matter of opening the note anew.
          if (error instanceof ApiError && error.code === "number-taken" && this.sync.state.waiting === 0) await this.sync.renew();
          throw error;
        }
      },
      now: Date.now,
      later,
    });

    const hear = (event: NoteEvent): void => {
      this.presence.hear(event);
      if (event.type === "edits") this.sync.hear(event.edits);
      else if ((event.type === "here" || event.type === "behind") && event.seq > this.sync.seq) void this.sync.catchUp();
      else if (event.type === "gone") {
        this.sync.refuse(new ApiError(404, "not-found", { ko: "이 노트를 더는 볼 수 없어요.", en: "You can no longer see this note." }));
        void store.forget();
      }
    };
    const stopHearing = hearOf({
      note,
      at: () => this.sync.seq,
      hear,
      connected: (on) => {
        if (on && !this.#connected) this.sync.wake();
        this.#connected = on;
        for (const listener of this.#listeners) listener();
      },
    });
    const look = (): void => {
      if (document.visibilityState === "visible") {
        this.sync.wake();
        this.presence.come();
      } else {
        void this.sync.flush();
        this.presence.leave();
      }
    };
    const wake = (): void => this.sync.wake();
    const hide = (): void => {
      void this.sync.flush();
      const path = showPresence.path.replace(":id", group).replace(":note", note);
      const gone = JSON.stringify({ client, cursor: null, here: false });
      navigator.sendBeacon(`${BASE}${path}`, new Blob([gone], { type: "application/json" }));
    };
    document.addEventListener("visibilitychange", look);
    // A frozen page that goes on, and one that is taken out of the browser's cache of pages.
    document.addEventListener("resume", wake);
    window.addEventListener("pageshow", look);
    window.addEventListener("online", wake);
    window.addEventListener("pagehide", hide);
    if (document.visibilityState === "visible") this.presence.come();
    this.#stop = () => {
      stopHearing();
      document.removeEventListener("visibilitychange", look);
      document.removeEventListener("resume", wake);
      window.removeEventListener("pageshow", look);
      window.removeEventListener("online", wake);
      window.removeEventListener("pagehide", hide);
      this.presence.leave();
      hide();
    };
  }

  /** Whether the tab hears of what others write. */
  get connected(): boolean {
    return this.#connected;
  }

  subscribe(listener: () => void): () => void {
    const stops = [this.sync.subscribe(listener), this.presence.subscribe(listener), () => this.#listeners.delete(listener)];
    this.#listeners.add(listener);
    return () => stops.forEach((stop) => stop());
  }

  /** Done once all is stored. */
  close(): Promise<void> {
    this.#stop();
    return this.sync.close();
  }
}

/** A place in the text that stays where it is while others write before it. */
export const placeAt = (text: Y.Text, index: number): string =>
  toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index)));

/** Where that place is now; null where it says nothing about this text. */
export function indexOf(text: Y.Text, place: string): number | null {
  if (text.doc === null) return null;
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(place)), text.doc);
    return found !== null && found.type === text ? found.index : null;
  } catch {
    return null;
  }
}
