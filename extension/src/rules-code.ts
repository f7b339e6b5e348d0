// An .rbundle as text that can be pasted: base64 between two lines, so that it
// lives through e-mail and chat. Lines and spaces do not matter.
//
//   -----BEGIN SECOND LOOK RULES-----
//   c2Vjb25kbG9vayByYnVuZGxlIHYxCg…
//   -----END SECOND LOOK RULES-----

const begin = '-----BEGIN SECOND LOOK RULES-----';
const end = '-----END SECOND LOOK RULES-----';
const line = 76;
const chunk = 0x8000; // arguments that String.fromCharCode takes at once

export function codeOf(file: Uint8Array): string {
  let raw = '';
  for (let i = 0; i < file.length; i += chunk) raw += String.fromCharCode(...file.subarray(i, i + chunk));
  const lines = btoa(raw).match(new RegExp(`.{1,${line}}`, 'g')) ?? [];
  return [begin, ...lines, end, ''].join('\n');
}

/** The file in a code; null where there is none. Text around the two lines is ignored. */
export function fileOf(code: string): Uint8Array<ArrayBuffer> | null {
  const from = code.indexOf(begin);
  const to = code.indexOf(end);
  if (from < 0 || to < from) return null;
  try {
    return Uint8Array.from(atob(code.slice(from + begin.length, to).replace(/\s/g, '')), (c) => c.charCodeAt(0));
  } catch {
    return null;
  }
}
