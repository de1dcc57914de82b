/** A note with what was read out of it, as the page gets it. */
import type { NoteReading, ReadingOptions } from "@/lib/notes";

export interface ReadLine {
  /** As it stands in the file. */
  readonly raw: string;
  /** What is written, without bullets and the like; "" where nothing is read out of it. */
  readonly text: string;
  /** Whether it is a box that nobody has ticked. */
  readonly task: boolean;
}

export interface ReadNote {
  readonly reading: NoteReading;
  /** Line n of the reading stands at n − 1. */
  readonly lines: readonly ReadLine[];
}

export interface NoteReader {
  read(text: string, options: ReadingOptions): ReadNote | Promise<ReadNote>;
}
