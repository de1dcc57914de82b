import { Algorithm, hash, verify } from "@node-rs/argon2";
import { availableParallelism } from "node:os";
import { signInBusy } from "../http/errors";
import { createTurns, NoTurnError } from "./turns";

// OWASP's first choice: argon2id, 19 MiB, 2 passes, 1 lane.
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

// One processor is left for everybody who does not sign in, and one of libuv's four threads for files and names. What waits costs
// nothing; what runs takes 19 MiB each.
const turns = createTurns({ atOnce: Math.max(1, Math.min(3, availableParallelism() - 1)), waiting: 256, waitingEach: 192, takes: 50 });

/**
 * Runs `work`, which hashes, when it is the turn of `address`.
 * @throws ApiError sign-in-busy when too many wait
 */
export async function inHashingTurn<T>(address: string, work: () => Promise<T>): Promise<T> {
  try {
    return await turns.take(address, work);
  } catch (error) {
    throw error instanceof NoTurnError ? signInBusy(error.retryAfter) : error;
  }
}

/** Passwords are compared in one Unicode form, so that a Korean keyboard's composition does not matter. */
const form = (password: string): string => password.normalize("NFKC");

/** @param address who asks for it @throws ApiError sign-in-busy */
export const hashPassword = (password: string, address: string): Promise<string> =>
  inHashingTurn(address, () => hash(form(password), COST));

/** Made by COST, of a password that nobody has. A test holds that both cost the same. */
const DECOY = "$argon2id$v=19$m=19456,t=2,p=1$P6Ie3ykHdvZqoEdSXIAG5w$Rm+PVwZwMXCdn1U1kSszRMGh/8njITvEWD9N3yCCyNM";

/**
 * Compares in the same time whether or not there is a hash, so that an answer's delay does not tell who has an account. To be called in
 * a hashing turn.
 */
export async function passwordMatches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? DECOY, form(password));
  return matches && typeof passwordHash === "string";
}
