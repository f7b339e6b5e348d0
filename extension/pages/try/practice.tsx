// Practice on the Try it page: the same posts and the same engine, with nothing
// kept once the page is closed.

import { render } from 'preact';
import { dressDocument, say } from '../../ui/words';
import { fleetingBook } from '../practice/progress';
import { Practice } from '../practice/room';
import { Checker } from './checker';
import { useReadersLanguage } from './language';

useReadersLanguage();
const checker = new Checker(() => new Worker('worker.js'));

/** One at a time: the checker drops what a later text overtakes, and here two texts are on the page. */
let last: Promise<unknown> = Promise.resolve();

dressDocument(say('practice_title'));
render(
  <Practice
    host={{
      check(text, context) {
        const mine = last.then(() => checker.check(text, context)).then((v) => (v === 'overtaken' ? undefined : v));
        last = mine;
        return mine;
      },
      progress: fleetingBook(),
      keeps: false,
      region: '',
      beside: <a href="./">{say('practice_to_try')}</a>,
    }}
  />,
  document.getElementById('root')!,
);
