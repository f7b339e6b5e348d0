package publish

import (
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

type said = verdict.Said

func (r *agencyReader) agency() {
	var f agencyFile
	source := r.read("agency.yaml", &f, true)
	if source == nil {
		return
	}
	if f.Schema != policy.BundleSchema {
		r.failf(line("agency.yaml", source, "schema:"), "schema %d is not known here: write schema: %d, or update secondlook", f.Schema, policy.BundleSchema)
	}
	b, p := r.out.Bundle, &f.Policy
	b.Agency, b.Name, b.Languages = f.ID, f.Agency, f.Languages
	b.Facts = policy.Facts{
		Drafted: p.DraftedOn, Reviewed: p.ReviewedOn, NextReview: p.NextReview,
		Jurisdictions: p.Jurisdiction, Settings: p.Settings,
		Consequences: r.text(p.Consequences), Support: r.text(p.Support), Revision: r.text(p.Revise),
		Private: r.text(p.PrivateLife), Rights: r.text(p.RightsNotice), Training: r.text(p.Training),
		Benefits: r.text(p.Benefits), Contact: p.Contact,
	}
	for _, role := range slices.Sorted(maps.Keys(p.ReviewedBy)) {
		v := p.ReviewedBy[role]
		b.Facts.Reviews = append(b.Facts.Reviews, policy.Review{Role: role, By: v.By, On: v.On, How: v.How})
	}
	for _, v := range p.LegalBasis {
		b.Facts.Basis = append(b.Facts.Basis, policy.Basis{Cite: v.Cite, On: v.On})
	}
	for _, area := range slices.Sorted(maps.Keys(p.Areas)) {
		b.Facts.Areas = append(b.Facts.Areas, policy.Area{Area: area, Page: p.Areas[area]})
	}
	r.place("policy", "agency.yaml", source, "policy:")
	r.place("agency "+f.ID, "agency.yaml", source, "id:")
}

func (r *agencyReader) words() {
	var f wordsFile
	source := r.read("words.yaml", &f, false)
	b := r.out.Bundle
	for _, w := range f.Clients {
		b.Clients = append(b.Clients, policy.ClientWord{One: strings.ToLower(w.One), Many: strings.ToLower(w.Many)})
		r.place("client word "+strings.ToLower(w.One), "words.yaml", source, w.One)
	}
	names := func(list []nameFile, program bool) {
		for _, n := range list {
			for _, s := range append([]string{n.Name}, n.Also...) {
				b.Names = append(b.Names, policy.PublicName{Text: strings.TrimSpace(s), Program: program, Reveals: n.Reveals})
				r.place("name "+strings.TrimSpace(s), "words.yaml", source, s)
			}
		}
	}
	names(f.Places, false)
	names(f.Programs, true)
	for _, l := range f.Levels {
		at := line("words.yaml", source, "rule: "+l.Rule)
		b.Levels = append(b.Levels, policy.LevelChange{Rule: l.Rule, Level: r.level(at, l.Level), Why: r.text(l.Why)})
		r.place("level of "+l.Rule, "words.yaml", source, "rule: "+l.Rule)
	}
}

func (r *agencyReader) level(place, name string) verdict.Level {
	l, ok := verdict.ParseLevel(name)
	if !ok {
		r.failf(place, "level %q is not known: clear, note, caution or hold", name)
	}
	return l
}

func (r *agencyReader) practice() {
	for _, name := range r.files("practice", ".yaml") {
		var f practiceFile
		source := r.read(name, &f, true)
		for _, p := range f.Practice {
			at := line(name, source, firstWords(p.Draft))
			r.out.Bundle.Practice = append(r.out.Bundle.Practice, policy.Practice{
				Draft: strings.TrimSpace(p.Draft), Expect: r.level(at, p.Expect), Why: r.text(p.Why),
			})
			r.out.places["practice post "+strconv.Itoa(len(r.out.Bundle.Practice))] = at
		}
	}
}

func firstWords(s string) string {
	if i := strings.IndexAny(s, "\n\"\\"); i >= 0 {
		s = s[:i]
	}
	return s[:min(len(s), 24)]
}

func (r *agencyReader) guidance() {
	links := &r.out.Bundle.Links
	for _, name := range r.files("guidance", ".md") {
		source := r.readText(name)
		if source == nil {
			continue
		}
		id := strings.TrimSuffix(path.Base(name), ".md")
		lang := ""
		if len(r.out.Bundle.Languages) > 0 {
			lang = r.out.Bundle.Languages[0]
		}
		if stem, tail, ok := strings.Cut(id, "."); ok {
			id, lang = stem, tail
		}
		p, faults := page(source, links)
		for _, f := range faults {
			r.failf(name, "%s", f)
		}
		p.ID, p.Lang = id, lang
		r.out.Bundle.Pages = append(r.out.Bundle.Pages, p)
		r.out.places["page "+id+" in "+lang] = name
	}
}

func (r *agencyReader) readText(name string) []byte {
	source, err := readFile(r.dir, name)
	if err != nil {
		r.errs = append(r.errs, err)
	}
	return source
}

// loose writes a wording as drafts are read: small letters, words a space
// apart, disguises undone. A last * stays.
func loose(s string) string {
	stem, open := strings.CutSuffix(strings.TrimSpace(s), "*")
	doc := text.Read(stem)
	var words []string
	for i := range doc.Tokens {
		if t := &doc.Tokens[i]; t.Kind != text.Punct && t.Kind != text.Break {
			words = append(words, t.Word)
		}
	}
	out := strings.Join(words, " ")
	if open {
		out += "*"
	}
	return out
}
