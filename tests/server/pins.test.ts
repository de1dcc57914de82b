/** What is counted of guesses at a PIN once a new one is drawn (docs/decisions/0012). */
import { expect, it } from "vitest";
import { checkSchool } from "@/lib/server/auth/school";
import { drawPins } from "@/lib/server/cohorts/pins";
import { cohortOf, pupilOf } from "./setup/cohorts";
import { eachDatabase } from "./setup/database";

const DAY = 86_400_000;
let count = 0;
const newAddress = () => `198.18.${100 + (++count >> 8)}.${count & 255}`;
const from = () => ({ address: newAddress(), now: Date.now() });

eachDatabase("accounts of a school", (open) => {
  const signIn = async (code: string, name: string, pin: string, address = newAddress()) =>
    checkSchool(code, name, pin, { address, device: null }).then(
      (user) => user?.id ?? "wrong",
      (error: { code: string }) => error.code,
    );

  it("are open again with a new PIN where the one before was guessed at too often, from that address and in a browser they know", async () => {
    const { cohort, instructor } = await cohortOf(open());
    const { classCode, id, seat } = await pupilOf(open(), instructor.id, cohort, "하람");
    const [address, device] = [newAddress(), { id: "e".repeat(20), users: [id], until: Date.now() + DAY }];
    const inBrowser = (pin: string) =>
      checkSchool(classCode, "하람", pin, { address, device }).then(
        (user) => user?.id ?? "wrong",
        (error: { code: string }) => error.code,
      );
    const draw = async () => (await drawPins(instructor.id, cohort, [seat], from())).pins[0].pin;
    for (let i = 0; i < 10; i++)
      expect([await signIn(classCode, "하람", "000000", address), await inBrowser("000000")]).toEqual(["wrong", "wrong"]);
    expect([await signIn(classCode, "하람", "000000", address), await inBrowser("000000")]).toEqual(["rate-limited", "rate-limited"]);
    const first = await draw();
    expect([await signIn(classCode, "하람", first, address), await inBrowser(first)]).toEqual([id, id]);

    // Each PIN is guessed at ten times from an address, as the first was.
    const second = await draw();
    for (let i = 0; i < 10; i++) expect(await signIn(classCode, "하람", "000000", address)).toBe("wrong");
    expect(await signIn(classCode, "하람", second, address)).toBe("rate-limited");
  });

  it("have one mark at an address whichever PIN was guessed at there, and take it off as they get in", async () => {
    const { cohort, instructor } = await cohortOf(open());
    const { classCode, id, seat } = await pupilOf(open(), instructor.id, cohort, "이든");
    const address = newAddress();
    for (let i = 0; i < 10; i++) expect(await signIn(classCode, "이든", "000000", address)).toBe("wrong");
    const { pins } = await drawPins(instructor.id, cohort, [seat], from());
    expect(await signIn(classCode, "이든", "000000", address)).toBe("wrong");
    expect(await signIn(classCode, "이든", pins[0].pin, address)).toBe(id);
    // Neither a mark too many nor one too few: thirty more may fail there.
    const failed = [];
    for (let i = 0; i < 31; i++) failed.push(await signIn(classCode, `nobody ${i}`, "000000", address));
    expect(failed).toEqual([...Array<string>(30).fill("wrong"), "rate-limited"]);

    // Who tried at many accounts is let off nothing by a new PIN of one.
    const again = (await drawPins(instructor.id, cohort, [seat], from())).pins[0].pin;
    expect(await signIn(classCode, "이든", again, address)).toBe("rate-limited");
    expect(await signIn(classCode, "이든", again)).toBe(id);
  });
});
