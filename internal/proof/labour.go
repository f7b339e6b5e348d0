package proof

import (
	"slices"
	"strconv"
	"strings"

	"secondlook/internal/engine"
	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

// loudest is the context in which an agency's rules may say most.
var loudest = engine.Context{Account: "agency", Edit: -1}

// costly is how many elements the agency's rules may try on one sentence.
const costly = 50_000

// protected: labour speech. Before the shield no rule of the agency's may find
// anything in it, and its words may not make a built-in check speak.
func (p *Proof) protected(i int) []policy.Refusal {
	s := p.corpora.protected[i]
	return append(p.quiet("labour", s, "flags labour speech, which no rule may touch"), p.stirs("labour", s)...)
}

// silence: ordinary speech that points at nobody. Nothing may speak.
func (p *Proof) silence(i int) []policy.Refusal {
	s := p.corpora.silence[i]
	return append(p.quiet("silence", s, "flags speech that points at nobody"), p.stirs("silence", s)...)
}

// quiet refuses every rule of the agency's that finds something in s, the
// shield left out, and any that take too long over it.
func (p *Proof) quiet(code, s, why string) (out []policy.Refusal) {
	found, spent := p.agency(s)
	for i := range found {
		at := found[i].Spans[0]
		out = append(out, policy.Refusal{
			Code: code, Where: p.where(&found[i]), Sentence: s,
			Why: why + ": \"" + s[at.Start:at.End] + "\"; make its words narrower, or drop it",
		})
	}
	if spent > costly {
		out = append(out, policy.Refusal{
			Code: "budget", Where: "rules", Sentence: s,
			Why: "the rules take " + strconv.Itoa(spent) + " steps over one sentence, " + strconv.Itoa(costly) + " are allowed; drop wordings that begin with very common words",
		})
	}
	return out
}

// stirs refuses client words, names and levels that make a built-in check
// speak where it did not, and of labour speech that make it louder. Where the
// built-in rules speak of ordinary speech by themselves, that is their fault.
func (p *Proof) stirs(code, s string) (out []policy.Refusal) {
	worded := p.worded(s)
	if !worded && len(p.bundle.Levels) == 0 {
		return nil
	}
	before := p.check(p.without, s, loudest)
	if !worded && before.Level == verdict.Clear {
		return nil // a level moves what is there
	}
	after := p.check(p.withBundle(), s, loudest)
	for i := range after.Findings {
		f := &after.Findings[i]
		if f.Says == nil && f.Level > levelOf(&before, f.Rule) && (code == "labour" || before.Level == verdict.Clear) {
			out = append(out, policy.Refusal{
				Code: code, Where: p.cause(s), Sentence: s,
				Why: "makes the built-in check " + f.Rule + " speak of a sentence that tells nothing of a client; drop the word",
			})
		}
	}
	return out
}

// worded reports whether a client word or a name of the bundle may stand in s.
func (p *Proof) worded(s string) bool {
	low := strings.ToLower(s)
	return slices.ContainsFunc(p.words, func(w filling) bool {
		return w.slot != "phrase" && (strings.Contains(low, strings.ToLower(w.text)) || w.many != "" && strings.Contains(low, w.many))
	})
}

// cause guesses which word of the bundle stirs the sentence.
func (p *Proof) cause(s string) string {
	low := " " + strings.ToLower(s) + " "
	for _, w := range p.words {
		if w.slot != "phrase" && strings.Contains(low, strings.ToLower(w.text)) {
			return w.where
		}
	}
	if len(p.bundle.Levels) > 0 {
		return "level of " + p.bundle.Levels[0].Rule
	}
	return "words"
}

func levelOf(v *verdict.Verdict, rule string) verdict.Level {
	for i := range v.Findings {
		if v.Findings[i].Rule == rule {
			return v.Findings[i].Level
		}
	}
	return verdict.Clear
}

// where names the rule of an agency's finding.
func (p *Proof) where(f *verdict.Finding) string {
	return "rule " + strings.TrimPrefix(f.Rule, p.bundle.Agency+"/")
}

// slotted: labour speech with the bundle's own words in it. After the shield
// no rule of the agency's may find anything.
func (p *Proof) slotted(i int) (out []policy.Refusal) {
	w := &p.words[i/uses]
	s := w.into(p.corpora, i)
	found := p.standing(s)
	for k := range found {
		out = append(out, policy.Refusal{
			Code: "labour", Where: p.where(&found[k]), Sentence: s,
			Why: "still speaks when \"" + w.text + "\" stands in labour speech; drop the wording",
		})
	}
	return out
}

// filling is a word of the bundle that goes into a slot.
type filling struct {
	where, slot string
	text, many  string
}

// fillings are all wordings, names and client words of a bundle.
func fillings(b *policy.Bundle) (out []filling) {
	for i := range b.Rules {
		r := &b.Rules[i]
		for _, list := range r.Lists {
			for _, s := range list {
				if r.Kind == policy.MaskList {
					s = sample(s)
				}
				out = append(out, filling{where: "rule " + r.ID, slot: "phrase", text: strings.TrimSuffix(s, "*")})
			}
		}
	}
	for _, n := range b.Names {
		out = append(out, filling{where: "name " + n.Text, slot: "name", text: n.Text})
	}
	for _, w := range b.Clients {
		out = append(out, filling{where: "client word " + w.One, slot: "client", text: w.One, many: w.Many})
	}
	return out
}

// sample is a number that fits a mask.
func sample(mask string) string {
	return strings.NewReplacer("#", "7", "@", "K").Replace(mask)
}

// into puts the word into a sentence of its slot: another for each i.
func (w *filling) into(c sentences, i int) string {
	list := c.phrase
	switch w.slot {
	case "name":
		list = c.name
	case "client":
		list = c.client
	}
	s := list[(i*step)%len(list)]
	return strings.ReplaceAll(strings.ReplaceAll(s, "{clients}", w.many), "{"+w.slot+"}", w.text)
}

// step goes through the slotted sentences so that each three in a row come
// from different groups; no list of them is a multiple of it.
const step = 37
