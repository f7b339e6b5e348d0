// Adds one signature to the last release of a file, and hands the file out.

import { partsOf, rbundle, signatureLine, type NoteSigner, type Part } from '../src/rules-note';

/** The file with one more signature; null where it is none, or has this one already. */
export async function withSignature(file: Uint8Array, signer: NoteSigner): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts = partsOf(file);
  const last = parts?.map((p) => p.name).lastIndexOf('release') ?? -1;
  if (!parts || last < 0) return null;
  const note = new TextDecoder().decode(parts[last]!.body);
  const end = note.indexOf('\n\n');
  // A release that nobody signed yet may be its text alone.
  const text = end < 0 ? note : note.slice(0, end + 1);
  const signatures = end < 0 ? '' : note.slice(end + 2);
  if (signatures.includes(`— ${signer.name} `)) return null;
  const signed = `${text}\n${signatures}${await signatureLine(text, signer)}`;
  return rbundle(parts.map((p, i): Part => [p.name as Part[0], i === last ? signed : p.body]));
}

const whileSaved = 60_000; // ms; a browser may ask where to, first

/** Hands a file to the browser's downloads. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), whileSaved);
}
