// From a composer's DOM to the draft's text and back to places in the DOM.
// The rules are those of testdata/extract, whose README states them.
//
// One pass over the nodes, no layout, no computed style.

/** A run of the draft that stands in one text node, or an image by its alt. */
export interface Piece {
  node: Text | Element;
  /** Offset in a text node of the piece's first unit; 0 for an image. */
  at: number;
  /** UTF-16 offsets in the draft's text, half-open. */
  start: number;
  end: number;
}

export interface Draft {
  text: string;
  pieces: Piece[];
  /** The editor draws only what is on the screen, and there is more. */
  partial?: boolean;
}

const BLOCKS = new Set(
  ('ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER ' +
    'FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH ' +
    'THEAD TR UL').split(' '),
);

/** What an editor keeps beside the text: never part of the draft. */
const NOT_TEXT =
  'script,style,template,noscript,svg,button,input,textarea,select,canvas,audio,video,iframe,object,' +
  '[hidden],[aria-hidden=true][contenteditable=false],' +
  '[data-slate-placeholder],.public-DraftEditorPlaceholder-root,.ProseMirror-widget,.ProseMirror-gapcursor,' +
  '.ql-clipboard,.ql-tooltip,.ck-widget__type-around,.ck-widget__selection-handle,' +
  '.ck-fake-selection-container,[data-mce-bogus=all],.cm-placeholder,.cm-gutters,.cm-panels,[data-trix-cursor-target]';

/** Marks an editor puts in the text and never posts. */
const MARKS = /[\u200b\u2060\ufeff]/;
const ODD = /[\u00a0\u200b\u2060\ufeff\n\r]/;
const LOOSE = /[\t\n\r\f\u00a0\u200b\u2060\ufeff]| {2}|^ | $/;

/** The draft in a composer that is not a form field. keep: its white space stands as typed. */
export function extract(root: Element, keep: boolean): Draft {
  const out = new Writer(keep);
  let node: Node | null = root.firstChild;
  while (node) {
    if (enter(node, out)) {
      node = node.firstChild;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      if (!node || node === root) return out.done();
      if (isBlock(node)) out.close();
    }
    node = node?.nextSibling ?? null;
  }
  return out.done();
}

/** The draft in a textarea or a title field: its value, verbatim. */
export function extractField(field: HTMLTextAreaElement | HTMLInputElement): string {
  const value = field.value;
  return value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
}

// Writes what node itself says; true where its children are to be walked.
function enter(node: Node, out: Writer): boolean {
  if (node.nodeType === Node.TEXT_NODE) {
    if (!isLayout(node as Text)) out.text(node as Text);
    return false;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  const el = node as Element;
  if (el.tagName === 'BR') {
    out.lineEnd();
    return false;
  }
  if (el.tagName === 'IMG') {
    out.image(el);
    return false;
  }
  if (el.matches(NOT_TEXT)) return false;
  if (isBlock(el)) out.close();
  return el.firstChild !== null;
}

function isBlock(node: Node | null): boolean {
  return node !== null && node.nodeType === Node.ELEMENT_NODE && BLOCKS.has((node as Element).tagName);
}

// White space with a line end beside a block is the page's indentation.
function isLayout(node: Text): boolean {
  const data = node.data;
  if (data.length > 200 || !data.includes('\n') || data.trim() !== '') return false;
  return isBlock(node.previousSibling) || isBlock(node.nextSibling);
}

class Writer {
  private out = '';
  private readonly pieces: Piece[] = [];
  private lines = 0;
  private open = false;
  /** Collapsed white space that counts only if text follows on its line. */
  private space: { node: Text; at: number } | null = null;
  private bare = true;

  constructor(private readonly keep: boolean) {}

  done(): Draft {
    return { text: this.out, pieces: this.pieces };
  }

  /** Ends the line at hand, if there is one. */
  close(): void {
    this.open = false;
    this.space = null;
  }

  /** A br or a typed line end: there is a line, and it ends here. */
  lineEnd(): void {
    this.start();
    this.close();
  }

  image(el: Element): void {
    const alt = el.getAttribute('alt');
    if (alt) this.put(el, 0, alt);
  }

  text(node: Text): void {
    const data = node.data;
    if (data === '') return;
    if (!(this.keep ? ODD : LOOSE).test(data)) this.put(node, 0, data);
    else if (this.keep) this.typed(node, data);
    else this.collapsed(node, data);
  }

  private start(): void {
    if (this.open) return;
    if (this.lines++ > 0) this.out += '\n';
    this.open = true;
    this.bare = true;
  }

  private put(node: Text | Element, at: number, words: string): void {
    this.start();
    if (this.space) {
      const space = this.space;
      this.space = null;
      this.add(space.node, space.at, ' ');
    }
    this.add(node, at, words);
    this.bare = false;
  }

  private add(node: Text | Element, at: number, words: string): void {
    const start = this.out.length;
    this.out += words;
    const last = this.pieces[this.pieces.length - 1];
    if (last && last.node === node && last.end === start && last.at + last.end - last.start === at) {
      last.end = this.out.length;
      return;
    }
    this.pieces.push({ node, at, start, end: this.out.length });
  }

  private typed(node: Text, data: string): void {
    let from = 0;
    for (let i = 0; i <= data.length; i++) {
      const c = data[i];
      if (c !== undefined && !ODD.test(c)) continue;
      if (i > from) this.put(node, from, data.slice(from, i));
      from = i + 1;
      if (c === '\n') this.lineEnd();
      else if (c === '\u00a0') this.put(node, i, ' ');
      else if (c !== undefined) this.start(); // a filler: the line is there
    }
  }

  private collapsed(node: Text, data: string): void {
    let from = 0;
    for (let i = 0; i <= data.length; i++) {
      const c = data[i];
      if (c !== undefined && !/[ \t\n\r\f\u00a0]/.test(c) && !MARKS.test(c)) continue;
      if (i > from) this.put(node, from, data.slice(from, i));
      from = i + 1;
      if (c === undefined) break;
      if (c === '\u00a0') this.put(node, i, ' ');
      else if (MARKS.test(c)) this.start();
      else if (this.open && !this.bare) this.space ??= { node, at: i };
    }
  }
}
