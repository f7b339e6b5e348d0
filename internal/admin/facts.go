package admin

import (
	"net/http"
	"slices"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/store"
)

// factsPage is the form of what a policy says of itself.
type factsPage struct {
	*publish.PlainFacts
	Revision int64
	Notes    int // that are lost where an entry is changed
	Wrong    string
	Missing  []string
	Pages    []string
	Of       []string // keys of the texts
	AllRoles []string
	AllCites []string
	AllAreas []string
	Fields   []string // of work
}

func (a *Admin) factsForm(v *visit) error {
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	f, _ := w.file("agency.yaml")
	p := &factsPage{Revision: f.Revision}
	if p.PlainFacts, p.Notes, err = publish.ReadFacts(f.Text); err != nil {
		return v.to("/admin/file?path=agency.yaml", "")
	}
	return a.showFacts(v, w, http.StatusOK, p)
}

func (a *Admin) showFacts(v *visit, w *working, status int, p *factsPage) error {
	if w.Readable() {
		p.Missing = publish.Advice(w.Source.Bundle, a.Desk.Now())
	}
	p.Pages, p.Of, p.AllRoles, p.AllCites, p.AllAreas, p.Fields = w.Pages(), publish.FactSayings, publish.Roles, policy.Cites, policy.Areas, policy.Settings
	return a.show(v, status, "facts", p)
}

// saveFacts writes what was changed into agency.yaml.
func (a *Admin) saveFacts(v *visit) error {
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	f, _ := w.file("agency.yaml")
	was, _, err := publish.ReadFacts(f.Text)
	p := &factsPage{Revision: revision(v.field("revision"))}
	if err == nil {
		p.PlainFacts = factsOf(v, was.Languages)
		if p.Agency == "" {
			p.Wrong = "Give your agency's name."
			return a.showFacts(v, w, http.StatusUnprocessableEntity, p)
		}
		if f.Revision != p.Revision {
			err = store.ErrStale
		} else {
			f.Text, err = publish.PutFacts(f.Text, p.PlainFacts)
		}
	}
	if err == nil {
		err = a.put(v, store.Working{Agency: v.agency.ID, Path: "agency.yaml", Text: f.Text, Revision: f.Revision, Editor: v.member.ID, Edited: a.now()})
	}
	return a.formDone(v, err, "agency.yaml", "/admin/policy", "saved", func(wrong string) error {
		p.Wrong = wrong
		return a.showFacts(v, w, http.StatusConflict, p)
	})
}

// factsOf reads the form. What is not chosen from the lists that it shows is left
// out.
func factsOf(v *visit, languages []string) *publish.PlainFacts {
	f := &publish.PlainFacts{Agency: v.field("agency"), Languages: languages, Drafted: v.field("drafted"), Reviewed: v.field("reviewed"), NextReview: v.field("next"),
		Contact: v.field("contact"), Reviews: map[string]publish.PlainReview{}, Basis: map[string]string{}, Areas: map[string]string{}, Sayings: map[string]publish.Saying{}}
	for part := range strings.FieldsFuncSeq(v.field("jurisdictions"), func(r rune) bool { return r == ',' || r == ' ' || r == ';' }) {
		f.Jurisdictions = append(f.Jurisdictions, part)
	}
	for _, s := range policy.Settings {
		if slices.Contains(v.r.PostForm["settings"], s) {
			f.Settings = append(f.Settings, s)
		}
	}
	for _, role := range publish.Roles {
		if r := (publish.PlainReview{By: v.field("by." + role), On: v.field("on." + role), How: v.field("how." + role)}); r != (publish.PlainReview{}) {
			f.Reviews[role] = r
		}
	}
	for _, cite := range policy.Cites {
		if on := v.field("cite." + cite); on != "" {
			f.Basis[cite] = on
		}
	}
	for _, area := range policy.Areas {
		if page := v.field("area." + area); page != "" {
			f.Areas[area] = page
		}
	}
	for _, key := range publish.FactSayings {
		f.Sayings[key] = v.saying(key, languages)
	}
	return f
}
