package admin

import (
	"errors"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

// rulePage is the form of one rule.
type rulePage struct {
	publish.PlainRule
	Path       string
	Was        string // id of the rule that is edited, "" for a new one
	Revision   int64
	Notes      int // that are lost when the rule is saved
	Wrong      string
	Languages  []string
	Categories []string
	Cites      []string
	Pages      []string
}

// categories are those of an agency's rules.
var categories = []string{"client-identifier", "client-story", "client-image", "demeaning", "boundary", "employer-info", "online-advice"}

// One, Two and Three are the lists of the rule's kind, as the form has them.
func (p *rulePage) One() []string {
	switch p.Kind {
	case "near":
		return p.First
	case "set":
		return p.set(0)
	case "mask":
		return p.Masks
	}
	return p.Phrases
}

// Two is the second list.
func (p *rulePage) Two() []string {
	if p.Kind == "near" {
		return p.Second
	}
	return p.set(1)
}

// Three is the third.
func (p *rulePage) Three() []string { return p.set(2) }

func (p *rulePage) set(i int) []string {
	if i < len(p.Sets) {
		return p.Sets[i]
	}
	return nil
}

func (a *Admin) ruleForm(v *visit) error {
	p := rulePage{PlainRule: publish.PlainRule{Kind: "phrase", Level: "note", Authority: "agency"}}
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	if path := v.r.URL.Query().Get("path"); path != "" {
		f, ok := w.file(path)
		if !ok {
			return store.ErrNotFound
		}
		all, err := publish.ReadRules(f.Text, w.Languages())
		if err != nil {
			return v.to("/admin/file?path="+path, "")
		}
		i := ruleAt(all, v.r.URL.Query().Get("id"))
		if i < 0 {
			return store.ErrNotFound
		}
		p.PlainRule, p.Path, p.Was, p.Revision, p.Notes = all.Rules[i], path, all.Rules[i].ID, f.Revision, all.Notes[i]
	}
	return a.showRule(v, w, http.StatusOK, p)
}

// ruleAt is the place of a rule in its file; of a file with one rule that one
// needs no name.
func ruleAt(all *publish.RuleFile, id string) int {
	if id == "" && len(all.Rules) == 1 {
		return 0
	}
	return slices.IndexFunc(all.Rules, func(r publish.PlainRule) bool { return r.ID == id })
}

func (a *Admin) showRule(v *visit, w *working, status int, p rulePage) error {
	p.Categories, p.Cites, p.Pages, p.Languages = categories, policy.Cites, w.Pages(), w.Languages()
	return a.show(v, status, "rule", &p)
}

var ruleIDs = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$`)

// ruleOf reads the form.
func ruleOf(v *visit, languages []string) rulePage {
	p := rulePage{Path: v.field("path"), Was: v.field("was"), Revision: revision(v.field("revision")), PlainRule: publish.PlainRule{
		ID: v.field("id"), Kind: v.field("kind"), Category: v.field("category"), Level: v.field("level"), Authority: v.field("authority"),
		Cite: v.field("cite"), Message: v.saying("message", languages), Why: v.saying("why", languages), Guidance: v.field("guidance"),
		Unless: v.lines("unless"), Examples: publish.Examples{Flag: v.lines("flag"), Pass: v.lines("pass")},
	}}
	one, two, three := v.lines("words"), v.lines("second"), v.lines("third")
	switch p.Kind {
	case "near":
		p.First, p.Second, p.Within = one, two, int(max(0, min(revision(v.field("within")), 99)))
		if len(three) > 0 {
			p.Sets = [][]string{nil, nil, three} // shown again, and refused
		}
	case "set":
		for _, s := range [][]string{one, two, three} {
			if len(s) > 0 {
				p.Sets = append(p.Sets, s)
			}
		}
	default:
		if p.Phrases = one; p.Kind == "mask" {
			p.Phrases, p.Masks = nil, one
		}
		if len(two)+len(three) > 0 {
			p.Sets = [][]string{nil, two, three} // shown again, and refused
		}
	}
	if p.Authority == "agency" {
		p.Cite = ""
	}
	return p
}

// saveRule writes a rule into its place, a new one into a file of its own. Faults
// of form are said beside the form, which comes back as it was; whether the rule
// is good is the proof's affair.
func (a *Admin) saveRule(v *visit) error {
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	p := ruleOf(v, w.Languages())
	if p.Wrong = wrongRule(&p.PlainRule, w.Languages()[0]); p.Wrong != "" {
		return a.showRule(v, w, http.StatusUnprocessableEntity, p)
	}
	path, text, err := w.withRule(&p)
	if err == nil {
		err = a.put(v, store.Working{Agency: v.agency.ID, Path: path, Text: text, Revision: max(0, p.Revision), Editor: v.member.ID, Edited: a.now()})
	}
	switch {
	case errors.Is(err, store.ErrStale):
		p.Wrong = "Somebody else has changed this rule since you opened it, or there is one of this name. Copy what you need, and open it anew from the list."
		return a.showRule(v, w, http.StatusConflict, p)
	case errors.Is(err, publish.ErrNoForm):
		return v.to("/admin/file?path="+path, "")
	case err != nil:
		return err
	}
	return v.to("/admin/rules", "saved")
}

// withRule is the file of a rule, with the rule in it.
func (w *working) withRule(p *rulePage) (path, text string, err error) {
	if p.Revision < 1 {
		path, p.Revision = "rules/"+strings.ReplaceAll(p.ID, ".", "-")+".yaml", 0
		f, err := publish.ReadRules("", w.Languages())
		if err != nil || !validPath(path) {
			return path, "", publish.ErrNoForm
		}
		text, err = f.Put(0, &p.PlainRule)
		return path, text, err
	}
	f, ok := w.file(p.Path)
	if !ok || !strings.HasPrefix(p.Path, "rules/") {
		return "", "", store.ErrNotFound
	}
	if f.Revision != p.Revision {
		return "", "", store.ErrStale
	}
	all, err := publish.ReadRules(f.Text, w.Languages())
	if err != nil {
		return p.Path, "", err
	}
	i := ruleAt(all, p.Was)
	if i < 0 {
		return "", "", store.ErrNotFound
	}
	text, err = all.Put(i, &p.PlainRule)
	return p.Path, text, err
}

// dropRule takes a rule out of its file, and the file where it was the last.
func (a *Admin) dropRule(v *visit) error {
	ctx, path := v.r.Context(), v.field("path")
	w, err := a.working(ctx, v.agency.ID)
	if err != nil {
		return err
	}
	f, ok := w.file(path)
	if !ok || !strings.HasPrefix(path, "rules/") {
		return store.ErrNotFound
	}
	all, err := publish.ReadRules(f.Text, w.Languages())
	if err != nil {
		return v.to("/admin/file?path="+path, "")
	}
	i := ruleAt(all, v.field("was"))
	if i < 0 {
		return store.ErrNotFound
	}
	if len(all.Rules) == 1 {
		return a.dropFile(v)
	}
	if f.Text, err = all.Drop(i); err != nil {
		return v.to("/admin/file?path="+path, "")
	}
	f.Revision, f.Editor, f.Edited = revision(v.field("revision")), v.member.ID, a.now()
	if err := a.put(v, f); err != nil {
		return err
	}
	return v.to("/admin/rules", "removed")
}

// wrongRule says what a form lacks; first is the language that every text has.
func wrongRule(r *publish.PlainRule, first string) string {
	lists, sets := len(r.Phrases)+len(r.Masks), len(r.Sets)
	switch {
	case len(r.ID) > 50 || !ruleIDs.MatchString(r.ID):
		return "The name is a group and a word with a dot between, such as visits.school: small letters, digits and dashes."
	case !slices.Contains(policy.AgencyKindNames, r.Kind):
		return "Choose what it looks for."
	case !slices.Contains(categories, r.Category):
		return "Choose what it is about."
	case r.Kind == "near" && (len(r.First) == 0 || len(r.Second) == 0 || r.Within < 1):
		return "Words near each other need a first and a second list, and how many words may stand between them."
	case r.Kind == "set" && sets < 2:
		return "A word of each list: give two lists or three."
	case (r.Kind == "phrase" || r.Kind == "mask") && lists == 0:
		return "Give at least one wording or number form, a line each."
	case r.Kind != "set" && sets > 0:
		return "This sort of rule has no such further list: empty it, or choose another sort."
	case !trust.ValidLine(r.Message[first]) || !trust.ValidLine(r.Why[first]):
		return "Say what the worker reads, and why: a line each, at most 500 bytes."
	case r.Authority != "agency" && r.Cite == "":
		return "Law and ethics need the source that they rest on."
	case len(r.Examples.Flag) < 3 || len(r.Examples.Pass) < 3:
		return "Give at least three posts that it must see and three that it must leave alone."
	}
	return ""
}
