/** A key that nobody used before: 128 random bits. Not `randomUUID`, which browsers keep from sites without https. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
