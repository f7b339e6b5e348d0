// What controls that post are called. A name says "post" where each of its
// words is known here and one of them is a verb: "Post all", "Publish reply",
// but not "Add post" or "Everyone can reply".

const VERBS = new Set((
  'post posts publish send submit reply replies tweet toot note comment share skeet blaze renote create sendnow postnow ' +
  'publicar enviar responder comentar compartir postear twittear tuitear ' + // es, pt
  'posten veröffentlichen senden absenden antworten kommentieren teilen tröt tröten twittern ' + // de
  'publier envoyer répondre commenter partager poster pouet tweeter ' + // fr
  'pubblica invia rispondi commenta condividi posta ' + // it
  'plaatsen verzenden versturen reageren delen publiceren ' + // nl
  'publicera skicka svara kommentera dela lägg publiser svar del send udgiv ' + // sv, no, da
  'julkaise lähetä vastaa opublikuj wyślij odpowiedz skomentuj udostępnij ' + // fi, pl
  'zveřejnit odeslat odpovědět odeslat trimite publică răspunde küldés közzététel ' + // cs, ro, hu
  'paylaş gönder yayınla yanıtla ' + // tr
  'опубликовать отправить ответить поделиться опублікувати надіслати відповісти дописати ' + // ru, uk
  'δημοσίευση αποστολή απάντηση ' + // el
  'نشر إرسال رد تعليق مشاركة انشر أرسل ارسال פרסום שליחה תגובה פרסם שלח הגב ' + // ar, fa, he
  'đăng gửi kirim balas bagikan posting terbitkan ' + // vi, id
  '投稿 投稿する 送信 送信する 返信 返信する 公開 ポスト ポストする ツイート ツイートする ノート トゥート ' + // ja
  '发布 發布 发送 發送 回复 回覆 发帖 發文 发表 發表 评论 提交 分享 转发 发嘟 嘟嘟 ' + // zh
  '게시 게시하기 보내기 답글 트윗 등록 전송 작성 댓글 ' + // ko
  'भेजें पोस्ट जवाब โพสต์ ส่ง ตอบกลับ' // hi, th
).split(' '));

const FILLERS = new Set((
  'all now a an the my your this it to new thread message update story status publicly public and with in on as image ' +
  'topic discussion quick answer question review response anonymously link photo video ' +
  'tout un une le la message maintenant todo ahora tudo agora un una el alle jetzt beitrag nachricht kommentar ' +
  'antwort bericht nu tråd inlägg meddelande'
).split(' '));

/** Whether a control so named posts. */
export function saysPost(name: string): boolean {
  const [first, ...rest] = wordsOf(name);
  if (first === undefined || rest.length > 4 || first === 'new') return false;
  if (first === 'add') return rest.some((w) => ADDED.has(w)) && rest.every((w) => ADDED.has(w) || FILLERS.has(w));
  return isMadeOf([first, ...rest], VERBS, FILLERS);
}

/** Whether a control so named puts an edited post in the place of the one that stands. */
export function saysSave(name: string): boolean {
  const words = wordsOf(name);
  return isMadeOf(words, SAVES, SAVED, FILLERS, words.includes('save') ? SAVED : VERBS); // "Save post" keeps another's
}

/** Whether a control so named may be the one that posts, where there is no other. */
export function saysSpare(name: string): boolean {
  return isMadeOf(wordsOf(name), SPARE, FILLERS, VERBS);
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
}

// At most five words, each known, and one of them the first kind.
function isMadeOf(words: readonly string[], first: ReadonlySet<string>, ...others: ReadonlySet<string>[]): boolean {
  return words.length > 0 && words.length <= 5 && words.some((w) => first.has(w))
    && words.every((w) => first.has(w) || others.some((o) => o.has(w)));
}

/** With these, what is "added" is a post of its own, and no further part of one. */
const ADDED = new Set('comment reply answer response review note message'.split(' '));

/** What ends the editing of a post. */
const SAVES = new Set((
  'save update speichern aktualisieren guardar actualizar salvar atualizar enregistrer salva aggiorna opslaan bijwerken spara uppdatera ' +
  'lagre oppdater gem opdater tallenna päivitä zapisz aktualizuj uložit mentés salvează kaydet güncelle сохранить обновить зберегти оновити ' +
  'αποθήκευση حفظ تحديث שמירה שמור lưu simpan perbarui 保存 更新 储存 儲存 저장 수정'
).split(' '));
const SAVED = new Set('changes edit edits edited'.split(' '));

/** What posts on one site and on the next is a tool of the composer's. */
const SPARE = new Set('quote schedule start'.split(' '));

const DOES = /(publish|post|tweet|toot|submit|send|reply|comment|share)[-_ ]?(btn|button)?(inline)?$/i;
const STRONG = /(publish|post|tweet|toot|submit|send|reply|comment)[-_ ]?(btn|button)(inline)?$|(^|[-_])submit$/i;
/** Says so whatever else stands in the mark. */
const SURE = /(post|comment|reply|compose|publish)-?form-submit$/i;
const ICON = /(^|[-_:#])(send|paper-?plane|publish)($|[-_]|icon|outlined?|rounded|filled)/i;
const NEVER =
  /(^|[-_\s])(add|open|cancel|discard|delete|remove|close|toggle|show|edit|new|nav|search|upload|attach|login|logout)|preview|option|menu|draft|schedule/i;

/** What a control's own marks (test ids, id, classes) say where its name does not. */
export const marksSayPost = {
  /** Enough for a control without a name, such as a paper plane. */
  some: (marks: readonly string[]): boolean => marks.some((m) => SURE.test(m) || (DOES.test(m) && !NEVER.test(m))),
  /** Enough beside a name in a language not known here. */
  strong: (marks: readonly string[]): boolean => 
    marks.some((m) => SURE.test(m)) || (marks.some((m) => STRONG.test(m)) && !marks.some((m) => NEVER.test(m))),
  /** The mark of a picture in a control without a name. */
  icon: (mark: string): boolean => ICON.test(mark) && !NEVER.test(mark),
  never: (marks: readonly string[]): boolean => marks.some((m) => NEVER.test(m)),
};
