import type { Messages } from "@/content/messages";

type OutboxName = Exclude<keyof Messages["outbox"], "title" | "open" | "waiting" | "parked" | "held" | "resend" | "discard">;

/** What the learner calls a write that may wait for the server, by its path: the name of its message. Any other is something in a group. */
export const OUTBOX_NAMES: Readonly<Partial<Record<string, OutboxName>>> = {
  "/attempts": "attempt",
  "/review/grade": "rating",
  "/review/undo": "undo",
  "/lessons/done": "lesson",
  "/instances/reveal": "reveal",
  "/instances/hint": "hint",
  "/groups": "group",
  "/groups/:id/sessions": "session",
  "/groups/:id/sessions/:session/attendance/:member": "attendance",
  "/groups/:id/items": "item",
  "/groups/:id/items/:item": "itemChange",
  "/groups/:id/corrections": "correction",
  "/groups/:id/sessions/:session/readings": "reading",
  "/groups/:id/readings/:reading/deck": "deck",
  "/groups/:id/notes": "note",
  "/groups/:id/notes/:note": "noteTitle",
  "/groups/:id/notes/:note/versions": "noteVersion",
  "/groups/:id/notes/:note/hidden": "noteHidden",
  "/groups/:id/threads": "question",
  "/groups/:id/threads/:thread/comments": "comment",
  "/groups/:id/comments/:comment/signs/:sign": "sign",
  "/groups/:id/complaints": "report",
  "/bank/questions": "bankQuestion",
  "/bank/questions/:id": "bankChange",
  "/bank/imports": "bankImport",
  "/inbox/read": "inboxRead",
  "/inbox/mail": "inboxMail",
};
