package admin

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/store"
	"secondlook/internal/verdict"
)

const (
	wordsFile  = "words.yaml"
	mostLevels = 60 // rows of the form; there are fewer checks
)

// wordsPage is the form of an agency's words.
type wordsPage struct {
	*publish.PlainWords
	Revision  int64
	Notes     int // that are lost where a list is changed
	Wrong     string
	Languages []string
	Checks    []policy.Change // built-in checks whose level may be changed
}

// ClientLines, NameLines are the lists as lines of a text field.
func (p *wordsPage) ClientLines() (out []string) {
	for _, c := range p.Clients {
		out = append(out, strings.TrimSuffix(c.One+"; "+c.Many, "; "))
	}
	return out
}

// NameLines are the public names of one sort.
func (p *wordsPage) NameLines(programs, reveals bool) (out []string) {
	list := p.Places
	if programs {
		list = p.Programs
	}
	for _, n := range list {
		if n.Reveals == reveals {
			out = append(out, strings.Join(append([]string{n.Name}, n.Also...), "; "))
		}
	}
	return out
}

// Rows are the changes of levels that there are, and two empty ones.
func (p *wordsPage) Rows() []publish.PlainLevel {
	return append(slices.Clone(p.Levels), publish.PlainLevel{}, publish.PlainLevel{})
}

func (a *Admin) wordsForm(v *visit) error {
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	f, _ := w.file(wordsFile)
	p := &wordsPage{Revision: f.Revision, Languages: w.Languages()}
	if p.PlainWords, p.Notes, err = publish.ReadWords(f.Text, w.Languages()); err != nil || !p.fits() {
		return v.to("/admin/file?path="+wordsFile, "")
	}
	return a.showWords(v, http.StatusOK, p)
}

// fits reports whether every name can stand in a line with ; between.
func (p *wordsPage) fits() bool {
	for _, n := range slices.Concat(p.Places, p.Programs) {
		if strings.ContainsAny(strings.Join(append([]string{n.Name}, n.Also...), ""), ";\n") {
			return false
		}
	}
	return !slices.ContainsFunc(p.Clients, func(c publish.ClientWords) bool { return strings.ContainsAny(c.One+c.Many, ";\n") })
}

func (a *Admin) showWords(v *visit, status int, p *wordsPage) error {
	base, err := policy.Baseline()
	if err != nil {
		return err
	}
	p.Checks = policy.Changes(base)
	return a.show(v, status, "words", p)
}

// saveWords writes the lists over those of words.yaml.
func (a *Admin) saveWords(v *visit) error {
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	f, _ := w.file(wordsFile)
	p := &wordsPage{Revision: revision(v.field("revision")), Languages: w.Languages(), PlainWords: wordsOf(v, w.Languages())}
	for _, l := range p.Levels {
		if _, known := verdict.ParseLevel(l.Level); !known || l.Why[p.Languages[0]] == "" {
			p.Wrong = "Each change of a level needs the level and why."
			return a.showWords(v, http.StatusUnprocessableEntity, p)
		}
	}
	if f.Revision != p.Revision {
		err = store.ErrStale
	} else if f.Text, err = publish.PutWords(f.Text, p.PlainWords, p.Languages); err == nil {
		err = a.put(v, store.Working{Agency: v.agency.ID, Path: wordsFile, Text: f.Text, Revision: f.Revision, Editor: v.member.ID, Edited: a.now()})
	}
	return a.formDone(v, err, wordsFile, "/admin/policy", "saved", func(wrong string) error {
		p.Wrong = wrong
		return a.showWords(v, http.StatusConflict, p)
	})
}

// wordsOf reads the form.
func wordsOf(v *visit, languages []string) *publish.PlainWords {
	w := &publish.PlainWords{}
	for _, l := range v.lines("clients") {
		one, many, _ := strings.Cut(l, ";")
		w.Clients = append(w.Clients, publish.ClientWords{One: strings.TrimSpace(one), Many: strings.TrimSpace(many)})
	}
	names := func(field string, reveals bool) (out []publish.NameWords) {
		for _, l := range v.lines(field) {
			var all []string
			for part := range strings.SplitSeq(l, ";") {
				if part = strings.TrimSpace(part); part != "" {
					all = append(all, part)
				}
			}
			if len(all) > 0 {
				out = append(out, publish.NameWords{Name: all[0], Also: all[1:], Reveals: reveals})
			}
		}
		return out
	}
	w.Places = append(names("places", false), names("telling-places", true)...)
	w.Programs = append(names("programs", false), names("telling-programs", true)...)
	for i := range mostLevels {
		n := strconv.Itoa(i)
		if rule := v.field("rule" + n); rule != "" {
			w.Levels = append(w.Levels, publish.PlainLevel{Rule: rule, Level: v.field("level" + n), Why: v.saying("why"+n, languages)})
		}
	}
	return w
}
