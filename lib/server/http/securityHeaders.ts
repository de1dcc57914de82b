/** Sent with everything; the Content-Security-Policy of pages is made per page in proxy.ts. */
export const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Permissions-Policy", value: "camera=(self), microphone=(), geolocation=(), browsing-topics=()" },
];

/** For answers that load nothing: the API's, and those that the door gives. */
export const NOTHING_LOADED = "default-src 'none'; frame-ancestors 'none'";

/** For a page of Next's own that runs nothing: what it says of an address that no page has. */
export const NOTHING_RUN =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Browsers that came by https once come by nothing else for a year. Other hosts of the same domain are not ours to decide about. */
export const STRICT_TRANSPORT = "max-age=31536000";

/**
 * The API's paths without those of notes' pictures, as Next's configuration names them. A picture says itself how it is kept
 * (lib/server/http/file.ts): what is set for all others would forbid it.
 */
export const API_BUT_PICTURES = "/api/:path((?!v1/groups/[^/]+/notes/[^/]+/images/[^/]+$).*)";
