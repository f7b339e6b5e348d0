package policy

import (
	"strconv"
	"strings"

	"secondlook/internal/verdict"
)

func (a *admission) rules() {
	for i := range a.b.Rules {
		r := &a.b.Rules[i]
		where := "rule " + r.ID
		a.once(where, r.ID)
		a.authority(where, r)
		a.text(where, "message", r.Message, true)
		a.text(where, "why", r.Why, true)
		if r.Page != "" && !a.hasPage(r.Page) {
			a.refuse("form", where, "guidance names "+r.Page+", but there is no guidance/"+r.Page+".md")
		}
		a.lists(where, r)
		a.examples(where, r)
	}
	if a.listed > maxListed {
		a.refuse("form", "rules", strconv.Itoa(a.listed)+" wordings are more than "+strconv.Itoa(maxListed))
	}
}

func (a *admission) authority(where string, r *AgencyRule) {
	if r.Level == verdict.Clear {
		a.refuse("form", where, "level is note, caution or hold")
	}
	if !mayRule(r.Category) {
		a.refuse("category", where, "no agency may make rules for "+r.Category.String()+": venting is the worker's own, and a crisis is met with support")
	}
	switch r.Authority {
	case "agency":
		if r.Cite != "" {
			a.refuse("cite", where, "an agency's own preference cites nothing; leave cite out, or say authority: ethics")
		}
	case "law", "ethics":
		if !knownCite(r.Cite) {
			a.refuse("cite", where, "authority "+r.Authority+" needs a cite that Second Look knows, one of "+strings.Join(Cites, ", ")+"; or say authority: agency")
		}
		if !r.Category.Client() {
			a.refuse("cite", where, "authority "+r.Authority+" is for rules that protect clients; for "+r.Category.String()+" say authority: agency")
		}
	default:
		a.refuse("cite", where, "authority is agency, ethics or law")
	}
}

// listCounts are how many lists a kind has, at least and at most.
var listCounts = [agencyKinds][2]int{PhraseList: {1, 1}, NearPair: {2, 2}, WordSets: {2, 3}, MaskList: {1, 1}}

func (a *admission) lists(where string, r *AgencyRule) {
	if n := listCounts[r.Kind]; len(r.Lists) < n[0] || len(r.Lists) > n[1] {
		a.refuse("form", where, "kind "+AgencyKindNames[r.Kind]+" has not the lists it needs; the starter shows one of each kind")
		return
	}
	if (r.Kind == NearPair) != (r.Within > 0) || r.Within > 20 {
		a.refuse("form", where, "within is 1 to 20 words, for kind near alone")
	}
	for _, list := range r.Lists {
		if len(list) == 0 {
			a.refuse("form", where, "one of its lists is empty")
		}
		for _, s := range list {
			a.listed++
			if r.Kind == MaskList {
				a.mask(where, s)
				continue
			}
			a.wording(where, s, r.Kind == PhraseList)
		}
	}
	for _, s := range r.Unless {
		a.listed++
		a.wording(where, s, false)
	}
}

// wording refuses what cannot be matched word by word, and, where it would
// flag by itself, what is said of work and not of clients.
func (a *admission) wording(where, s string, alone bool) {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 8 || len(s) > 80 || strings.Join(words, " ") != s {
		a.refuse("form", where, "\""+s+"\": a wording has one to eight words")
		return
	}
	for i, w := range words {
		stem, open := strings.CutSuffix(w, "*")
		if strings.Contains(stem, "*") || open && (len(stem) < 3 || i != len(words)-1) {
			a.refuse("form", where, "\""+s+"\": a * stands at the very end, after three letters or more")
		}
	}
	if alone && isLabour(s) {
		a.refuse("staff", where, "\""+s+"\" is about working conditions; no rule may look for that")
	}
	if alone && len(words) == 1 && isStaff(s) {
		a.refuse("staff", where, "\""+s+"\" is a word for staff; no rule may look for that by itself")
	}
}

// mask refuses a form that ordinary numbers have.
func (a *admission) mask(where, s string) {
	digits, letters, fixed := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '#':
			digits++
		case c == '@':
			letters++
		case c >= 'A' && c <= 'Z':
			fixed++
		case c >= '0' && c <= '9', strings.IndexByte("-/. ", c) >= 0:
		default:
			a.refuse("mask", where, "\""+s+"\": a mask is made of #, @, capital letters, digits, hyphens, slashes, dots and spaces")
			return
		}
	}
	switch {
	case len(s) > 32:
		a.refuse("mask", where, "\""+s+"\" is longer than 32 characters")
	case digits < 3 || digits+letters+fixed < 5:
		a.refuse("mask", where, "\""+s+"\" fits too much: a mask has at least three # and five letters or digits in all")
	case fixed == 0:
		a.refuse("mask", where, "\""+s+"\" fits any number, prices and dates too: write the letters that your numbers begin with")
	case fixed > 3 && !strings.ContainsAny(s, "-/."):
		a.refuse("mask", where, "\""+s+"\" looks for a word before a number; write the form of your own numbers, such as HC-####-###")
	}
}

func (a *admission) examples(where string, r *AgencyRule) {
	if len(r.Flag) < needed || len(r.Pass) < needed {
		a.refuse("form", where, "needs three examples or more that it must flag and three that it must leave alone; it has "+
			strconv.Itoa(len(r.Flag))+" and "+strconv.Itoa(len(r.Pass)))
	}
	for _, s := range r.Flag {
		if from, to := strings.IndexByte(s, '['), strings.IndexByte(s, ']'); (from < 0) != (to < 0) || to < from || to >= 0 && to == from+1 {
			a.refuse("form", where, "in \""+s+"\" the [brackets] do not close around words")
		}
	}
	for _, list := range [][]string{r.Flag, r.Pass} {
		for _, s := range list {
			if strings.TrimSpace(s) == "" || len(s) > maxExample {
				a.refuse("form", where, "an example is empty or longer than "+strconv.Itoa(maxExample)+" characters")
			}
		}
	}
}

// Bare is an example without its brackets.
func Bare(example string) string {
	return strings.ReplaceAll(strings.ReplaceAll(example, "[", ""), "]", "")
}
