/** Rosters: read out of whatever a spreadsheet wrote, looked at row by row, and taken whole or not at all. */
import { describe, expect, it, vi } from "vitest";
import { mergeGuest } from "@/lib/server/auth/merge";
import { startSession } from "@/lib/server/auth/session";
import { addRoster, checkRoster, dropSeat } from "@/lib/server/cohorts/roster";
import { readRosterText } from "@/lib/server/cohorts/rosterText";
import { readCohort } from "@/lib/server/cohorts/home";
import { changeCohort } from "@/lib/server/cohorts/settings";
import { COHORT_MAX, ROSTER_MAX } from "@/lib/wire/cohortParts";
import { freshKey, signedIn } from "./setup/client";
import { cohortOf, pupilOf, rosterOf } from "./setup/cohorts";
import { eachDatabase } from "./setup/database";

vi.mock("@/app/api/services", () => import("./setup/content"));

const plain = (text: string) => readRosterText(text).rows.map(({ name, email }) => [name, email]);
const TWO = [
  ["보라", "bora@example.com"],
  ["찬", ""],
];

describe("the text of a roster", () => {
  it.each([
    [
      "by what stands above them",
      "학번,이름,이메일,전화,비고\n7,보라,bora@example.com,010,\n8,찬,,011,\n",
      [
        [1, "학번"],
        [4, "전화"],
      ],
    ],
    ["by their place", "보라,bora@example.com,010\n찬,,011", [[3, null]]],
    ["where nothing stands above one", "이름,이메일,\n보라,,x", [[3, null]]],
    ["none, where there is nothing in them", "이름,이메일,비고\n보라,,\n찬,, ", []],
  ])("names the columns that it leaves out: %s", (_title, text, ignored) => {
    expect(readRosterText(text).ignored.map(({ place, head }) => [place, head])).toEqual(ignored);
  });

  it.each([
    ["commas", "보라,bora@example.com\n찬,\n"],
    ["semicolons", "보라;bora@example.com\r\n찬;\r\n"],
    ["tabs", "보라\tbora@example.com\r찬\r"],
    ["heads", "이름,이메일\n보라,bora@example.com\n찬,\n"],
    ["heads in another order, and a column of its own", "번호;E-mail;Name\n1;bora@example.com;보라\n2;;찬"],
    ["what Excel says of itself", "sep=;\r\n보라;bora@example.com\r\n찬;"],
    ["quotes", '"보라","bora@example.com"\n"찬",""'],
    ["blank lines and spaces", "\n  보라 , bora@example.com \n\n,\n찬\n"],
  ])("is read with %s", (_title, text) => {
    expect(plain(text)).toEqual(TWO);
  });

  it("keeps what stands in quotes: delimiters, lines and quotes", () => {
    expect(plain('"Bo, Ra",a@example.com\n"Cha""n",b@example.com')).toEqual([
      ["Bo, Ra", "a@example.com"],
      ['Cha"n', "b@example.com"],
    ]);
  });

  it("says in which line each row ends, and where a quote is not closed", () => {
    expect(readRosterText("이름,이메일\n\n보라,a@example.com\n찬,b@example.com").rows.map(({ line }) => line)).toEqual([3, 4]);
    expect(readRosterText("sep=,\n보라,a@example.com").rows.map(({ line }) => line)).toEqual([2]);
    expect(() => readRosterText('보라,a@example.com\n"찬,b@example.com\n다온,c@example.com')).toThrow(/bad-csv/);
  });

  it.each([
    ["", /no-rows/],
    ["이름,이메일\n", /no-rows/],
    [Array.from({ length: ROSTER_MAX.rows + 1 }, (_, i) => `n${i}`).join("\n"), /too-many-rows/],
  ])("is refused where nobody or too many are in it: %#", (text, error) => {
    expect(() => readRosterText(text)).toThrow(error);
  });
});

eachDatabase("rosters", (open) => {
  it("are looked at without a trace, each row with what is wrong with it", async () => {
    const { cohort, instructor } = await cohortOf(open());
    await rosterOf(instructor.id, cohort, [{ name: "보라", email: "bora@example.com" }, { name: "찬" }]);
    const before = await readCohort(instructor.id, cohort, Date.now());
    const { rows, known } = await checkRoster(
      instructor.id,
      cohort,
      "보라2,BORA@example.com\n찬\n,x@example.com\n다온,nope\n라온,r@example.com",
    );
    expect(rows.map(({ line, faults }) => [line, faults])).toEqual([
      [1, ["known-email"]],
      [2, ["known-name"]],
      [3, ["no-name"]],
      [4, ["bad-email"]],
      [5, []],
    ]);
    expect(known).toEqual({ emails: ["bora@example.com"], nicknames: ["찬"] });
    expect(await readCohort(instructor.id, cohort, Date.now())).toEqual(before);
  });

  it("are taken whole or not at all", async () => {
    const { cohort, instructor } = await cohortOf(open());
    const good = { name: "보라", email: "bora@example.com" };
    const add = (rows: { name: string; email: string }[], key = freshKey()) => addRoster(instructor.id, cohort, key, rows, Date.now());
    const users = await open().client.user.count();
    await expect(add([good, { name: "찬", email: "" }, { name: "", email: "" }])).rejects.toMatchObject({
      code: "bad-rows",
      text: { en: expect.stringContaining("3") },
    });
    expect((await readCohort(instructor.id, cohort, Date.now())).waiting).toEqual([]);
    expect(await open().client.user.count()).toBe(users);

    expect(await add([good, { name: "찬", email: "" }])).toEqual({ invited: 1, accounts: 1, repeated: false });
    await expect(add([good])).rejects.toMatchObject({ code: "bad-rows" });
    expect((await readCohort(instructor.id, cohort, Date.now())).waiting).toMatchObject([
      { name: "보라", email: "bora@example.com", school: null },
      { name: "찬", email: null, school: { pin: false } },
    ]);
  });

  it("are taken once under one key, also when sent at once, and of two that clash one", async () => {
    const { cohort, instructor } = await cohortOf(open());
    const key = freshKey();
    const add = (name: string, under: string) => addRoster(instructor.id, cohort, under, [{ name, email: "" }], Date.now());
    const both = await Promise.all([add("보라", key), add("보라", key)]);
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    await expect(add("찬", key)).rejects.toMatchObject({ code: "key-reused" });
    const clash = await Promise.allSettled([add("다온", freshKey()), add("다온", freshKey())]);
    expect(clash.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await readCohort(instructor.id, cohort, Date.now())).waiting.map(({ name }) => name)).toEqual(["다온", "보라"]);
  });

  it("end where the class is full, and in an archived one", async () => {
    const { cohort, instructor } = await cohortOf(open());
    await open().client.cohortSeat.createMany({
      data: Array.from({ length: COHORT_MAX - 2 }, (_, i) => ({ cohortId: cohort, name: `n${i}`, email: `n${i}@full.example` })),
    });
    const two = [
      { name: "A", email: "" },
      { name: "B", email: "" },
    ];
    const add = (rows: typeof two) => addRoster(instructor.id, cohort, freshKey(), rows, Date.now());
    await expect(add(two)).rejects.toMatchObject({ code: "cohort-full" });
    expect(await add(two.slice(0, 1))).toMatchObject({ accounts: 1 });
    await changeCohort(instructor.id, cohort, { archived: true }, Date.now());
    await expect(add(two.slice(1))).rejects.toMatchObject({ code: "cohort-archived" });
  });

  it("lose a place that is taken back, and an account with it that nobody has signed in to", async () => {
    const { cohort, instructor } = await cohortOf(open());
    const [unused, used] = [await pupilOf(open(), instructor.id, cohort, "보라"), await pupilOf(open(), instructor.id, cohort, "찬")];
    await open().client.authSession.create({ data: { id: freshKey(), userId: used.id, expiresAt: new Date() } });
    for (const { seat } of [unused, used]) await dropSeat(instructor.id, { id: cohort, seat });
    expect(await open().client.user.findMany({ where: { id: { in: [unused.id, used.id] } }, select: { id: true } })).toEqual([
      { id: used.id },
    ]);
    expect((await readCohort(instructor.id, cohort, Date.now())).waiting).toEqual([]);
    expect((await signedIn(open())).id).not.toBe(used.id);
  });

  it("lose no account that somebody is just signing in to, with what they earned as a guest", async () => {
    const { cohort, instructor } = await cohortOf(open());
    const stays = async (id: string) => (await open().client.user.count({ where: { id } })) === 1;
    const { id, seat } = await pupilOf(open(), instructor.id, cohort, "보라");
    const guest = await signedIn(open());
    // As at sign-in: what the guest has moves first, then the session begins.
    await mergeGuest(guest.id, id, Date.now());
    await dropSeat(instructor.id, { id: cohort, seat });
    expect(await stays(id)).toBe(true);
    for (let round = 0; round < 12; round++) {
      const pupil = await pupilOf(open(), instructor.id, cohort, `찬 ${round}`);
      const [came] = await Promise.allSettled([
        open().client.$transaction((tx) => startSession(tx, pupil.id, null, Date.now())),
        dropSeat(instructor.id, { id: cohort, seat: pupil.seat }),
      ]);
      // Either they are in, or there was nobody to be any more: nobody is let in and gone.
      expect(await stays(pupil.id)).toBe(came.status === "fulfilled");
    }
  });
});
