// What specs keep in a page while they watch it.
interface Window {
  /** Focus events in which something of the page lost the focus. */
  __lost: string[];
  /** Escapes that reached the page, down and up. */
  __escapes: number;
  /** What a page that saves its draft on every input has saved. */
  __saved: string[];
}
