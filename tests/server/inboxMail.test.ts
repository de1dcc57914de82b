/** The inbox by mail: for who asked for it, once an hour at most, without what was written, and ended by a link. */
import { beforeEach, expect, it, vi } from "vitest";
import { endInboxMail, mailInbox, offToken, sendInboxMail } from "@/lib/server/inbox/mail";
import { endMembership } from "@/lib/server/groups/members";
import { readInbox } from "@/lib/server/inbox/read";
import { signedIn } from "./setup/client";
import { eachDatabase } from "./setup/database";
import { answer, groupOf, wonder } from "./setup/groups";

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
const mails = vi.hoisted(() => ({ sent: [] as Mail[] }));
vi.mock("nodemailer", () => ({
  createTransport: () => ({
    sendMail: (mail: Mail) => {
      mails.sent.push(mail);
      return Promise.resolve({ rejected: [] });
    },
  }),
}));
vi.mock("@/app/api/services", () => import("./setup/content"));

const HOUR = 3_600_000;
let count = 0;

eachDatabase("the inbox by mail", (open) => {
  const now = Date.now();
  beforeEach(async () => {
    mails.sent.length = 0;
    vi.unstubAllEnvs();
    await open().client.inboxEntry.deleteMany();
  });
  const configure = () => {
    vi.stubEnv("EMAIL_SERVER", "smtp://localhost:2525");
    vi.stubEnv("EMAIL_FROM", "boxup@example.com");
    vi.stubEnv("NEXTAUTH_URL", "https://boxup.example");
  };
  /** Somebody with an address, whose question the group's other has answered. */
  async function told() {
    const { id, people } = await groupOf(open(), ["Ara", "Bora"]);
    const [ara, bora] = people;
    const email = `inbox-${++count}-${Date.now()}@example.com`;
    await open().client.user.update({ where: { id: bora.id }, data: { email, locale: "en" } });
    const thread = await wonder(bora.id, id, "secret words");
    const say = () => answer(ara.id, id, thread, "secret answer");
    await say();
    return { id, ara, bora, email, say };
  }

  it("goes to nobody who did not ask for it, and nowhere without a mail server", async () => {
    const { bora } = await told();
    configure();
    expect(await sendInboxMail(now)).toBe(0);
    vi.unstubAllEnvs();
    await mailInbox(bora.id, true);
    expect(await sendInboxMail(now)).toBe(0);
    expect((await readInbox(bora.id, undefined)).mail).toBeNull();
    configure();
    expect((await readInbox(bora.id, undefined)).mail).toEqual({ on: true });
    expect(await sendInboxMail(now)).toBe(1);
  });

  it("comes once an hour at most, of what is new alone, however many servers send at once", async () => {
    const { bora, email, say } = await told();
    configure();
    await mailInbox(bora.id, true);
    await say();
    await Promise.all([sendInboxMail(now), sendInboxMail(now), sendInboxMail(now)]);
    expect(mails.sent.map(({ to }) => to)).toEqual([email]);
    expect(mails.sent[0].subject).toContain("2 new");
    expect(mails.sent[0].text).toContain("https://boxup.example/en/inbox\n");
    expect(mails.sent[0].text).not.toMatch(/secret|Ara|group of/);
    expect(await sendInboxMail(now + 2 * HOUR), "nothing is new").toBe(0);
    await say();
    expect(await sendInboxMail(now + HOUR / 2), "within the hour").toBe(0);
    expect(await sendInboxMail(now + 2 * HOUR)).toBe(1);
  });

  it("is ended by the link in it, by that of nobody else, and tells nobody who has left", async () => {
    const { id, ara, bora } = await told();
    configure();
    await mailInbox(bora.id, true);
    await sendInboxMail(now);
    const token = /#(\S+)/.exec(mails.sent[0].text)?.[1] ?? "";
    await expect(endInboxMail(`${token.split(".")[0]}.${"A".repeat(43)}`)).rejects.toMatchObject({ code: "forged-token" });
    await expect(endInboxMail("not a token at all")).rejects.toMatchObject({ code: "forged-token" });
    await endInboxMail(offToken(ara.id));
    expect((await readInbox(bora.id, undefined)).mail).toEqual({ on: true });
    await endInboxMail(token);
    expect((await readInbox(bora.id, undefined)).mail).toEqual({ on: false });
    await mailInbox(bora.id, true);
    await open().client.inboxEntry.updateMany({ data: { mailedAt: null } });
    await endMembership(bora.id, { id, member: bora.member }, now);
    expect(await sendInboxMail(now + 3 * HOUR)).toBe(0);
  });

  it("cannot be asked for where there is no address", async () => {
    const { id } = await signedIn(open(), { guest: false });
    await expect(mailInbox(id, true)).rejects.toMatchObject({ status: 404 });
    expect(await mailInbox(id, false)).toEqual({ on: false });
  });
});
