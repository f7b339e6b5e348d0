package proof

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"secondlook/internal/identify"
	"secondlook/internal/policy"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// said is one text of a bundle and what it is for.
type said struct {
	where, text string
	use         use
}

type use uint8

const (
	matched  use = iota // looked for in drafts: a wording, a client word
	named               // the name of a place
	shown               // shown to a worker: a message, a reason, a page
	rights              // the rights notice, which names what may be spoken of
	imagined            // an example, a practice post
)

func textsOf(b *policy.Bundle) (out []said) {
	add := func(where string, u use, texts ...string) {
		for _, t := range texts {
			out = append(out, said{where, t, u})
		}
	}
	each := func(where string, t policy.Text) {
		for _, s := range t {
			add(where, shown, s.Text)
		}
	}
	for i := range b.Rules {
		r := &b.Rules[i]
		where := "rule " + r.ID
		if r.Kind != policy.MaskList {
			for _, list := range r.Lists {
				add(where, matched, list...)
			}
		}
		each(where, r.Message)
		each(where, r.Why)
		add(where, imagined, r.Flag...)
		add(where, imagined, r.Pass...)
	}
	for _, n := range b.Names {
		add("name "+n.Text, named, n.Text)
	}
	for _, w := range b.Clients {
		add("client word "+w.One, matched, w.One)
	}
	for i := range b.Pages {
		p := &b.Pages[i]
		where := "page " + p.ID + " in " + p.Lang
		add(where, shown, p.Title)
		for j := range p.Body {
			add(where, shown, policy.Blocks(&p.Body[j])...)
		}
	}
	f := &b.Facts
	for _, t := range []policy.Text{f.Consequences, f.Support, f.Revision, f.Private, f.Training, f.Benefits} {
		each("policy", t)
	}
	for _, s := range f.Rights {
		add("policy", rights, s.Text)
	}
	for i := range b.Levels {
		each("level of "+b.Levels[i].Rule, b.Levels[i].Why)
	}
	for i := range b.Practice {
		for _, s := range b.Practice[i].Why {
			add("practice post "+strconv.Itoa(i+1), shown, s.Text)
		}
		add("practice post "+strconv.Itoa(i+1), imagined, b.Practice[i].Draft)
	}
	return out
}

// text: no person, no address, no code. A made-up post may hold a made-up
// name; what drafts are searched for may not.
func (p *Proof) text(i int) []policy.Refusal {
	s := &p.texts[i]
	p.reads(s.text)
	refuse := func(code, why string) []policy.Refusal {
		return []policy.Refusal{{Code: code, Where: s.where, Why: why, Sentence: policy.Bare(s.text)}}
	}
	if (s.use == matched || s.use == named) && person(s.text) {
		return refuse("person", "is a person's name, and a bundle is read by everyone; Second Look finds names by itself. Where it is none, put the next word beside it")
	}
	if s.use == matched && digits(s.text) >= 3 {
		return refuse("secret", "is a number or a code; for your own numbers write a mask, and leave codes out")
	}
	if s.use == named || s.use == matched {
		if typ := reaches(title(s.text)); typ != "" {
			return refuse("secret", "holds "+typ+"; leave it out")
		}
		return nil
	}
	if typ := reaches(policy.Bare(s.text)); typ != "" && (s.use == imagined || typ == address) {
		return refuse("secret", "holds "+typ+"; leave it out, a made-up one too: nobody can tell the difference")
	}
	if s.use == shown {
		if refused := policy.Lint(s.where, s.text); refused != nil {
			return refused
		}
		p.reads(s.text)
		for _, f := range p.without.Listed(s.text) {
			if f.Category == verdict.EmployerInfo && f.Level == verdict.Hold {
				return refuse("secret", "gives away a place or a code that has to stay secret; leave it out")
			}
		}
	}
	return nil
}

const address = "a street address"

// reaches says what in a text reaches a person or a door, "" for nothing.
func reaches(s string) string {
	for _, m := range identify.Find(text.Read(s)) {
		switch {
		case m.Type == verdict.Address && m.Sure >= 600:
			return address
		case m.Type == verdict.SSN:
			return "a social security number"
		case m.Type == verdict.Phone && m.Sure >= 800 && !strings.Contains(m.Value, "555"):
			return "a telephone number"
		case m.Type == verdict.Email && !strings.Contains(m.Value, "example."):
			return "an e-mail address"
		}
	}
	return ""
}

// person reports whether a wording is a person's name and nothing else, in the
// place where names stand. One word alone has to be a name in small letters too:
// Summer and Grace are names, summer and grace are not.
func person(s string) bool {
	const before, behind = "Yesterday I met ", " at the office."
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	as, sure := title(s), 700
	if len(words) == 1 {
		as, sure = strings.ToLower(s), 800
	}
	draft := before + as + behind
	for _, m := range identify.Find(text.Read(draft)) {
		if m.Type == verdict.Person && m.Sure >= sure && m.Start <= len(before) && m.End >= len(before)+len(as) {
			return true
		}
	}
	return false
}

// title writes every word with a capital.
func title(s string) string {
	words := strings.Fields(strings.TrimSuffix(s, "*"))
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return strings.Join(words, " ")
}

func digits(s string) (n int) {
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}
