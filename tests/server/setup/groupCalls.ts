/** How a page calls the routes of groups: for each, what it needs first, then the call. */
import { shifted } from "@/lib/groups";
import { resolveObjectURL } from "node:buffer";
import { expect, vi } from "vitest";
import { call, upload } from "@/lib/client/api";
import { addressOf, download } from "@/lib/client/api/download";
import { listen } from "@/lib/client/api/listen";
import { prisma } from "@/lib/server/database";
import * as groups from "@/lib/wire/groups";
import * as invitations from "@/lib/wire/invitations";
import * as noteFiles from "@/lib/wire/noteFiles";
import * as noteImages from "@/lib/wire/noteImages";
import * as notes from "@/lib/wire/notes";
import * as noteSearch from "@/lib/wire/noteSearch";
import * as peerSessions from "@/lib/wire/peerSessions";
import * as readings from "@/lib/wire/readings";
import { freshKey } from "./client";
import { readOf, typed, wearOut } from "./groups";
import { picture } from "./pictures";

/** A replay of the client's call: with the same key it is the same call again. */
export type Call = (key: string) => Promise<unknown>;
export interface Scene {
  readonly otherSession: () => Promise<string>;
  readonly otherUser: () => Promise<string>;
  /** Gives the learner of the page an address and a password. */
  readonly withPassword: (password: string) => Promise<string>;
  /** Makes the learner of the page one with an account. */
  readonly signedUp: () => Promise<void>;
}

/** A group of the page's learner, with a session of yesterday and one of today, and something open. */
export async function aGroup({ signedUp }: Scene) {
  await signedUp();
  const { id } = await call(groups.createGroup, { body: { name: "박스업 스터디", sharesReview: true }, key: freshKey() });
  const { me, today } = await call(groups.readGroup, { params: { id } });
  const begin = async (date: string) => (await call(peerSessions.startSession, { params: { id }, body: { date } })).id;
  const yesterday = await begin(shifted(today, -1));
  const session = await begin(today);
  const item = { session: yesterday, type: "question", text: "왜 0.5인가요?", assignee: me } as const;
  const { id: open } = await call(peerSessions.addItem, { params: { id }, body: item, key: freshKey() });
  return { id, me, today, yesterday, session, item, open };
}
const correcting = async (scene: Scene) => {
  const { id, session, yesterday } = await aGroup(scene);
  return { params: { id }, body: { session, ofSession: yesterday, statement: "IoU는 1을 넘어요.", text: "넘지 않아요." } };
};

/** A reading in which everything stands that can stand in one. */
const fullReading = (me: string, ofSession: string) => {
  const plain = readOf();
  return readOf({
    slips: [...plain.slips, { ...plain.slips[0], line: 4, corrects: { session: ofSession, text: "IoU로 지워요." } }],
    roles: { scribe: me },
    attendance: [{ member: me, status: "late", next: "absent" }],
    items: [...plain.items, { type: "question", text: "왜 IoU인가요?", assignee: me, source: "왜 IoU인가요?", answer: "겹침이라서요." }],
  });
};
const aReading = async (scene: Scene) => {
  const { id, session } = await aGroup(scene);
  const { id: reading } = await call(readings.confirmReading, { params: { id, session }, body: readOf(), key: freshKey() });
  const { slips } = await call(readings.listReadings, { params: { id }, query: { session } });
  return { id, session, reading, slip: slips[0].id };
};
export const aNote = async (scene: Scene) => {
  const { id, session } = await aGroup(scene);
  const body = { session, title: "오늘의 노트", text: "- NMS\n- IoU" };
  return { id, body, note: (await call(notes.createNote, { params: { id }, body, key: freshKey() })).id };
};

/** The bytes that a download hands to the browser to keep, under a name like `name`. */
export async function kept(downloading: () => Promise<void>, name: RegExp): Promise<Uint8Array> {
  const link = { click: vi.fn(), href: "", download: "" };
  vi.stubGlobal("document", { createElement: () => link });
  await downloading();
  expect(link.click).toHaveBeenCalledOnce();
  expect(link.download).toMatch(name);
  return new Uint8Array((await resolveObjectURL(link.href)?.arrayBuffer()) ?? []);
}

export const GROUP_CALLS: Readonly<Record<string, (scene: Scene) => Promise<Call>>> = {
  "GET /groups": async (scene) => {
    await aGroup(scene);
    return () => call(groups.listGroups);
  },
  "POST /groups": async ({ signedUp }) => {
    await signedUp();
    return (key) => call(groups.createGroup, { body: { name: "A", timeZone: "asia/seoul", sharesReview: false }, key });
  },
  "GET /groups/:id": async (scene) => {
    const { id } = await aGroup(scene);
    await call(invitations.makeInvite, { params: { id }, body: { days: 7, maxUses: 10 } });
    return () => call(groups.readGroup, { params: { id } });
  },
  "PATCH /groups/:id": async (scene) => {
    const { id } = await aGroup(scene);
    const body = { name: "B", timeZone: "UTC", dayStart: 0, quiet: true, questTarget: 20, archived: true };
    return () => call(groups.changeGroup, { params: { id }, body });
  },
  "PATCH /groups/:id/members/:member": async (scene) => {
    const { id, me } = await aGroup(scene);
    return () => call(groups.changeMember, { params: { id, member: me }, body: { sharesReview: false, role: "owner", removed: false } });
  },
  "DELETE /groups/:id/members/:member": async (scene) => {
    const { id, me } = await aGroup(scene);
    await call(groups.changeGroup, { params: { id }, body: { archived: true } });
    return () => call(groups.endMembership, { params: { id, member: me } });
  },
  "POST /groups/:id/invites": async (scene) => {
    const { id } = await aGroup(scene);
    return () => call(invitations.makeInvite, { params: { id }, body: { days: 7, maxUses: 10 } });
  },
  "DELETE /groups/:id/invites/:invite": async (scene) => {
    const { id } = await aGroup(scene);
    const { id: invite } = await call(invitations.makeInvite, { params: { id }, body: { days: 1, maxUses: 1 } });
    return () => call(invitations.revokeInvite, { params: { id, invite } });
  },
  "GET /invites/:code": async (scene) => {
    const { id } = await aGroup(scene);
    const { code } = await call(invitations.makeInvite, { params: { id }, body: { days: 1, maxUses: 1 } });
    return () => call(invitations.readInvite, { params: { code } });
  },
  "POST /invites/:code": async (scene) => {
    const { id } = await aGroup(scene);
    const { code } = await call(invitations.makeInvite, { params: { id }, body: { days: 1, maxUses: 1 } });
    return () => call(invitations.joinGroup, { params: { code }, body: { sharesReview: true } });
  },
  "GET /groups/:id/sessions": async (scene) => {
    const { id, yesterday } = await aGroup(scene);
    const { date: month } = await call(peerSessions.readPeerSession, { params: { id, session: yesterday } });
    return () => call(peerSessions.listPeerSessions, { params: { id }, query: { month: month.slice(0, 7) } });
  },
  "POST /groups/:id/sessions": async (scene) => {
    const { id, today } = await aGroup(scene);
    return () => call(peerSessions.startSession, { params: { id }, body: { date: shifted(today, -7) } });
  },
  "GET /groups/:id/sessions/:session": async (scene) => {
    const { body, params } = await correcting(scene);
    await call(peerSessions.addCorrection, { params, body, key: freshKey() });
    return () => call(peerSessions.readPeerSession, { params: { ...params, session: body.session } });
  },
  "PATCH /groups/:id/sessions/:session": async (scene) => {
    const { id, session, me } = await aGroup(scene);
    const body = { agenda: { text: "1. NMS\n2. IoU", version: 0 }, moderator: null, scribe: me, closed: true };
    return () => call(peerSessions.changeSession, { params: { id, session }, body });
  },
  "PUT /groups/:id/sessions/:session/attendance/:member": async (scene) => {
    const { id, session, me } = await aGroup(scene);
    const params = { id, session, member: me };
    return () => call(peerSessions.markAttendance, { params, body: { status: "late", next: "absent" } });
  },
  "POST /groups/:id/items": async (scene) => {
    const { id, item } = await aGroup(scene);
    return (key) => call(peerSessions.addItem, { params: { id }, body: { ...item, type: "look-up", assignee: null }, key });
  },
  "PATCH /groups/:id/items/:item": async (scene) => {
    const { id, open, session } = await aGroup(scene);
    const body = { text: "왜 0.5인지?", assignee: null, closed: { end: "done", answer: "관습이에요.", session } } as const;
    return () => call(peerSessions.changeItem, { params: { id, item: open }, body });
  },
  "GET /groups/:id/notes": async (scene) => {
    const { id, note: before } = await aNote(scene);
    await call(notes.createNote, { params: { id }, body: { session: null, title: "A", text: "" }, key: freshKey() });
    return () => call(notes.listNotes, { params: { id }, query: { before } });
  },
  "POST /groups/:id/notes": async (scene) => {
    const { id, yesterday } = await aGroup(scene);
    const body = { session: yesterday, title: "어제의 노트", text: "# 강의 복습 내용" };
    return (key) => call(notes.createNote, { params: { id }, body, key });
  },
  "GET /groups/:id/notes/:note": async (scene) => {
    const { id, note } = await aNote(scene);
    return () => call(notes.readNote, { params: { id, note } });
  },
  "GET /groups/search": async (scene) => {
    await aNote(scene);
    return () => call(noteSearch.searchNotes, { query: { q: "iou" } });
  },
  "GET /groups/:id/notes/archive": async (scene) => {
    const { id } = await aNote(scene);
    return () => kept(() => download(noteFiles.exportNotes, { id }), /^notes-[\d-]+\.zip$/);
  },
  "GET /groups/:id/notes/:note/file": async (scene) => {
    const { id, note } = await aNote(scene);
    return () => kept(() => download(noteFiles.exportNote, { id, note }), /^note-[\d-]+\.md$/);
  },
  "POST /groups/:id/notes/:note/images": async (scene) => {
    const { id, note } = await aNote(scene);
    const file = picture();
    return () => upload(noteImages.addNoteImage, { params: { id, note }, file });
  },
  "GET /groups/:id/notes/:note/images/:image": async (scene) => {
    const { id, note } = await aNote(scene);
    const { id: image } = await upload(noteImages.addNoteImage, { params: { id, note }, file: picture() });
    // As the page's <img> does.
    return async () => new Uint8Array(await (await fetch(addressOf(noteImages.readNoteImage, { id, note, image }))).arrayBuffer());
  },
  "PATCH /groups/:id/notes/:note": async (scene) => {
    const { id, note } = await aNote(scene);
    return () => call(notes.changeNote, { params: { id, note }, body: { title: "다른 제목" } });
  },
  "GET /groups/:id/notes/:note/updates": async (scene) => {
    const { id, note } = await aNote(scene);
    return () => call(notes.readEdits, { params: { id, note }, query: { after: "0" } });
  },
  "POST /groups/:id/notes/:note/updates": async (scene) => {
    const { id, note } = await aNote(scene);
    const update = typed("안녕");
    return (key) => call(notes.editNote, { params: { id, note }, body: { update }, key });
  },
  "POST /groups/:id/notes/:note/next": async (scene) => {
    const { id, note } = await aNote(scene);
    await wearOut(note);
    return (key) => call(notes.continueNote, { params: { id, note }, body: { text: "- IoU" }, key });
  },
  "POST /groups/:id/notes/:note/presence": async (scene) => {
    const { id, note } = await aNote(scene);
    const cursor = { anchor: "AAAA", head: "AAAA" };
    return () => call(notes.showPresence, { params: { id, note }, body: { client: 4_294_967_295, cursor, here: true } });
  },
  "GET /notes/events": async (scene) => {
    const { note } = await aNote(scene);
    return async () => {
      for await (const { data } of listen(notes.listenToNotes, { query: { at: `${note}.0` } })) return data;
    };
  },
  "GET /groups/:id/notes/:note/versions": async (scene) => {
    const { id, note } = await aNote(scene);
    await call(notes.keepVersion, { params: { id, note }, body: { reason: "before-restore" } });
    return () => call(notes.listVersions, { params: { id, note } });
  },
  "POST /groups/:id/notes/:note/versions": async (scene) => {
    const { id, note } = await aNote(scene);
    return () => call(notes.keepVersion, { params: { id, note }, body: { reason: "by-hand" } });
  },
  "GET /groups/:id/notes/:note/versions/:version": async (scene) => {
    const { id, note } = await aNote(scene);
    const { id: version } = await call(notes.keepVersion, { params: { id, note }, body: { reason: "by-hand" } });
    return () => call(notes.readVersion, { params: { id, note, version } });
  },
  "POST /groups/:id/corrections": async (scene) => {
    const { params, body } = await correcting(scene);
    return (key) => call(peerSessions.addCorrection, { params, body, key });
  },
  "DELETE /groups/:id/corrections/:correction": async (scene) => {
    const { params, body } = await correcting(scene);
    const { id: correction } = await call(peerSessions.addCorrection, { params, body, key: freshKey() });
    return () => call(peerSessions.dropCorrection, { params: { ...params, correction } });
  },
  "POST /groups/:id/sessions/:session/readings": async (scene) => {
    const { id, me, session, yesterday } = await aGroup(scene);
    const body = fullReading(me, yesterday);
    return (key) => call(readings.confirmReading, { params: { id, session }, body, key });
  },
  "GET /groups/:id/readings": async (scene) => {
    const { id, session } = await aReading(scene);
    return () => call(readings.listReadings, { params: { id }, query: { session } });
  },
  "POST /groups/:id/readings/:reading/deck": async (scene) => {
    const { id, reading } = await aReading(scene);
    // As for a member who did not confirm it themselves: the confirmer's is taken with the confirmation.
    await (await prisma()).deck.deleteMany({ where: { readingId: reading } });
    return (key) => call(readings.takeDeck, { params: { id, reading }, key });
  },
  "DELETE /groups/:id/slips/:slip": async (scene) => {
    const { id, slip } = await aReading(scene);
    return () => call(readings.dropSlip, { params: { id, slip } });
  },
};
