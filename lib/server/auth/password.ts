import { Algorithm, hash, verify } from "@node-rs/argon2";

// OWASP's first choice: argon2id, 19 MiB, 2 passes, 1 lane.
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** Passwords are compared in one Unicode form, so that a Korean keyboard's composition does not matter. */
const form = (password: string): string => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => hash(form(password), COST);

let decoy: Promise<string> | undefined;

/** Compares in the same time whether or not there is a hash, so that an answer's delay does not tell who has an account. */
export async function passwordMatches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("a password that nobody has");
  const matches = await verify(passwordHash ?? (await decoy), form(password));
  return matches && typeof passwordHash === "string";
}
