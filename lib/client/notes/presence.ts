/** Who is in a note, tab by tab, and where: what others show, and what this tab shows of itself. */
import type { NoteEvent, Present } from "@/lib/wire/notes";

export type Cursor = NonNullable<Present["cursor"]>;

/** What others see moves at most this often, in milliseconds. */
const SHOWN_EVERY_MS = 1_000;
/** Who does nothing says so often that they are still here; others forget them after `PRESENT_MS`. */
const STILL_HERE_MS = 15_000;

export interface PresenceWorld {
  readonly post: (cursor: Cursor | null) => Promise<void>;
  readonly now: () => number;
  readonly later: (task: () => void, ms: number) => () => void;
}

export class NotePresence {
  #others: readonly Present[] = [];
  readonly #listeners = new Set<() => void>();
  #cursor: Cursor | null = null;
  #shownAt = 0;
  #stop: (() => void) | null = null;
  #away = true;

  /** @param client this tab's number, which is not among the others */
  constructor(
    private readonly client: number,
    private readonly world: PresenceWorld,
  ) {}

  get others(): readonly Present[] {
    return this.#others;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #show(others: readonly Present[]): void {
    this.#others = others.filter(({ client }) => client !== this.client);
    for (const listener of this.#listeners) listener();
  }

  hear(event: NoteEvent): void {
    if (event.type === "here") this.#show(event.present);
    else if (event.type === "present") {
      const told = [...event.present.map(({ client }) => client), ...event.left];
      this.#show([...this.#others.filter(({ client }) => !told.includes(client)), ...event.present]);
    } else if (event.type === "gone") this.#show([]);
  }

  /** Somebody looks at the note here. */
  come(): void {
    if (!this.#away) return;
    this.#away = false;
    this.#tell(0);
  }

  /** Nobody looks at it any more: others forget the tab by themselves. */
  leave(): void {
    this.#away = true;
    this.#stop?.();
    this.#stop = null;
  }

  move(cursor: Cursor | null): void {
    if (cursor?.anchor === this.#cursor?.anchor && cursor?.head === this.#cursor?.head) return;
    this.#cursor = cursor;
    if (!this.#away) this.#tell(Math.max(0, this.#shownAt + SHOWN_EVERY_MS - this.world.now()));
  }

  #tell(ms: number): void {
    this.#stop?.();
    this.#stop = this.world.later(() => {
      this.#shownAt = this.world.now();
      // Who is here is worth no second try: the next is soon.
      this.world.post(this.#cursor).catch(() => undefined);
      this.#tell(STILL_HERE_MS);
    }, ms);
  }
}
