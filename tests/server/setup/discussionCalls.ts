/** How a page calls the routes of discussions and of the inbox: for each, what it needs first, then the call. */
import { call } from "@/lib/client/api";
import { offToken } from "@/lib/server/inbox/mail";
import { readMe } from "@/lib/wire/account";
import * as discussion from "@/lib/wire/discussion";
import * as inbox from "@/lib/wire/inbox";
import * as unread from "@/lib/wire/unread";
import * as play from "@/lib/wire/play";
import { freshKey, practiceOf } from "./client";
import { half, KIND } from "./content";
import { aGroup, aNote, type Call, type Scene } from "./groupCalls";

const line = (note: string) => ({ note, anchor: "1,a.3,a.8", quote: "- IoU" });

/** A question about a puzzle of one's own, with a reply. */
async function aThread(scene: Scene) {
  const { id, me, session } = await aGroup(scene);
  const { token, seed } = practiceOf(await call(play.issueInstance, { body: { kind: KIND, level: 1 } }));
  const { id: attempt } = await call(play.submitAttempt, { body: { token, answer: half(seed, 1) }, key: freshKey() });
  const body = { on: { attempt }, text: `왜 @${me}?` };
  const { id: thread } = await call(discussion.beginThread, { params: { id }, body, key: freshKey() });
  const { id: comment } = await call(discussion.reply, { params: { id, thread }, body: { text: "다른 클래스라서요." }, key: freshKey() });
  await call(discussion.setSign, { params: { id, comment, sign: "clear" }, body: { on: true } });
  return { id, me, session, thread, comment };
}

export const DISCUSSION_CALLS: Readonly<Record<string, (scene: Scene) => Promise<Call>>> = {
  "GET /groups/:id/threads": async (scene) => {
    const { id, thread } = await aThread(scene);
    await call(discussion.changeThread, { params: { id, thread }, body: { answered: true } });
    return () => call(discussion.listThreads, { params: { id }, query: { state: "answered" } });
  },
  "POST /groups/:id/threads": async (scene) => {
    const { id, note } = await aNote(scene);
    return (key) => call(discussion.beginThread, { params: { id }, body: { on: line(note), text: "왜?" }, key });
  },
  "GET /groups/:id/threads/:thread": async (scene) => {
    const { id, thread } = await aThread(scene);
    return () => call(discussion.readThread, { params: { id, thread } });
  },
  "PATCH /groups/:id/threads/:thread": async (scene) => {
    const { id, thread } = await aThread(scene);
    return () => call(discussion.changeThread, { params: { id, thread }, body: { answered: true } });
  },
  "GET /groups/:id/threads/:thread/puzzle": async (scene) => {
    const { id, thread } = await aThread(scene);
    return () => call(discussion.readPuzzle, { params: { id, thread } });
  },
  "POST /groups/:id/threads/:thread/comments": async (scene) => {
    const { id, thread } = await aThread(scene);
    return (key) => call(discussion.reply, { params: { id, thread }, body: { text: "그렇군요" }, key });
  },
  "PATCH /groups/:id/comments/:comment": async (scene) => {
    const { id, comment } = await aThread(scene);
    return () => call(discussion.changeComment, { params: { id, comment }, body: { text: "같은 클래스예요.", hidden: true } });
  },
  "DELETE /groups/:id/comments/:comment": async (scene) => {
    const { id, comment } = await aThread(scene);
    return () => call(discussion.deleteComment, { params: { id, comment } });
  },
  "PUT /groups/:id/comments/:comment/signs/:sign": async (scene) => {
    const { id, comment } = await aThread(scene);
    return () => call(discussion.setSign, { params: { id, comment, sign: "thanks" }, body: { on: true } });
  },
  "PUT /groups/:id/complaints": async (scene) => {
    const { id, comment } = await aThread(scene);
    return () => call(discussion.complain, { params: { id }, body: { about: { comment }, reason: "unkind" } });
  },
  "GET /groups/:id/complaints": async (scene) => {
    const { id, comment } = await aThread(scene);
    await call(discussion.complain, { params: { id }, body: { about: { comment }, reason: "unkind" } });
    return () => call(discussion.listComplaints, { params: { id } });
  },
  "PUT /groups/:id/notes/:note/hidden": async (scene) => {
    const { id, note } = await aNote(scene);
    return () => call(discussion.hideNote, { params: { id, note }, body: { hidden: true } });
  },
  "GET /inbox": async (scene) => {
    await aThread(scene);
    return () => call(inbox.readInbox, { query: {} });
  },
  "GET /inbox/unread": async (scene) => {
    await aThread(scene);
    return () => call(unread.countInbox);
  },
  "PUT /inbox/read": async (scene) => {
    await aThread(scene);
    return () => call(inbox.markRead, { body: { entries: ["none"] } });
  },
  "PUT /inbox/mail": async (scene) => {
    await aGroup(scene);
    return () => call(inbox.mailInbox, { body: { on: false } });
  },
  "POST /inbox/mail/off": async (scene) => {
    await aGroup(scene);
    const { user } = await call(readMe);
    return () => call(inbox.endInboxMail, { body: { token: offToken(user?.id ?? "") } });
  },
};
