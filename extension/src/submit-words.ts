// What controls that post are called. A name says "post" where each of its
// words is known here and one of them is a verb: "Post all", "Publish reply",
// but not "Add post" or "Everyone can reply".

const VERBS = new Set((
  'post posts publish send submit reply replies tweet toot note comment share skeet blaze quote renote create sendnow postnow ' +
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
  'all now a an the my your this it to new thread message update story status publicly and with in on as image ' +
  'tout un une le la message maintenant todo ahora tudo agora un una el alle jetzt beitrag nachricht kommentar ' +
  'antwort bericht nu tråd inlägg meddelande'
).split(' '));

/** Whether a control so named posts. */
export function saysPost(name: string): boolean {
  const words = name.toLowerCase().normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0 || words.length > 5 || words[0] === 'new') return false;
  return words.some((w) => VERBS.has(w)) && words.every((w) => VERBS.has(w) || FILLERS.has(w));
}

const DOES = /(publish|post|tweet|toot|submit|send|reply|comment|share)[-_ ]?(btn|button)?(inline)?$/i;
const STRONG = /(publish|post|tweet|toot|submit|send|reply|comment)[-_ ]?(btn|button)(inline)?$|form-submit$/i;
const NEVER =
  /(^|[-_\s])(add|open|cancel|discard|delete|remove|close|toggle|show|edit|new|nav|search|upload|attach|login|logout)|preview|option|menu|draft|schedule/i;

/** What a control's own marks (test ids, id, classes) say where its name does not. */
export const marksSayPost = {
  /** Enough for a control without a name, such as a paper plane. */
  some: (marks: readonly string[]): boolean => marks.some((m) => DOES.test(m) && !NEVER.test(m)),
  /** Enough beside a name in a language not known here. */
  strong: (marks: readonly string[]): boolean => marks.some((m) => STRONG.test(m)) && !marks.some((m) => NEVER.test(m)),
  never: (marks: readonly string[]): boolean => marks.some((m) => NEVER.test(m)),
};
