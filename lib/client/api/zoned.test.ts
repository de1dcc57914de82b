import { afterEach, expect, it, vi } from "vitest";
import { ApiError } from "./apiError";
import { zoned } from "./zoned";

afterEach(() => vi.restoreAllMocks());

const refusal = (code: string) => new ApiError(422, code, { ko: "왜", en: "why" });
/** A server that knows some zones only, and what it was asked with. */
function server(knows: readonly string[]) {
  const asked: string[] = [];
  const write = (zone: string) => {
    asked.push(zone);
    return knows.includes(zone) ? Promise.resolve(zone) : Promise.reject(refusal("bad-time-zone"));
  };
  return { asked, write };
}

it("takes the browser's zone, and UTC where the server does not know it", async () => {
  vi.spyOn(Intl.DateTimeFormat.prototype, "resolvedOptions").mockReturnValue({ timeZone: "GMT+9" } as Intl.ResolvedDateTimeFormatOptions);
  const { asked, write } = server(["UTC"]);
  expect(await zoned(write)).toBe("UTC");
  expect(asked).toEqual(["GMT+9", "UTC"]);
  expect(await zoned(server(["GMT+9", "UTC"]).write)).toBe("GMT+9");
});

it("hands on every other refusal", async () => {
  await expect(zoned(() => Promise.reject(refusal("rate-limited")))).rejects.toMatchObject({ code: "rate-limited" });
});
