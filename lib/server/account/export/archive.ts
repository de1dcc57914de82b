/** A ZIP that is written as it is read: what is in memory is one piece of one file. */
import { strToU8, Zip, ZipDeflate } from "fflate";

export interface ArchiveFile {
  readonly name: string;
  /** Its text, piece by piece. */
  readonly pieces: AsyncIterable<string>;
}

export async function* archive(files: Iterable<ArchiveFile>, now: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  for (const { name, pieces } of files) {
    const entry = new ZipDeflate(name);
    entry.mtime = now;
    zip.add(entry);
    for await (const text of pieces) {
      entry.push(strToU8(text));
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
