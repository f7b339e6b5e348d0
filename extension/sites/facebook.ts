// Facebook: Lexical in a dialog for posts; comments post on a plain Enter; all
// labels are in the reader's language, so that posting is known by its words.

import { above } from '../src/tree';
import { generic, labelOf } from './generic';
import { on, type Site } from './site';

const COMMENT = /comment|reply|répon|respond|coment|kommentar|antwort|commenta|rispond|reactie|reageer|yorum|коммент|ответ|bình luận|komentar|コメント|返信|评论|評論|댓글|تعليق/i;
const CHAT = /^(message|aa|nachricht|mensaje|mensagem|messaggio|bericht|mesaj|сообщение|tin nhắn|pesan|メッセージ|消息|訊息|메시지)(\s|$)/i;
/** Where a post can go to several places the first step is called so, and the text is gone from the second. */
const NEXT = ['Next', 'Siguiente', 'Suivant', 'Weiter', 'Avançar', 'Seguinte', 'Avanti', 'Volgende', 'Nästa', 'Dalej', 'İleri', 'Далее', '次へ', '下一步', '다음', 'التالي'];

export const facebook: Site = {
  ...generic,
  name: 'facebook',
  evidence:
    '2026-11, vader-pepe/snorkel constants/facebook/index.ts (Lexical box, Post); dinhbinhnguyen0105/python.my-manager ' +
    'src/robot/selectors.py (dialog, Post); eboody/commgmt textBox.js (comments: form, "Press Enter to post"); the site is closed',
  is: ({ host }) => on(host, 'facebook.com', 'messenger.com'),
  composer(el) {
    const box = above(el, '[data-lexical-editor=true][contenteditable=true]');
    return box instanceof HTMLElement ? box : generic.composer(el);
  },
  submit: NEXT.map((name) => `[role=dialog] form [role=button][aria-label="${name}"]`).join(','),
  enterPosts: isComment,
  isPrivate: (box) => on(location.hostname, 'messenger.com') || /^\/(messages|t)\//.test(location.pathname)
    || CHAT.test(labelOf(box)) || generic.isPrivate(box),
  works: (box, submits) => submits.length > 0 || isComment(box),
};

function isComment(box: HTMLElement): boolean {
  return COMMENT.test(labelOf(box)) || above(box, '[role=article],form[role=presentation]') !== null;
}
