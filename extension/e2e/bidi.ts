// The driver over the Firefox that people have (WebDriver BiDi), where the two
// do not meet: Firefox says nothing of an extension's own documents once they
// are there, so we ask and tell the driver; and it knows no command for a media
// feature or a text put in at once, so we do it in the browser's own way.
import { firefox, type BrowserContext, type Frame, type Page } from '@playwright/test';

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  type?: string;
  result?: unknown;
  message?: string;
}

interface Transport {
  onmessage?: (m: Message) => void;
  send(m: Message): void;
}

/** Sends a command and gives its result. */
type Send = <T>(method: string, params: object) => Promise<T>;

/** The parts of the driver by which BiDi itself is reached; it runs in our process. */
interface Inner {
  _bidiFirefox: { connectToTransport(t: Transport, options: object): Promise<unknown> };
  _browser: { _browserSession: { send: Send } };
  _id: string;
}

const inner = (of: object): Inner => (of as { _connection: { toImpl(o: object): Inner } })._connection.toImpl(of);

/** Ids of the commands that are ours and not the driver's. */
let last = 1_000_000_000;
let met = false;

/** Lets the driver start Firefox. */
export function meet(): void {
  if (met) return;
  met = true;
  const bidi = inner(firefox)._bidiFirefox;
  const connect = bidi.connectToTransport.bind(bidi);
  bidi.connectToTransport = (transport, options) => connect(interpreted(transport), options);
}

/** Speaks BiDi to the browser. */
export const send = (context: BrowserContext): Send => {
  const session = inner(context)._browser._browserSession;
  return session.send.bind(session);
};

/** By which BiDi knows a frame. */
export const contextOf = (frame: Frame): string => inner(frame)._id;

/** Runs code in the browser's own window, with its privileges; `$context(id)` is a page of BiDi's. */
export async function inBrowser<T>(to: Send, code: string): Promise<T> {
  const { contexts } = await to<{ contexts: { context: string }[] }>('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const expression = `(async () => {
    const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
    const $context = (id) => NavigableManager.getBrowsingContextById(id);
    ${code}
  })()`;
  const answer = await to<{ type: string; result: { value: T }; exceptionDetails?: { text: string } }>('script.evaluate', {
    expression, target: { context: contexts[0]!.context }, awaitPromise: true,
  });
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
  return answer.result.value;
}

/** Inserts text where the focus is, in one go and as the worker's own doing; the driver's own way is a script's, which no editor takes. */
export async function insertText(context: BrowserContext, text: string): Promise<void> {
  await inBrowser(send(context), `windowUtils.sendContentCommandEvent('insertText', null, ${JSON.stringify(text)});`);
}

/** Presses at a point of a page with a mouse, a pen or a finger. */
export async function pressAt(page: Page, { x, y }: { x: number; y: number }, pointerType: 'mouse' | 'pen' | 'touch'): Promise<void> {
  const actions = [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
  await send(page.context())('input.performActions', {
    context: contextOf(page.mainFrame()), actions: [{ type: 'pointer', id: pointerType, parameters: { pointerType }, actions }],
  });
}

/** Shows a page as under other settings of the system. */
export async function emulate(page: Page, { colorScheme, forcedColors, reducedMotion, media }: NonNullable<Parameters<Page['emulateMedia']>[0]>): Promise<void> {
  const set = [
    colorScheme !== undefined && `top.prefersColorSchemeOverride = '${colorScheme ?? 'none'}'`,
    forcedColors !== undefined && `top.forcedColorsOverride = '${forcedColors ?? 'none'}'`,
    media !== undefined && `top.mediumOverride = '${media ?? ''}'`,
    reducedMotion !== undefined && `Services.prefs.setIntPref('ui.prefersReducedMotion', ${reducedMotion === 'reduce' ? 1 : 0})`,
  ].filter(Boolean);
  await inBrowser(send(page.context()), `const { top } = $context('${contextOf(page.mainFrame())}'); ${set.join('; ')};`);
}

function interpreted(transport: Transport): Transport {
  const out = transport.send.bind(transport);
  const waiting = new Map<number, (m: Message) => void>();
  /** Contexts that hold a document of an extension; commands that close one, by their ids. */
  const extensions = new Set<string>();
  const closing = new Map<number, string>();
  let hear: Transport['onmessage'];
  const command: Send = <T>(method: string, params: object) => new Promise<T>((done, fail) => {
    waiting.set(++last, (m) => (m.type === 'success' ? done(m.result as T) : fail(new Error(m.message))));
    out({ id: last, method, params: params as Record<string, unknown> });
  });
  const say = (method: string, params: object): void => hear?.({ type: 'event', method, params: params as Record<string, unknown> });

  async function introduce({ context, navigation, url }: Record<string, unknown>): Promise<void> {
    const evaluate = (expression: string) => command<{ realm: string; result: { value: string } }>('script.evaluate', { expression, target: { context }, awaitPromise: true });
    const { realm, result } = await evaluate('origin');
    say('script.realmCreated', { realm, origin: result.value, context, type: 'window' });
    await evaluate(`document.readyState === 'complete' || new Promise((done) => addEventListener('load', () => done(true), { once: true }))`);
    for (const what of ['domContentLoaded', 'load']) say(`browsingContext.${what}`, { context, navigation, url, timestamp: Date.now() });
  }

  function received(m: Message): void {
    const mine = waiting.get(m.id ?? -1);
    if (mine) {
      waiting.delete(m.id!);
      return mine(m);
    }
    hear!(m);
    const { context, url } = (m.params ?? {}) as { context: string; url?: string };
    if (m.method === 'browsingContext.navigationCommitted') {
      if (!url!.startsWith('moz-extension:')) return void extensions.delete(context);
      extensions.add(context);
      introduce(m.params!).catch(() => {}); // left again before we could ask
    }
    const closed = closing.get(m.id ?? -1);
    if (closed === undefined) return;
    closing.delete(m.id!);
    if (m.type === 'success' && extensions.delete(closed)) say('browsingContext.contextDestroyed', { context: closed, children: [], parent: null, url: 'about:blank', userContext: 'default' });
  }

  transport.send = (m) => {
    if (m.method === 'browsingContext.close') closing.set(m.id!, m.params!.context as string);
    if (m.method !== 'emulation.setMediaFeaturesOverride') return out(m);
    queueMicrotask(() => hear?.({ type: 'success', id: m.id, result: {} })); // see emulate
  };
  return Object.defineProperty(transport, 'onmessage', { get: () => hear && received, set: (f: Transport['onmessage']) => void (hear = f) });
}
