import { afterEach, describe, expect, it, vi } from "vitest";
import { addressOf, refuseCrossSite } from "./origin";

afterEach(() => vi.unstubAllEnvs());
const request = (headers: Record<string, string>): Request => new Request("http://localhost:3000/api/v1/me", { method: "PATCH", headers });

describe("addressOf", () => {
  it("is the connection's own, whatever a client claims", () => {
    expect(addressOf(new Headers({ "x-boxup-address": "192.0.2.1", "x-forwarded-for": "10.0.0.1, 10.0.0.2" }))).toBe("192.0.2.1");
  });

  it("is what the outermost trusted proxy saw, counted from the right, so that claims to the left of it do not matter", () => {
    const headers = new Headers({ "x-boxup-address": "127.0.0.1", "x-forwarded-for": "6.6.6.6, 198.51.100.4, 10.0.0.9" });
    vi.stubEnv("BOXUP_TRUSTED_PROXIES", "1");
    expect(addressOf(headers)).toBe("10.0.0.9");
    vi.stubEnv("BOXUP_TRUSTED_PROXIES", "2");
    expect(addressOf(headers)).toBe("198.51.100.4");
  });

  it("is the connection's when the proxies' header is too short to be theirs", () => {
    vi.stubEnv("BOXUP_TRUSTED_PROXIES", "2");
    expect(addressOf(new Headers({ "x-boxup-address": "192.0.2.1", "x-forwarded-for": "6.6.6.6" }))).toBe("192.0.2.1");
  });

  it("is one for a household's IPv6 network, and the plain form of an IPv4 address", () => {
    const of = (address: string) => addressOf(new Headers({ "x-boxup-address": address }));
    expect(of("::ffff:192.0.2.1")).toBe("192.0.2.1");
    expect(of("2001:db8:1:2:aaaa::1")).toBe("2001:db8:1:2::/64");
    expect(of("2001:db8:1:2:bbbb:0:0:2")).toBe("2001:db8:1:2::/64");
    expect(of("2001:0db8:1:3::1")).toBe("2001:db8:1:3::/64");
    expect(of("::1")).toBe("0:0:0:0::/64");
    expect(of("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  });

  it("refuses a setting that is no number", () => {
    vi.stubEnv("BOXUP_TRUSTED_PROXIES", "one");
    expect(() => addressOf(new Headers())).toThrow("BOXUP_TRUSTED_PROXIES");
  });
});

describe("refuseCrossSite", () => {
  it("compares with the configured address when there is one, scheme and port included", () => {
    vi.stubEnv("NEXTAUTH_URL", "https://boxup.example/");
    expect(() => refuseCrossSite(request({ origin: "https://boxup.example", host: "internal:3000" }))).not.toThrow();
    for (const origin of [
      "http://boxup.example",
      "https://boxup.example:8443",
      "https://boxup.example.evil.com",
      "https://sub.boxup.example",
    ]) {
      expect(() => refuseCrossSite(request({ origin }))).toThrow("another site");
    }
  });

  it("compares with the request's own host otherwise", () => {
    expect(() => refuseCrossSite(request({ origin: "http://192.168.0.5:3000", host: "192.168.0.5:3000" }))).not.toThrow();
    expect(() => refuseCrossSite(request({ origin: "http://192.168.0.6:3000", host: "192.168.0.5:3000" }))).toThrow("another site");
  });
});
