// What one edit does to offsets. Spans beside the edit move with the text; a
// span that was touched is gone until the next verdict.

/** Old units [start,oldEnd) became new units [start,newEnd). */
export interface Edit {
  start: number;
  oldEnd: number;
  newEnd: number;
}

export interface Place {
  start: number;
  end: number;
}

/** The single edit that turns before into after, null where they are equal. */
export function editBetween(before: string, after: string): Edit | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { start: head, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/** Where place stands after edit made the text after; null where it was touched. */
export function move(place: Place, edit: Edit, after: string): Place | null {
  const shift = edit.newEnd - edit.oldEnd;
  if (edit.start >= place.end) {
    return edit.start === place.end && joins(after, place.end) ? null : { start: place.start, end: place.end };
  }
  if (edit.oldEnd <= place.start) {
    const moved = { start: place.start + shift, end: place.end + shift };
    return edit.oldEnd === place.start && joins(after, moved.start) ? null : moved;
  }
  return null;
}

// An edit that ends at a span's edge leaves it alone unless a word now runs
// over that edge: "Mar" grown to "Mario" is another word.
function joins(text: string, edge: number): boolean {
  return isWord(text, edge - 1) && isWord(text, edge);
}

function isWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}\ud800-\udfff'’-]/u.test(text[at] ?? '');
}
