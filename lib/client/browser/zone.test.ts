import { afterEach, describe, expect, it, vi } from "vitest";
import { browserTimeZone, sameZone, zonesToChoose } from "./zone";

afterEach(() => vi.restoreAllMocks());

/** As a browser whose clock is set to this zone says it. */
const reporting = (timeZone: string | undefined) =>
  vi.spyOn(Intl.DateTimeFormat.prototype, "resolvedOptions").mockReturnValue({ timeZone } as Intl.ResolvedDateTimeFormatOptions);

describe("browserTimeZone", () => {
  it.each(["Asia/Seoul", "America/Argentina/Buenos_Aires", "Etc/GMT+9", "UTC"])("takes %s", (zone) => {
    reporting(zone);
    expect(browserTimeZone()).toBe(zone);
  });

  it.each(["Etc/Unknown", "+09:00", "-03:30", "", undefined])("has no name for %s", (zone) => {
    reporting(zone);
    expect(browserTimeZone()).toBeUndefined();
  });
});

describe("sameZone", () => {
  it("takes two names of one zone for the same, and what it does not know for another", () => {
    expect([sameZone("Asia/Kolkata", "Asia/Calcutta"), sameZone("Asia/Seoul", "Asia/Seoul")]).toEqual([true, true]);
    expect([sameZone("Asia/Seoul", "Asia/Tokyo"), sameZone("Asia/Seoul", "Mars/Olympus")]).toEqual([false, false]);
  });
});

describe("zonesToChoose", () => {
  const at = (iso: string, offset: number) => {
    const now = new Date(iso);
    vi.spyOn(now, "getTimezoneOffset").mockReturnValue(offset);
    return zonesToChoose(now);
  };

  it("offers first what shows the same time, also over the end of a month", () => {
    for (const iso of ["2026-11-25T12:00:00Z", "2026-11-30T20:00:00Z"]) {
      const { likely, others } = at(iso, -540);
      expect(likely).toContain("Asia/Seoul");
      expect(likely).not.toContain("Europe/Berlin");
      expect(others).toContain("Europe/Berlin");
      expect(new Set([...likely, ...others]).size).toBe(Intl.supportedValuesOf("timeZone").length);
    }
  });

  it("follows summer time", () => {
    expect(at("2026-07-01T12:00:00Z", -120).likely).toContain("Europe/Berlin");
    expect(at("2026-12-01T12:00:00Z", -120).likely).not.toContain("Europe/Berlin");
  });
});
