package admin

import (
	"errors"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

func revision(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return -1 // of no file
	}
	return n
}

// rulesPage, guidancePage and the like show what the files say.
type rulesPage struct {
	*working
	Loose map[string]string // path of the file that a form can show, by rule
	Of    []store.Working   // files of the page's folder
}

func (a *Admin) workingPage(v *visit, page, folder string) error {
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	p := rulesPage{working: w, Loose: map[string]string{}}
	for _, f := range w.Files {
		if !strings.HasPrefix(f.Path, folder) {
			continue
		}
		p.Of = append(p.Of, f)
		if r, ok := publish.ReadPlainRule(f.Text); ok && folder == "rules/" {
			p.Loose[r.ID] = f.Path
		}
	}
	return a.show(v, http.StatusOK, page, p)
}

func (a *Admin) rules(v *visit) error    { return a.workingPage(v, "rules", "rules/") }
func (a *Admin) guidance(v *visit) error { return a.workingPage(v, "guidance", "guidance/") }
func (a *Admin) practice(v *visit) error { return a.workingPage(v, "practice", "practice/") }

// rulePage is the form of one rule.
type rulePage struct {
	publish.PlainRule
	Path       string
	Revision   int64
	Wrong      string
	Categories []string
	Cites      []string
	Pages      []string
}

// categories are those of an agency's rules.
var categories = []string{"client-identifier", "client-story", "client-image", "demeaning", "boundary", "employer-info", "online-advice"}

func (a *Admin) ruleForm(v *visit) error {
	p := rulePage{PlainRule: publish.PlainRule{Kind: "phrase", Level: "note", Authority: "agency"}}
	if path := v.r.URL.Query().Get("path"); path != "" {
		if !validPath(path) {
			return store.ErrNotFound
		}
		f, err := a.store.WorkingFile(v.r.Context(), v.agency.ID, path)
		if err != nil {
			return err
		}
		r, ok := publish.ReadPlainRule(f.Text)
		if !ok {
			return v.to("/admin/file?path="+path, "")
		}
		p.PlainRule, p.Path, p.Revision = *r, path, f.Revision
	}
	return a.showRule(v, http.StatusOK, p)
}

func (a *Admin) showRule(v *visit, status int, p rulePage) error {
	p.Categories, p.Cites = categories, policy.Cites
	files, err := a.store.WorkingFiles(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	for _, f := range files {
		if name, ok := strings.CutPrefix(f.Path, "guidance/"); ok {
			name, _, _ = strings.Cut(name, ".")
			if !slices.Contains(p.Pages, name) {
				p.Pages = append(p.Pages, name)
			}
		}
	}
	return a.show(v, status, "rule", p)
}

var ruleIDs = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$`)

// saveRule writes a rule into a file of its own. Faults of form are said beside
// the form, which comes back as it was; whether the rule is good is the proof's
// affair.
func (a *Admin) saveRule(v *visit) error {
	p := rulePage{Path: v.field("path"), Revision: revision(v.field("revision")), PlainRule: publish.PlainRule{
		ID: v.field("id"), Kind: v.field("kind"), Category: v.field("category"), Level: v.field("level"), Authority: v.field("authority"),
		Cite: v.field("cite"), Message: v.field("message"), Why: v.field("why"), Guidance: v.field("guidance"), Unless: v.lines("unless"),
		Examples: publish.Examples{Flag: v.lines("flag"), Pass: v.lines("pass")},
	}}
	if words := v.lines("words"); p.Kind == "mask" {
		p.Masks = words
	} else {
		p.Phrases = words
	}
	if p.Authority == "agency" {
		p.Cite = ""
	}
	if p.Wrong = wrongRule(&p.PlainRule); p.Wrong != "" {
		return a.showRule(v, http.StatusUnprocessableEntity, p)
	}
	if p.Revision == 0 {
		p.Path = "rules/" + strings.ReplaceAll(p.ID, ".", "-") + ".yaml"
	}
	if !validPath(p.Path) || !strings.HasPrefix(p.Path, "rules/") {
		return store.ErrNotFound
	}
	text, err := p.Text()
	if err != nil {
		return err
	}
	err = a.put(v, store.Working{Agency: v.agency.ID, Path: p.Path, Text: text, Revision: p.Revision, Editor: v.member.ID, Edited: a.now()})
	if errors.Is(err, store.ErrStale) {
		p.Wrong = "Somebody else has changed this rule since you opened it, or there is one of this name. Copy what you need, and open it anew from the list."
		return a.showRule(v, http.StatusConflict, p)
	}
	if err != nil {
		return err
	}
	return v.to("/admin/rules", "saved")
}

// wrongRule says what a form lacks.
func wrongRule(r *publish.PlainRule) string {
	switch {
	case len(r.ID) > 50 || !ruleIDs.MatchString(r.ID):
		return "The name is a group and a word with a dot between, such as visits.school: small letters, digits and dashes."
	case r.Kind != "phrase" && r.Kind != "mask":
		return "Choose wordings or number forms."
	case !slices.Contains(categories, r.Category):
		return "Choose what it is about."
	case len(r.Phrases)+len(r.Masks) == 0:
		return "Give at least one wording or number form, a line each."
	case !trust.ValidLine(r.Message) || !trust.ValidLine(r.Why):
		return "Say what the worker reads, and why: a line each, at most 500 bytes."
	case r.Authority != "agency" && r.Cite == "":
		return "Law and ethics need the source that they rest on."
	case len(r.Examples.Flag) < 3 || len(r.Examples.Pass) < 3:
		return "Give at least three posts that it must see and three that it must leave alone."
	}
	return ""
}

// newPage makes an empty page of guidance.
func (a *Admin) newPage(v *visit) error {
	f := store.Working{Agency: v.agency.ID, Path: "guidance/" + v.field("name") + ".md", Editor: v.member.ID, Edited: a.now()}
	if !validPath(f.Path) {
		return refuse("A name is of small letters, digits and dashes, such as friend-requests.")
	}
	f.Text = "# " + strings.ReplaceAll(v.field("name"), "-", " ") + "\n\nWrite here what helps.\n"
	if err := a.put(v, f); err != nil {
		return err
	}
	return v.to("/admin/guidance", "saved")
}
