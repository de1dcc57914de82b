/** A ZIP that is written as it is read: what is in memory is one piece of one file. */
import { strToU8, Zip, ZipDeflate } from "fflate";

export interface ArchiveFile {
  readonly name: string;
  /** Its text or its bytes, piece by piece. */
  readonly pieces: AsyncIterable<string | Uint8Array>;
}

export async function* archive(files: Iterable<ArchiveFile> | AsyncIterable<ArchiveFile>, now: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  for await (const { name, pieces } of files) {
    const entry = new ZipDeflate(name);
    entry.mtime = now;
    zip.add(entry);
    for await (const piece of pieces) {
      entry.push(typeof piece === "string" ? strToU8(piece) : piece);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
