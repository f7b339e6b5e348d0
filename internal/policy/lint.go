package policy

import (
	"strings"
	"sync"
	"unicode"
)

// lints are wordings that labour boards read as a ban on speaking of work, or
// that scold, each with the wording that does what was meant. DOMAIN (c): of
// some twenty policies in three reports of the general counsel four were called
// lawful; these are the words that the others fell by.
var lints = []struct {
	wordings string // a comma apart; a last * is any ending
	better   string
	unless   string // wordings that make it harmless in the same sentence
}{
	{"disparag*, discredit*, badmouth*, desprestigi*, difamar", "say what may not be given away about a client, with an example", ""},
	{"reputation, reputations, reputación, good name of", "leave the agency's standing out; say what could happen to a client", ""},
	{"image of, our image, agency's image, agency image, public image, company image, imagen de", "leave the agency's standing out; say what could happen to a client", "client, clients, child, family, photo"},
	{"negative comment*, negative post*, negative remark*, negative light, negative thing*, negatively about, be positive, stay positive, positive about, comentarios negativos", "workers may complain; say which client detail to leave out", ""},
	{"inappropriate, inappropriately, inapropiad*, improper post*, unbecoming, offensive post*", "name the thing: \"leave out the name, the place and the time\"", ""},
	{"unprofessional, unprofessionally, professional manner, professional conduct, professional image, professional behavior, professional behaviour, professional tone, professional at all times, be professional, remain professional, poco profesional", "name the thing a client is protected from", ""},
	{"confidential, confidentiality, non public, sensitive information, internal information, proprietary", "say whose information and which: \"a client's name, diagnosis or address\"", "client, clients, client's, patient, patients, guest, guests, resident, residents, survivor, survivors, child, children, family, families, student, students, people we serve, person we serve, shelter's address, their, ours to tell"},
	{"permission, prior approval, get approval, preapproved, pre approved, authorization from, without approval, sin permiso, autorización previa", "workers need nobody's leave to speak of their work; if a client's consent is meant, write \"the client's written consent\"", "client's, client, clients, patient, guest, guest's, survivor, survivor's, parent, parents, guardian, family, no permission, not need permission, without asking permission"},
	{"disrespectful*, courteous, courtesy, respectful of management, respect management, loyal*, insubordina*", "speak of respect for clients alone; how staff speak of management is theirs", ""},
	{"embarrass the agency, embarrass us, embarrass the company, damage the agency, damages the agency, harm the agency, harms the agency, hurt the agency, damage to the agency, reflect badly, reflects badly, reflect poorly, reflects poorly, bad light", "say what could happen to a client", ""},
	{"media contact*, talk to the media, talk to reporters, speak to the media, speak to reporters, speak to the press, talk to the press, contact the media, contact with the press, hablar con la prensa", "workers may speak to the press for themselves; say only who speaks in the agency's name", "may speak, may talk, you can talk, you can speak, free to"},
	{"discuss work, talk about work, post about work, posting about work, post about your job, discuss the agency, post about the agency, talk about the agency, post about the workplace, discuss pay, discuss wages, discuss salaries, discuss your salary, talk about pay, hablar del trabajo", "a ban on speaking of work is unlawful; say \"do not post what could tell who a client is\"", "you may, you can, free to, always allowed, is yours, are yours, no rule against, your right"},
	{"always honest, honest and accurate, accurate and honest, false or misleading", "only what the writer knows to be false may be ruled out", "know to be false, you know is false"},
	{"automatic termination, automatically terminated, immediate termination, immediately terminated, instant dismissal, will be fired, zero tolerance, despido inmediato", "grade what follows, and say what happens after a slip that is put right", ""},
	{"violation, violations, violates, violate, violating, prohibited, forbidden, strictly", "ask, do not accuse: \"could someone tell who this is?\"", "not forbidden, nothing is forbidden, violates your rights"},
	{"report your colleagues, report colleagues, report coworkers, report co workers, report other staff, report any employee, inform your supervisor of posts", "nobody is set to watch colleagues; leave this out", ""},
	{"delete the complaint, remove the complaint, take down complaints, delete complaints", "never ask a worker to take down a complaint", ""},
}

// Lint refuses wordings in a text shown to workers. The rights notice is not
// for it: that names what may be spoken of.
func Lint(where, s string) (out []Refusal) {
	for _, sentence := range sentences(s) {
		t := " " + loosely(sentence) + " "
		for _, l := range ready() {
			if said := firstSaid(t, l.wordings); said != "" && firstSaid(t, l.unless) == "" {
				out = append(out, Refusal{
					Code: "wording", Where: where, Sentence: strings.TrimSpace(sentence),
					Why: "\"" + said + "\" can be read as a rule against speaking of work, or as blame. Better: " + l.better,
				})
			}
		}
	}
	return out
}

// Blocks are the texts of a node's paragraphs and items, each by itself.
func Blocks(n *Node) []string {
	var own strings.Builder
	var inner []string
	for i := range n.Of {
		switch of := &n.Of[i]; of.Kind {
		case Paragraph, Item, List, Numbered:
			inner = append(inner, Blocks(of)...)
		default:
			inline(&own, of)
		}
	}
	if own.Len() == 0 {
		return inner
	}
	return append([]string{own.String()}, inner...)
}

func inline(out *strings.Builder, n *Node) {
	out.WriteString(n.Text)
	for i := range n.Of {
		inline(out, &n.Of[i])
	}
}

// lint is an entry of lints, its wordings as says wants them.
type lint struct {
	wordings, unless []string
	better           string
}

// ready is made once: a bundle of a thousand rules has ten thousand texts.
var ready = sync.OnceValue(func() (out []lint) {
	for _, l := range lints {
		out = append(out, lint{framed(l.wordings), framed(l.unless), l.better})
	}
	return out
})

// framed puts a space before each wording, and behind those that are whole.
func framed(wordings string) (out []string) {
	for w := range strings.SplitSeq(wordings, ", ") {
		if stem, open := strings.CutSuffix(w, "*"); open {
			out = append(out, " "+stem)
		} else if w != "" {
			out = append(out, " "+w+" ")
		}
	}
	return out
}

// firstSaid returns the first of the framed wordings whose words stand in a row
// in t, which is what loosely gives with a space around it; "" for none.
func firstSaid(t string, wordings []string) string {
	for _, w := range wordings {
		if strings.Contains(t, w) {
			return strings.TrimSpace(w)
		}
	}
	return ""
}

// loosely puts a text in small letters, marks of punctuation out, words a
// space apart.
func loosely(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ReplaceAll(strings.ToLower(s), "’", "'"), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	}), " ")
}

func sentences(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '\n' || r == ';' })
}
