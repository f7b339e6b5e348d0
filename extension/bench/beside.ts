// Runs in a page: our engine and harper.js, each ready to check a text.
import { LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';
import { Engine } from '../src/engine';

type Check = (text: string) => Promise<unknown>;

/** Our engine; wasm is engine.wasm in base64. */
export async function ours(wasm: string): Promise<Check> {
  const bytes = Uint8Array.from(atob(wasm), (c) => c.charCodeAt(0));
  const engine = await Engine.start(await WebAssembly.compile(bytes));
  return async (text) => engine.check(text, {});
}

export async function theirs(): Promise<Check> {
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  return (text) => linter.lint(text);
}
