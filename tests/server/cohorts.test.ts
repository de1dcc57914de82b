/** Cohorts: who teaches, who learns and to what they agreed, what is seen of them, and the accounts of a school. */
import { afterAll, describe, expect, it, vi } from "vitest";
import { PATCH as roleRoute } from "@/app/api/v1/users/[id]/role/route";
import { POST as eraseRoute } from "@/app/api/v1/me/erase/route";
import { GET as codeRoute } from "@/app/api/v1/class-invites/[code]/route";
import { GET as officesRoute } from "@/app/api/v1/instructors/route";
import { GET as meRoute } from "@/app/api/v1/me/route";
import { checkSchool } from "@/lib/server/auth/school";
import { listClasses } from "@/lib/server/cohorts/classes";
import { createCohort, listCohorts } from "@/lib/server/cohorts/create";
import { readCohort } from "@/lib/server/cohorts/home";
import { joinByCode, makeCode, MOST_CODES, revokeCode } from "@/lib/server/cohorts/invites";
import { declineSeat, takeSeat } from "@/lib/server/cohorts/join";
import { endPlace, letBack } from "@/lib/server/cohorts/members";
import { changePin, drawPins, isWeakPin } from "@/lib/server/cohorts/pins";
import { changeCohort } from "@/lib/server/cohorts/settings";
import { becomeInstructor, openInstructorCode, printInstructorCode } from "@/lib/server/instructors/code";
import { listOffices } from "@/lib/wire/instructors";
import { readMe } from "@/lib/wire/me";
import { CONSENT_VERSION } from "@/lib/wire/cohortParts";
import { freshKey, signedIn, Visitor } from "./setup/client";
import { cohortOf, joinedAs, placeIn, pupilOf, rosterOf } from "./setup/cohorts";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

const DAY = 86_400_000;
let count = 0;
const newAddress = () => `198.19.${++count >> 8}.${count & 255}`;
const from = (address = newAddress()) => ({ address, now: Date.now() });

eachDatabase("cohorts", (open) => {
  afterAll(() => expectInvariants(open()));
  const home = (userId: string, cohort: string) => readCohort(userId, cohort, Date.now());
  const account = (name: string, more: object = {}) => signedIn(open(), { guest: false, name, ...more });

  describe("the first instructor", () => {
    const noInstructor = async () => {
      await open().client.user.updateMany({ where: { role: "INSTRUCTOR" }, data: { role: "STUDENT" } });
      await open().client.instructorCode.deleteMany();
    };

    it("is made by the code on the console, which is kept as a hash, works once, and is not printed any more", async () => {
      await noInstructor();
      const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
      await printInstructorCode();
      await printInstructorCode();
      const printed = log.mock.calls.map(([line]) => /once: ([0-9A-Z]{10})\n/.exec(String(line))?.[1]);
      expect(printed).toEqual([printed[0], printed[0]]);
      const code = printed[0] ?? "";
      expect(JSON.stringify(await open().client.instructorCode.findMany())).not.toContain(code);

      const people = await Promise.all(["Ara", "Bora", "Chan"].map((name) => account(name)));
      const tries = await Promise.allSettled(people.map(({ id }) => becomeInstructor(id, code.toLowerCase(), from())));
      expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
      expect(await open().client.user.count({ where: { role: "INSTRUCTOR" } })).toBe(1);
      expect(await openInstructorCode()).toBeNull();
      log.mockClear();
      await printInstructorCode();
      expect(log).not.toHaveBeenCalled();
      log.mockRestore();

      // Used once, it is used up, also when nobody teaches any more.
      await open().client.user.updateMany({ where: { role: "INSTRUCTOR" }, data: { role: "STUDENT" } });
      expect(await openInstructorCode()).toBeNull();
      await expect(becomeInstructor(people[0].id, code, from())).rejects.toMatchObject({ code: "not-found" });
    });

    it("is nobody by the code once an admin has made one", async () => {
      await noInstructor();
      const code = (await openInstructorCode()) ?? "";
      const [admin, ara, bora] = [await account("Admin", { role: "ADMIN" }), await account("Ara"), await account("Bora")];
      expect((await admin.visitor.send(roleRoute, { params: { id: ara.id }, body: { role: "instructor" } })).status).toBe(200);
      expect(await openInstructorCode()).toBeNull();
      await expect(becomeInstructor(bora.id, code, from())).rejects.toMatchObject({ code: "not-found" });
      expect((await createCohort(ara.id, freshKey(), { name: "A" }, Date.now())).repeated).toBe(false);
      await admin.visitor.send(roleRoute, { params: { id: ara.id }, body: { role: "student" } });
      await expect(createCohort(ara.id, freshKey(), { name: "B" }, Date.now())).rejects.toMatchObject({ code: "forbidden" });
    });

    it("is found by their address, in any spelling, by admins alone, who see who holds an office and nobody else", async () => {
      const email = `${freshKey()}@example.com`;
      const [admin, ara] = [await account("Admin", { role: "ADMIN" }), await account("Ara", { email })];
      const ask = (query: string) => admin.visitor.get(officesRoute, { path: `/api/v1/instructors${query}` });
      const people = async (query: string) => listOffices.reply.parse((await ask(query)).json).people;
      expect(await people(`?email=${encodeURIComponent(email.toUpperCase())}`)).toEqual([
        { id: ara.id, name: "Ara", email, role: "student" },
      ]);
      expect((await people("")).map(({ id }) => id)).not.toContain(ara.id);
      expect((await people("")).map(({ id }) => id)).toContain(admin.id);
      expect(await people("?email=nobody@example.com")).toEqual([]);
      expect((await ask("?email=nonsense")).status).toBe(422);
    });

    it("is asked to sign up before anything is looked up, and counts wrong codes against an address", async () => {
      await expect(becomeInstructor((await signedIn(open())).id, "ABCDEFGHJK", from())).rejects.toMatchObject({ code: "account-needed" });
      const [{ id }, address] = [await account("Ara"), newAddress()];
      for (let i = 0; i < 100; i++)
        await expect(becomeInstructor(id, "ABCDEFGHJK", from(address))).rejects.toMatchObject({ code: "not-found" });
      await expect(becomeInstructor(id, "ABCDEFGHJK", from(address))).rejects.toMatchObject({ code: "rate-limited" });
    });
  });

  describe("codes", () => {
    it("answer alike whatever is wrong with them", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const make = (days: 1 | 7, maxUses: number, now = Date.now()) =>
        makeCode(instructor.id, cohort, { as: "student", days, maxUses }, now);
      const [expired, revoked, used] = [await make(1, 5, Date.now() - 2 * DAY), await make(1, 5), await make(1, 1)];
      await revokeCode(instructor.id, { id: cohort, invite: revoked.id }, Date.now());
      await joinByCode((await account("Bora")).id, used.code, { consent: CONSENT_VERSION }, from());
      const { visitor } = await account("Chan");
      const answers = await Promise.all(
        [expired, revoked, used, { code: "ABCDE-FGHJK" }, { code: "★" }].map(async ({ code }) => {
          const { status, json } = await visitor.get(codeRoute, { params: { code } });
          return JSON.stringify({ status, json });
        }),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain("404");
    });

    it("let in as many as they say, of many at once, and are ten at a time", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const { code } = await makeCode(instructor.id, cohort, { as: "student", days: 1, maxUses: 3 }, Date.now());
      const people = await Promise.all(Array.from({ length: 8 }, (_, i) => account(`P${i}`)));
      const joined = await Promise.allSettled(people.map(({ id }) => joinByCode(id, code, { consent: CONSENT_VERSION }, from())));
      expect(joined.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
      expect((await home(instructor.id, cohort)).students).toHaveLength(3);
      for (let i = 0; i < MOST_CODES; i++) await makeCode(instructor.id, cohort, { as: "student", days: 1, maxUses: 1 }, Date.now());
      await expect(makeCode(instructor.id, cohort, { as: "student", days: 1, maxUses: 1 }, Date.now())).rejects.toMatchObject({
        code: "too-many-invites",
      });
    });

    it("of an archived cohort let nobody in", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const { code } = await makeCode(instructor.id, cohort, { as: "student", days: 1, maxUses: 3 }, Date.now());
      const change = (archived: boolean) => changeCohort(instructor.id, cohort, { archived }, Date.now());
      await change(true);
      const { id } = await account("Bora");
      await expect(joinByCode(id, code, { consent: CONSENT_VERSION }, from())).rejects.toMatchObject({ code: "not-found" });
      await expect(changeCohort(instructor.id, cohort, { name: "B" }, Date.now())).rejects.toMatchObject({ code: "cohort-archived" });
      await change(false);
      expect(await joinByCode(id, code, { consent: CONSENT_VERSION }, from())).toEqual({ id: cohort, as: "student" });
    });
  });

  describe("students", () => {
    it("agree before they are in, to this wording, and that is kept with its time", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const { code } = await makeCode(instructor.id, cohort, { as: "student", days: 1, maxUses: 3 }, Date.now());
      const { id } = await account("Bora");
      for (const consent of [null, CONSENT_VERSION + 1])
        await expect(joinByCode(id, code, { consent }, from())).rejects.toMatchObject({ code: "consent-changed" });
      expect((await listClasses({ id, email: null, guest: false })).classes).toEqual([]);
      const before = Date.now();
      await joinByCode(id, code, { consent: CONSENT_VERSION }, from());
      const row = await open().client.cohortMember.findFirstOrThrow({ where: { cohortId: cohort, userId: id } });
      expect(row).toMatchObject({ role: "STUDENT", consentVersion: CONSENT_VERSION });
      expect(row.consentAt?.getTime()).toBeGreaterThanOrEqual(before);
    });

    it("see exactly what their instructors see of them", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const email = `${freshKey()}@example.com`;
      const bora = await account("Bora", { email, emailVerified: new Date() });
      const { 김보라: seat } = await rosterOf(instructor.id, cohort, [{ name: "김보라", email }]);
      await takeSeat(bora.id, seat, CONSENT_VERSION, Date.now());
      const { id: pupil } = await pupilOf(open(), instructor.id, cohort, "찬");
      const { offers } = await listClasses({ id: pupil, email: null, guest: false });
      await takeSeat(pupil, offers[0].id, CONSENT_VERSION, Date.now());
      const { students } = await home(instructor.id, cohort);
      expect(students.map(({ seen }) => seen.rosterName)).toEqual(["김보라", "찬"]);
      expect(students[0].seen).toMatchObject({ name: "Bora", email, proven: true, school: null });
      expect(students[1].seen).toMatchObject({ name: "찬", email: null, school: { nickname: "찬", pinDrawn: true } });
      for (const [i, own] of [
        { id: bora.id, email },
        { id: pupil, email: null },
      ].entries())
        expect((await listClasses({ ...own, guest: false })).classes.map(({ seen }) => seen)).toEqual([students[i].seen]);
      // Nothing of the rest of their life stands in what an instructor is told.
      const told = JSON.stringify(await home(instructor.id, cohort));
      for (const id of [bora.id, pupil]) expect(told).not.toContain(id);
      // An id is drawn and may happen to hold such a word.
      const words = told.replaceAll(/"[a-z0-9]{24}"/g, '""');
      for (const word of ["xp", "attempt", "streak", "review"]) expect(words).not.toContain(word);
    });

    it("find the place that waits for their address, whenever they sign up, and take or decline it", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const emails = [0, 1].map(() => `${freshKey()}@example.com`);
      const seats = await rosterOf(instructor.id, cohort, [
        { name: "A", email: emails[0].toUpperCase() },
        { name: "B", email: emails[1] },
      ]);
      const [a, b] = [await account("A", { email: emails[0] }), await account("B", { email: emails[1] })];
      expect(readMe.reply.parse((await a.visitor.get(meRoute)).json).user).toMatchObject({ offered: 1, teaches: false, pin: false });
      await takeSeat(a.id, seats.A, CONSENT_VERSION, Date.now());
      expect(readMe.reply.parse((await a.visitor.get(meRoute)).json).user?.offered).toBe(0);
      await declineSeat(b.id, seats.B, Date.now());
      expect((await listClasses({ id: b.id, email: emails[1], guest: false })).offers).toEqual([]);
      expect(await home(instructor.id, cohort)).toMatchObject({
        students: [{ seat: seats.A, seen: { proven: false } }],
        waiting: [{ id: seats.B, declined: true }],
      });
      await expect(declineSeat(a.id, seats.A, Date.now())).rejects.toMatchObject({ code: "not-found" });
    });

    it("leave when they want to, with what the roster said of them, and come back only by agreeing anew", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const email = `${freshKey()}@example.com`;
      const bora = await account("Bora", { email });
      const { Kim: seat } = await rosterOf(instructor.id, cohort, [{ name: "Kim", email }]);
      await takeSeat(bora.id, seat, CONSENT_VERSION, Date.now());
      await changeCohort(instructor.id, cohort, { archived: true }, Date.now());
      await endPlace(bora.id, { id: cohort, member: await placeIn(open(), cohort, bora.id) }, Date.now());
      const after = JSON.stringify(await home(instructor.id, cohort));
      expect(["Bora", "Kim", email].filter((word) => after.includes(word))).toEqual([]);
      expect((await listClasses({ id: bora.id, email, guest: false })).classes).toEqual([]);
      expect(await open().client.cohortSeat.count({ where: { cohortId: cohort } })).toBe(0);
      // Asked in again, they are asked again.
      await changeCohort(instructor.id, cohort, { archived: false }, Date.now());
      await rosterOf(instructor.id, cohort, [{ name: "Kim", email }]);
      expect((await listClasses({ id: bora.id, email, guest: false })).offers).toMatchObject([{ name: "Kim" }]);
      expect((await home(instructor.id, cohort)).students).toEqual([]);
    });

    it("who were removed come back only when an instructor says so", async () => {
      const made = await cohortOf(open());
      const { cohort, instructor } = made;
      const bora = await joinedAs(open(), made, "student", "Bora");
      await endPlace(instructor.id, { id: cohort, member: bora.member }, Date.now());
      const { code } = await makeCode(instructor.id, cohort, { as: "student", days: 1, maxUses: 3 }, Date.now());
      const again = () => joinByCode(bora.id, code, { consent: CONSENT_VERSION }, from());
      await expect(again()).rejects.toMatchObject({ code: "not-found" });
      expect((await home(instructor.id, cohort)).removed).toEqual([{ id: bora.member, name: "Bora" }]);
      await letBack(instructor.id, { id: cohort, member: bora.member });
      await again();
      expect(await placeIn(open(), cohort, bora.id), "the same place").toBe(bora.member);
    });
  });

  describe("instructors", () => {
    it("invite each other, and the last one cannot leave, also of two who leave at once", async () => {
      const made = await cohortOf(open());
      const { cohort, instructor } = made;
      const bora = await joinedAs(open(), made, "instructor", "Bora");
      expect((await home(bora.id, cohort)).instructors.map(({ name }) => name)).toEqual(["Ara", "Bora"]);
      expect(readMe.reply.parse((await bora.visitor.get(meRoute)).json).user).toMatchObject({ teaches: true, role: "student" });
      const leave = (who: typeof bora) => endPlace(who.id, { id: cohort, member: who.member }, Date.now());
      const both = await Promise.allSettled([leave(instructor), leave(bora)]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(both.filter((each) => each.status === "rejected").map(({ reason }) => reason as unknown)).toMatchObject([
        { code: "last-instructor" },
      ]);
    });

    it("who were removed a moment ago see nothing and write nothing", async () => {
      const made = await cohortOf(open());
      const { cohort, instructor } = made;
      const bora = await joinedAs(open(), made, "instructor", "Bora");
      const { code } = await makeCode(bora.id, cohort, { as: "instructor", days: 7, maxUses: 5 }, Date.now());
      await endPlace(instructor.id, { id: cohort, member: bora.member }, Date.now());
      await expect(home(bora.id, cohort)).rejects.toMatchObject({ code: "not-found" });
      await expect(changeCohort(bora.id, cohort, { name: "B" }, Date.now())).rejects.toMatchObject({ code: "not-found" });
      expect((await listCohorts({ id: bora.id, guest: false, role: "STUDENT" })).cohorts).toEqual([]);
      await expect(
        joinByCode((await account("Chan")).id, code, { consent: null }, from()),
        "nor by what they handed on",
      ).rejects.toMatchObject({
        code: "not-found",
      });
    });

    it("who erase their account leave the cohort to the others, archived where nobody teaches it, and none behind them without anybody", async () => {
      const made = await cohortOf(open());
      const { cohort, instructor } = made;
      const erase = ({ visitor, id }: { visitor: Visitor; id: string }) => visitor.send(eraseRoute, { body: { id, word: "delete" } });
      const [bora, duri] = [await joinedAs(open(), made, "instructor", "Bora"), await joinedAs(open(), made, "student", "Duri")];
      await erase(instructor);
      expect(await home(bora.id, cohort)).toMatchObject({ archived: false, instructors: [{ name: "Bora" }] });
      await erase(bora);
      expect((await listClasses({ id: duri.id, email: null, guest: false })).classes).toMatchObject([
        { cohort: { archived: true }, instructors: [] },
      ]);
      await erase(duri);
      expect(await open().client.cohort.count({ where: { id: cohort } })).toBe(0);
    });
  });

  describe("accounts of a school", () => {
    const signIn = async (code: string, name: string, pin: string, address = newAddress()) =>
      checkSchool(code, name, pin, { address, device: null }).then(
        (user) => user?.id ?? "wrong",
        (error: { code: string }) => error.code,
      );

    it("are opened by class code, nickname and PIN, however they are typed, and by nothing less", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const { classCode, pin, id } = await pupilOf(open(), instructor.id, cohort, "김 보라");
      expect(await signIn(` ${classCode.toLowerCase()}`, "김보라", ` ${pin} `)).toBe(id);
      for (const [code, name, typed] of [
        [classCode, "김보라", "000000"],
        [classCode, "김보라", ""],
        [classCode, "보라", pin],
        ["ABCDEFGHJK", "김보라", pin],
        ["", "김보라", pin],
      ])
        expect(await signIn(code, name, typed)).toBe("wrong");
      await changeCohort(instructor.id, cohort, { classCode: "new" }, Date.now());
      expect(await signIn(classCode, "김보라", pin)).toBe("wrong");
    });

    it("have no PIN until one is drawn, and it is kept as a hash", async () => {
      const { cohort, instructor } = await cohortOf(open());
      await rosterOf(instructor.id, cohort, [{ name: "찬" }]);
      const { classCode } = await home(instructor.id, cohort);
      expect(await signIn(classCode, "찬", "")).toBe("wrong");
      const [seat] = (await home(instructor.id, cohort)).waiting;
      const { pins } = await drawPins(instructor.id, cohort, [seat.id], from());
      expect(await signIn(classCode, "찬", pins[0].pin)).not.toBe("wrong");
      expect(JSON.stringify(await open().client.schoolAccount.findMany({ where: { cohortId: cohort } }))).not.toContain(pins[0].pin);
      expect(isWeakPin(pins[0].pin)).toBe(false);
    });

    it("end their sessions and open by the new PIN alone once an instructor draws one", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const { classCode, pin, id, seat } = await pupilOf(open(), instructor.id, cohort, "다온");
      await open().client.authSession.create({ data: { id: freshKey(), userId: id, expiresAt: new Date(Date.now() + DAY) } });
      const { pins } = await drawPins(instructor.id, cohort, [seat], from());
      expect(await open().client.authSession.count({ where: { userId: id, revokedAt: null } })).toBe(0);
      expect(await signIn(classCode, "다온", pins[0].pin)).toBe(id);
      expect(pins[0].pin === pin ? "the same" : await signIn(classCode, "다온", pin)).toBe(pins[0].pin === pin ? "the same" : "wrong");
    });

    it("change their PIN by the present one, to one that is not guessed first, and the instructor sees that they did", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const { classCode, pin, id, seat } = await pupilOf(open(), instructor.id, cohort, "라온");
      await takeSeat(id, seat, CONSENT_VERSION, Date.now());
      const change = (current: string, next: string) => changePin(id, { current, pin: next }, { ...from(), userAgent: null });
      await expect(change("000000", "271828")).rejects.toMatchObject({ code: "wrong-pin" });
      await expect(change(pin, "123456")).rejects.toMatchObject({ code: "weak-pin" });
      await change(pin, "271828");
      expect(await signIn(classCode, "라온", "271828")).toBe(id);
      expect((await home(instructor.id, cohort)).students).toMatchObject([{ seen: { school: { pinDrawn: false } } }]);
    });

    it.each(["000000", "123456", "987654", "012345", "121212", "777777"])("do not take %s", (pin) => {
      expect(isWeakPin(pin)).toBe(true);
    });
    it.each(["271828", "112233", "123457", "135790"])("take %s", (pin) => {
      expect(isWeakPin(pin)).toBe(false);
    });

    it("are guessed at ten times from an address, and fifty times a day from anywhere, until a new PIN is drawn", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const { classCode, pin, id, seat } = await pupilOf(open(), instructor.id, cohort, "마루");
      const address = newAddress();
      for (let i = 0; i < 10; i++) expect(await signIn(classCode, "마루", "000000", address)).toBe("wrong");
      expect(await signIn(classCode, "마루", pin, address)).toBe("rate-limited");
      for (let place = 0; place < 4; place++) {
        const elsewhere = newAddress();
        for (let i = 0; i < 10; i++) expect(await signIn(classCode, "마루", "000000", elsewhere)).toBe("wrong");
      }
      expect(await signIn(classCode, "마루", pin)).toBe("rate-limited");
      const device = { id: "d".repeat(20), users: [id], until: Date.now() + DAY };
      expect(await checkSchool(classCode, "마루", pin, { address: newAddress(), device }), "the browser of last week").toEqual({ id });
      const { pins } = await drawPins(instructor.id, cohort, [seat], from());
      expect(await signIn(classCode, "마루", pins[0].pin)).toBe(id);
    });

    it("stay their owner's where they leave: no instructor draws a PIN for them any more", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const { classCode, pin, id, seat } = await pupilOf(open(), instructor.id, cohort, "바다");
      await takeSeat(id, seat, CONSENT_VERSION, Date.now());
      await endPlace(id, { id: cohort, member: await placeIn(open(), cohort, id) }, Date.now());
      await expect(drawPins(instructor.id, cohort, [seat], from())).rejects.toMatchObject({ code: "not-found" });
      expect(await signIn(classCode, "바다", pin)).toBe(id);
    });

    it("have no PIN drawn by whoever only keeps a place for an address", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const email = `${freshKey()}@example.com`;
      await account("Bora", { email });
      const { Bora: seat } = await rosterOf(instructor.id, cohort, [{ name: "Bora", email }]);
      await expect(drawPins(instructor.id, cohort, [seat], from())).rejects.toMatchObject({ code: "not-found" });
    });
  });
});
