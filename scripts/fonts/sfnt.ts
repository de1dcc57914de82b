import { readFileSync } from "node:fs";

/** What of a font decides where lines break. Lengths per em. */
export interface FontMetrics {
  readonly ascent: number;
  /** Below the baseline, as a positive number. */
  readonly descent: number;
  /** Advance width of a character, or null where the font has no glyph for it. */
  advance(character: string): number | null;
  /** Advance of the box drawn for a character that no font has. */
  readonly missing: number;
}

/**
 * Reads head, hhea, hmtx and cmap (formats 4 and 12) of a TrueType or OpenType file; `face` chooses one of a collection.
 * Kerning is left out: it averages out over a line.
 * @see https://learn.microsoft.com/typography/opentype/spec/otff
 * @throws when the file has no Unicode cmap of these formats
 */
export function readFont(file: string, face = 0): FontMetrics {
  const bytes = readFileSync(file);
  const start = bytes.toString("latin1", 0, 4) === "ttcf" ? bytes.readUInt32BE(12 + 4 * face) : 0;
  const tables = new Map<string, number>();
  for (let i = 0; i < bytes.readUInt16BE(start + 4); i++) {
    const record = start + 12 + 16 * i;
    tables.set(bytes.toString("latin1", record, record + 4), bytes.readUInt32BE(record + 8));
  }
  const table = (name: string): number => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`${file}: no table "${name}"`);
    return at;
  };
  const unitsPerEm = bytes.readUInt16BE(table("head") + 18);
  const hhea = table("hhea");
  const widths = bytes.readUInt16BE(hhea + 34);
  const advanceOf = (glyph: number) => bytes.readUInt16BE(table("hmtx") + 4 * Math.min(glyph, widths - 1)) / unitsPerEm;
  const glyphOf = characterMap(bytes, table("cmap"), file);
  return {
    ascent: bytes.readInt16BE(hhea + 4) / unitsPerEm,
    descent: -bytes.readInt16BE(hhea + 6) / unitsPerEm,
    advance(character) {
      const glyph = glyphOf(character.codePointAt(0) ?? 0);
      return glyph === 0 ? null : advanceOf(glyph);
    },
    missing: advanceOf(0),
  };
}

/** Code point → glyph; 0 where there is none. */
function characterMap(bytes: Buffer, cmap: number, file: string): (code: number) => number {
  const offsets = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, i) => cmap + bytes.readUInt32BE(cmap + 8 + 8 * i));
  const full = offsets.find((at) => bytes.readUInt16BE(at) === 12);
  if (full !== undefined) return (code) => inGroups(bytes, full, code);
  const basic = offsets.find((at) => bytes.readUInt16BE(at) === 4);
  if (basic !== undefined) return (code) => inSegments(bytes, basic, code);
  throw new Error(`${file}: no cmap of format 4 or 12`);
}

function inGroups(bytes: Buffer, at: number, code: number): number {
  const groups = bytes.readUInt32BE(at + 12);
  for (let i = 0; i < groups; i++) {
    const group = at + 16 + 12 * i;
    const first = bytes.readUInt32BE(group);
    if (code >= first && code <= bytes.readUInt32BE(group + 4)) return bytes.readUInt32BE(group + 8) + code - first;
  }
  return 0;
}

function inSegments(bytes: Buffer, at: number, code: number): number {
  const twice = bytes.readUInt16BE(at + 6);
  for (let i = 0; i < twice; i += 2) {
    if (code > bytes.readUInt16BE(at + 14 + i)) continue;
    const first = bytes.readUInt16BE(at + 16 + twice + i);
    if (code < first) return 0;
    const delta = bytes.readUInt16BE(at + 16 + 2 * twice + i);
    const rangeAt = at + 16 + 3 * twice + i;
    const range = bytes.readUInt16BE(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = bytes.readUInt16BE(rangeAt + range + 2 * (code - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
