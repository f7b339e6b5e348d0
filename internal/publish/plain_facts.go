package publish

import (
	"slices"

	"secondlook/internal/policy"
)

// PlainFacts are what a policy says of itself, as a form shows it. Dates are like
// 2026-03-31.
type PlainFacts struct {
	Agency        string // its name
	Languages     []string
	Drafted       string
	Reviewed      string
	NextReview    string
	Jurisdictions []string
	Settings      []string
	Reviews       map[string]PlainReview // by role: legal, hr, staff
	Basis         map[string]string      // the day each cite was last looked at
	Areas         map[string]string      // the page of guidance that answers each
	Sayings       map[string]Saying      // by key of FactSayings
	Contact       string
}

// PlainReview is who read a policy, when and how.
type PlainReview struct{ By, On, How string }

// FactSayings are the keys of the texts of a policy, in their order.
var FactSayings = []string{"consequences", "support_if_targeted", "how_to_revise", "private_life", "rights_notice", "training", "benefits"}

// Roles are those who read a policy before staff have it.
var Roles = []string{"legal", "hr", "staff"}

func (p *policyFile) sayings() map[string]*saying {
	return map[string]*saying{"consequences": &p.Consequences, "support_if_targeted": &p.Support, "how_to_revise": &p.Revise,
		"private_life": &p.PrivateLife, "rights_notice": &p.RightsNotice, "training": &p.Training, "benefits": &p.Benefits}
}

// ReadFacts reads agency.yaml for its form; ErrNoForm where only its text can be
// edited. notes are how many notes the form loses.
func ReadFacts(text string) (facts *PlainFacts, notes int, err error) {
	s, err := readSheet(text)
	if err != nil {
		return nil, 0, err
	}
	var f agencyFile
	if err := decode(text, &f); err != nil {
		return nil, 0, err
	}
	p := &f.Policy
	if len(f.Languages) == 0 {
		return nil, 0, ErrNoForm
	}
	facts = &PlainFacts{Agency: f.Agency, Languages: f.Languages, Drafted: p.DraftedOn, Reviewed: p.ReviewedOn, NextReview: p.NextReview,
		Jurisdictions: p.Jurisdiction, Settings: p.Settings, Contact: p.Contact, Areas: p.Areas,
		Reviews: map[string]PlainReview{}, Basis: map[string]string{}, Sayings: map[string]Saying{}}
	for role, r := range p.ReviewedBy {
		if !slices.Contains(Roles, role) {
			return nil, 0, ErrNoForm
		}
		facts.Reviews[role] = PlainReview(r)
	}
	for _, b := range p.LegalBasis {
		if !slices.Contains(policy.Cites, b.Cite) || facts.Basis[b.Cite] != "" {
			return nil, 0, ErrNoForm
		}
		facts.Basis[b.Cite] = b.On
	}
	for area := range p.Areas {
		if !slices.Contains(policy.Areas, area) {
			return nil, 0, ErrNoForm
		}
	}
	for key, said := range p.sayings() {
		facts.Sayings[key] = said.in(f.Languages[0])
	}
	return facts, s.notesIn(facts.parts()), nil
}

func (f *PlainFacts) parts() []part {
	line := func(key, text string) part {
		return part{[]string{"policy", key}, func(n int) []string {
			l := lines{}
			l.field(n, key, text)
			return l
		}}
	}
	out := []part{
		{[]string{"agency"}, func(n int) []string { return []string{spacesOf(n) + "agency: " + quoted(f.Agency)} }},
		{[]string{"languages"}, func(n int) []string { return []string{spacesOf(n) + "languages: " + flow(f.Languages)} }},
		line("drafted_on", f.Drafted), line("reviewed_on", f.Reviewed), line("next_review", f.NextReview),
		{[]string{"policy", "jurisdiction"}, func(n int) []string { return []string{spacesOf(n) + "jurisdiction: " + flow(f.Jurisdictions)} }},
		{[]string{"policy", "settings"}, func(n int) []string { return []string{spacesOf(n) + "settings: " + flow(f.Settings)} }},
		{[]string{"policy", "reviewed_by"}, f.reviews}, {[]string{"policy", "legal_basis"}, f.basis}, {[]string{"policy", "areas"}, f.areas},
	}
	for _, key := range FactSayings {
		out = append(out, part{[]string{"policy", key}, func(n int) []string {
			l := lines{}
			l.saying(n, key, f.Sayings[key], f.Languages)
			return l
		}})
	}
	return append(out, line("contact", f.Contact))
}

func (f *PlainFacts) reviews(indent int) []string {
	out := []string{}
	for _, role := range Roles {
		r := f.Reviews[role]
		if r == (PlainReview{}) {
			continue
		}
		l := spacesOf(indent+2) + role + ": { by: " + quoted(r.By) + ", on: " + quoted(r.On)
		if r.How != "" {
			l += ", how: " + quoted(r.How)
		}
		out = append(out, l+" }")
	}
	if len(out) == 0 {
		return nil
	}
	return append([]string{spacesOf(indent) + "reviewed_by:"}, out...)
}

func (f *PlainFacts) basis(indent int) []string {
	var out []string
	for _, cite := range policy.Cites {
		if on := f.Basis[cite]; on != "" {
			out = append(out, spacesOf(indent+2)+"- { cite: "+quoted(cite)+", on: "+quoted(on)+" }")
		}
	}
	return headed(indent, "legal_basis", out)
}

func (f *PlainFacts) areas(indent int) []string {
	l := lines{}
	for _, area := range policy.Areas {
		l.field(indent+2, area, f.Areas[area])
	}
	if len(l) == 0 {
		return nil
	}
	return append([]string{spacesOf(indent) + "areas:"}, l...)
}

// PutFacts writes the facts over those of agency.yaml, and returns its text.
// Entries that say the same as before keep their lines.
func PutFacts(text string, f *PlainFacts) (string, error) {
	was, _, err := ReadFacts(text)
	if err != nil {
		return "", err
	}
	before := was.parts()
	for i, part := range f.parts() {
		if slices.Equal(before[i].lines(0), part.lines(0)) {
			continue
		}
		s, err := readSheet(text) // each part anew: lines have moved
		if err != nil {
			return "", err
		}
		if err := s.set(part.lines, part.keys...); err != nil {
			return "", err
		}
		text = s.text()
	}
	again, _, err := ReadFacts(text)
	if err != nil || !same(*f, *again) {
		return "", ErrNoForm
	}
	return text, nil
}
