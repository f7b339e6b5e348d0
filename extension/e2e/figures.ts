// Figures as benchmarks print them.

/** The value below which a share of them lies. Sorts in place. */
export function quantile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(values.length * share))]!;
}

export const row = (name: string, value: number, unit: string): void => console.log(`${name} ${value.toPrecision(3)} ${unit}`);

/** Prints a Markdown table. */
export function table(heads: string[], rows: string[][]): void {
  for (const cells of [heads, heads.map(() => '---'), ...rows]) console.log(`| ${cells.join(' | ')} |`);
}

/** A long draft as people write it: most of it is about nobody. */
const filler = 'The bus was late again and the coffee machine is still broken, so we all stood about and talked. ';
const sentence = 'My client Marisol Vega, 14, goes to court Tuesday in Osterville, and the visit ran long. ';

export const dense = (length: number): string => sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);
export const sparse = (length: number): string => filler.repeat(Math.ceil(length / filler.length)).slice(0, length - sentence.length) + sentence;
