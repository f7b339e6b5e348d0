// The list of people that sites open while a mention is typed. While it is
// open, Enter picks a person and posts nothing.

const people = ['marlow', 'marina', 'maxine'];

/** The half-written mention that ends `before`, or null: "hi @ma" gives "ma". */
export function openMention(before: string): string | null {
  return /(?:^|\s)@(\w*)$/.exec(before)?.[1] ?? null;
}

export function candidates(started: string): string[] {
  return people.filter((p) => p.startsWith(started.toLowerCase()));
}
