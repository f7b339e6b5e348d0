package policy

import (
	"slices"
	"strconv"
	"strings"

	"secondlook/internal/verdict"
)

// Bounds of a bundle. They keep it readable for a person and cheap for a browser.
const (
	maxRules   = 1000
	maxListed  = 10_000 // words and wordings of all rules
	maxText    = 1200   // bytes of one text
	maxExample = 600    // bytes of one example
	maxBlock   = 4000   // bytes of one paragraph of a page; a step of the proof reads one
	needed     = 3      // examples of each sort a rule has
)

// Admit returns every reason against b that can be seen without reading a
// sentence; none means that it may go on to the proof.
func (b *Bundle) Admit() []Refusal {
	a := admission{b: b, ids: map[string]bool{}}
	a.head()
	a.facts()
	a.words()
	a.levels()
	a.rules()
	a.pages()
	a.practice()
	return a.refused
}

type admission struct {
	b       *Bundle
	ids     map[string]bool
	listed  int
	refused []Refusal
}

func (a *admission) refuse(code, where, why string) {
	a.refused = append(a.refused, Refusal{Code: code, Where: where, Why: why})
}

// once refuses an id that is malformed or was there before.
func (a *admission) once(where, id string) {
	if !isID(id) {
		a.refuse("form", where, "an id is made of small letters, digits, dots and hyphens, at most 64 of them")
	}
	if a.ids[where] {
		a.refuse("form", where, "stands twice; give one of them another name")
	}
	a.ids[where] = true
}

// isID reports whether s is small letters, digits, and inner dots and hyphens.
func isID(s string) bool {
	if s == "" || len(s) > 64 || strings.Trim(s, ".-") != s {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-') {
			return false
		}
	}
	return true
}

func (a *admission) head() {
	a.once("agency "+a.b.Agency, a.b.Agency)
	if strings.Contains(a.b.Agency, ".") {
		a.refuse("form", "agency "+a.b.Agency, "an agency's id has no dots")
	}
	if a.b.Name == "" || len(a.b.Name) > 120 {
		a.refuse("form", "agency "+a.b.Agency, "the name of the agency is missing or too long")
	}
	if len(a.b.Languages) == 0 {
		a.refuse("form", "agency "+a.b.Agency, "say at least one language: languages: [en]")
	}
	for i, l := range a.b.Languages {
		if !isLanguage(l) || slices.Contains(a.b.Languages[:i], l) {
			a.refuse("form", "language "+l, "a language is written like en, es or fr-ca, and each stands once")
		}
	}
	if len(a.b.Rules) > maxRules {
		a.refuse("form", "rules", strconv.Itoa(len(a.b.Rules))+" rules are more than "+strconv.Itoa(maxRules)+"; nobody can know so many")
	}
}

func isLanguage(s string) bool {
	head, tail, _ := strings.Cut(s, "-")
	return len(head) >= 2 && len(head) <= 3 && isID(head) && (tail == "" || isID(tail) && len(tail) <= 8)
}

// text refuses a text that is not there in the first language, too long, or in
// a language or an order that is not the bundle's.
func (a *admission) text(where, what string, t Text, must bool) {
	if len(t) == 0 {
		if must {
			a.refuse("form", where, what+" is missing; one sentence is enough")
		}
		return
	}
	if len(a.b.Languages) > 0 && t[0].Lang != a.b.Languages[0] {
		a.refuse("form", where, what+" is missing in "+a.b.Languages[0]+", the first of your languages")
	}
	before := -1
	for _, s := range t {
		at := slices.Index(a.b.Languages, s.Lang)
		switch {
		case at < 0:
			a.refuse("form", where, what+" is in "+s.Lang+", which is not one of your languages; add it to languages in agency.yaml")
		case at <= before:
			a.refuse("form", where, what+" is there twice in "+s.Lang)
		case strings.TrimSpace(s.Text) == "" || len(s.Text) > maxText:
			a.refuse("form", where, what+" is empty or longer than "+strconv.Itoa(maxText)+" characters")
		}
		before = max(before, at)
	}
}

// words looks at client words and public names.
func (a *admission) words() {
	for i, w := range a.b.Clients {
		where := "client word " + w.One
		for _, s := range []string{w.One, w.Many} {
			switch {
			case len(s) < 3 || len(s) > 40 || strings.ContainsAny(s, " *"):
				a.refuse("form", where, "write one word for one person and one for several: { one: guest, many: guests }")
			case isStaff(s):
				a.refuse("staff", where, "\""+s+"\" is a word for staff, or for people in general; with it the checks would watch what staff say of each other")
			}
		}
		if slices.ContainsFunc(a.b.Clients[:i], func(o ClientWord) bool { return o.One == w.One }) {
			a.refuse("form", where, "stands twice")
		}
	}
	for i, n := range a.b.Names {
		where := "name " + n.Text
		if len(n.Text) < 3 || len(n.Text) > 80 || strings.TrimSpace(n.Text) != n.Text {
			a.refuse("form", where, "a public name has 3 to 80 characters")
		}
		if slices.ContainsFunc(a.b.Names[:i], func(o PublicName) bool { return strings.EqualFold(o.Text, n.Text) }) {
			a.refuse("form", where, "stands twice")
		}
		if isLabour(loosely(n.Text)) || isStaff(loosely(n.Text)) {
			a.refuse("staff", where, "is a word for staff or for working conditions, not the name of a place")
		}
	}
}

func (a *admission) levels() {
	baseline, err := Baseline()
	if err != nil {
		a.refuse("form", "levels", err.Error())
		return
	}
	changes := Changes(baseline)
	for _, l := range a.b.Levels {
		where := "level of " + l.Rule
		a.once(where, l.Rule)
		a.text(where, "why", l.Why, true)
		i := slices.IndexFunc(changes, func(c Change) bool { return c.Rule == l.Rule })
		if i < 0 {
			a.refuse("cap", where, "this is no built-in check whose level can be changed: what protects a client's identity, support in a crisis and venting stay as they are; `secondlook bundle levels` lists the others")
			continue
		}
		if c := changes[i]; l.Level < c.Low || l.Level > c.Top {
			a.refuse("cap", where, "may be "+c.Low.String()+" to "+c.Top.String()+", not "+l.Level.String())
		}
	}
}

func (a *admission) practice() {
	for i, p := range a.b.Practice {
		where := "practice post " + strconv.Itoa(i+1)
		if strings.TrimSpace(p.Draft) == "" || len(p.Draft) > maxText {
			a.refuse("form", where, "the draft is empty or too long")
		}
		a.text(where, "why", p.Why, true)
	}
}

// mayRule are the categories an agency may make rules for, and those that law
// and ethics may be named for.
func mayRule(c verdict.Category) bool { return c != verdict.WorkVenting && c != verdict.Crisis }
