/** What somebody hears over the one connection of a browser, event by event, as the route sends it. */
import { GET as events } from "@/app/api/v1/notes/events/route";
import { listenToNotes, type LiveEvent } from "@/lib/wire/notes";
import { ORIGIN } from "./client";
import type { InGroup } from "./groups";

export interface Ear {
  /** Waits for the next event; null once the server has ended it. */
  readonly next: () => Promise<LiveEvent | null>;
  readonly leave: () => void;
}

export const asking = (who: Pick<InGroup, "visitor">, query: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Response> => {
  const headers = { cookie: who.visitor.cookie ?? "", "x-boxup-address": "203.0.113.7" };
  const request = new Request(`${ORIGIN}/api/v1/notes/events?${new URLSearchParams(query).toString()}`, { headers, signal });
  return events(request, { params: Promise.resolve({}) });
};

/** Begins to listen. @throws Error where the server refuses it */
export async function listen(who: Pick<InGroup, "visitor">, query: Readonly<Record<string, string>>): Promise<Ear> {
  const leave = new AbortController();
  const response = await asking(who, query, leave.signal);
  if (response.status !== 200) throw new Error(`refused with ${response.status}`);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const text = new TextDecoder();
  let heard = "";
  const next = async (): Promise<LiveEvent | null> => {
    for (;;) {
      const data = /^data: (.*)\n\n/m.exec(heard);
      if (data !== null) {
        heard = heard.slice(heard.indexOf(data[0]) + data[0].length);
        return listenToNotes.reply.parse(JSON.parse(data[1]));
      }
      const { done, value } = await reader.read();
      if (done) return null;
      heard += text.decode(value, { stream: true });
    }
  };
  return { next, leave: () => leave.abort() };
}
