// Pages that never rest (SingleFile #1976) and drafts that never end
// (languagetool #6163): the work is bounded by what the worker writes, not by
// what the page does. Counted, never timed: reads of the draft, checks sent.
import type { Desk } from './desk';
import { inside } from './inside';
import { clear, expect, type Look, risky, test } from './look';
import { seesUnder } from './lines';

interface Work {
  /** Text nodes and values read by the content script. */
  reads: number;
  /** Checks that reached the worker. */
  checks: number;
}

/** Counts our work in the page from now on. */
async function count(look: Look, desk: Desk): Promise<() => Promise<Work>> {
  const run = await inside(look, desk.page);
  await run(`(() => {
    globalThis.reads = 0;
    for (const [owner, name] of [[CharacterData.prototype, 'data'], [HTMLTextAreaElement.prototype, 'value']]) {
      const { get, set } = Object.getOwnPropertyDescriptor(owner, name);
      Object.defineProperty(owner, name, { configurable: true, set, get() { if (!this.getRootNode().host) globalThis.reads++; return get.call(this); } });
    }
  })()`);
  const worker = await look.worker();
  await worker.evaluate(() => {
    const all = globalThis as unknown as { checks?: number };
    if (all.checks === undefined) {
      chrome.runtime.onMessage.addListener((m: { t: string }) => {
        if (m.t === 'check') all.checks!++;
      });
    }
    all.checks = 0;
  });
  return async () => ({
    reads: await run<number>('globalThis.reads'),
    checks: await worker.evaluate(() => (globalThis as unknown as { checks: number }).checks),
  });
}

type Where = 'outside' | 'attributes' | 'widget' | 'text';

/** Mutates twenty times a frame for ninety frames; gives how many mutations were made. */
const storm = (desk: Desk, where: Where) => desk.box.evaluate((el, at) => new Promise<number>((done) => {
  const aside = document.querySelector('#posts')!.appendChild(document.createElement('li'));
  const widget = Object.assign(document.createElement('span'), { contentEditable: 'false', ariaHidden: 'true' });
  if (at === 'widget') el.append(widget);
  let n = 0;
  const frame = (): void => {
    for (let i = 0; i < 20; i++) {
      n++;
      if (at === 'outside') aside.replaceChildren(aside.dataset.n = String(n));
      if (at === 'outside') document.documentElement.dataset.n = document.body.className = `n${n}`;
      if (at === 'attributes') (el as HTMLElement).dataset.n = String(n);
      if (at === 'widget') widget.textContent = String(n);
      if (at === 'text') el.lastChild!.textContent = `${n} buses`;
    }
    if (n < 1800) requestAnimationFrame(frame);
    else done(n);
  };
  frame();
}), where);

const bounds: Record<Where, Work> = {
  'outside': { reads: 0, checks: 0 },
  'attributes': { reads: 0, checks: 0 },
  // A page's own ticking thing inside the box: the draft is looked at once a frame, and never sent.
  'widget': { reads: 200, checks: 0 },
  // The draft itself changes at every frame: it is sent when that pauses.
  'text': { reads: 400, checks: 12 },
};

for (const [where, most] of Object.entries(bounds) as [Where, Work][]) {
  test(`1,800 mutations ${where}: bounded work, and the lines are right`, async ({ look }) => {
    const desk = await look.open('editable');
    await desk.type(`${risky}, again.`);
    await desk.seesWarning('hold');
    await seesUnder(look, desk, ['Marisol Vega', '14', 'Tuesday', 'Osterville']);
    if (where === 'text') await desk.box.evaluate((el) => el.append(document.createElement('br'), document.createTextNode('')));
    const work = await count(look, desk);
    expect(await storm(desk, where)).toBe(1800);
    const { reads, checks } = await work();
    console.log(`storm ${where}: ${reads} reads, ${checks} checks`);
    expect(reads).toBeLessThanOrEqual(most.reads);
    expect(checks).toBeLessThanOrEqual(most.checks);
    await seesUnder(look, desk, ['Marisol Vega', '14', 'Tuesday', 'Osterville']);
  });
}

test('a box in which something ticks without end: a new draft is read all the same', async ({ look }) => {
  const desk = await look.open('editable');
  await desk.type(clear);
  await desk.box.evaluate((el) => {
    const widget = Object.assign(document.createElement('span'), { contentEditable: 'false', ariaHidden: 'true' });
    el.prepend(widget);
    const frame = (): void => {
      widget.textContent = String(performance.now());
      requestAnimationFrame(frame);
    };
    frame();
  });
  await desk.page.keyboard.press('Control+End');
  await desk.page.keyboard.insertText(`. ${risky}, again.`);
  await desk.seesWarning('hold');
});

const line = 'The quarterly report on bus routes is due soon and nobody has started it.\n';

for (const name of ['textarea', 'editable']) {
  test(`${name}: a key in 50,000 characters costs a read or two, and checks wait for a pause`, async ({ look }) => {
    const desk = await look.open(name);
    const long = `${line.repeat(Math.ceil(50_000 / line.length))}${risky}, again.`;
    await desk.box.evaluate((el, text) => {
      if (el instanceof HTMLTextAreaElement) el.value = text;
      else el.textContent = text;
      el.focus();
    }, long);
    await desk.page.keyboard.press('Control+End');
    await desk.page.keyboard.type(' x');
    await desk.seesWarning('hold');
    const work = await count(look, desk);
    const keys = 'and so on and so on';
    await desk.page.keyboard.type(keys);
    await desk.seesWarning('hold');
    const { reads, checks } = await work();
    console.log(`50,000 in ${name}: ${keys.length} keys, ${reads} reads, ${checks} checks`);
    expect(reads / keys.length).toBeLessThanOrEqual(name === 'textarea' ? 6 : 4);
    expect(checks).toBeLessThanOrEqual(keys.length / 2);
    await seesUnder(look, desk, ['Marisol Vega', '14', 'Tuesday', 'Osterville']);
  });
}
