package admin

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/verdict"
)

//go:embed pages
var files embed.FS

// page is what every template is given.
type page struct {
	*visit
	Name string // of the template
	Done string // what was just done, in words
	Body any
}

// done are the words after something was done; the address names one of them,
// and nothing else of the address is shown.
var done = map[string]string{
	"saved": "Saved.", "cleaned": "Saved. HTML that was in the text was taken out, or written as Markdown.", "removed": "Removed.", "out": "You are signed out.",
	"proposed": "Proposed. Somebody who may review looks at it next.", "reviewed": "Your review is kept.",
	"withdrawn": "The proposal is withdrawn.", "anew": "The file is made anew. Earlier signatures do not count for it.",
	"partly":    "Your signature is kept. The file now waits for the next approver.",
	"published": "Published. Browsers have it within a minute.",
}

var functions = template.FuncMap{
	"part": publish.PartName, "sort": publish.SortName,
	"stamp": stamp,
	"in":    func(t policy.Text) string { return policy.In(t, "") },
	"level": func(l verdict.Level) string { return loud[l.String()] },
	"loud":  func(s string) string { return loud[s] },
	"words": func(s []string) string { return strings.Join(s, "\n") },
	"kind":  func(k policy.NodeKind) string { return policy.NodeNames[k] },
	"links": func(of []policy.Node, to []string) nodes { return nodes{of, to} },
	"here":  func(name string, names ...string) bool { return slices.Contains(names, name) },
	"about": func(category string) string { return aboutNames[category] },
	"named": func(key string) string { return cmp.Or(factNames[key], key) },
	"texts": func(name, label, small string, said publish.Saying, languages []string) []tongue {
		return tongues(name, label, small, said, languages)
	},
	"has":      func(list []string, s string) bool { return slices.Contains(list, s) },
	"kindOf":   func(r policy.AgencyRule) string { return policy.AgencyKindNames[r.Kind] },
	"levels":   func() []string { return levelNames },
	"inc":      func(i int) int { return i + 1 },
	"compared": func(c *publish.Changes, tried, wanted bool) compared { return compared{c, tried, wanted} },
	"comma":    func(list []string) string { return strings.Join(list, ", ") },
}

// tongue is the field of a text in one of the agency's languages.
type tongue struct{ Name, Label, Small, Text string }

func tongues(name, label, small string, said publish.Saying, languages []string) (out []tongue) {
	for i, lang := range languages {
		t := tongue{name, label, small, said[lang]}
		if len(languages) > 1 {
			t.Label += " (" + lang + ")"
		}
		if i > 0 {
			t.Name, t.Small = name+"."+lang, ""
		}
		out = append(out, t)
	}
	return out
}

// factNames are what forms call the parts of a policy.
var factNames = map[string]string{
	"consequences": "What follows a slip", "support_if_targeted": "When a worker is attacked online", "how_to_revise": "How to change the policy",
	"private_life": "Private life", "rights_notice": "The right to speak of work", "training": "Training", "benefits": "What posting is good for",
	"legal": "For the law", "hr": "For personnel", "staff": "For the staff",
	"phones": "Own phones at work", "data": "Client data at home and at the office", "privacy_law": "Which privacy law binds us",
	"state_federal": "Where state and federal law differ", "personal_posts": "Posts on a worker's own account", "client_behaviour": "What clients post themselves",
	"friending": "Friend requests", "searching": "Looking clients up", "emergencies": "A post that shows somebody in danger",
	"recording": "Photos, video, sound", "attacks": "A worker attacked online",
	"42cfr2": "42 CFR Part 2: privacy of treatment for substance use", "aca_h6": "ACA Code of Ethics H.6, counsellors and social media",
	"ferpa_99_3": "FERPA, 34 CFR 99.3: what identifies a student", "hipaa_164_514": "HIPAA, 45 CFR 164.514: the details that identify a person",
	"nasw_1_06": "NASW Code of Ethics 1.06, boundaries and conflicts of interest", "nasw_1_07": "NASW Code of Ethics 1.07, privacy of the people served",
	"nasw_1_12": "NASW Code of Ethics 1.12, respectful language about the people served", "vawa_12291": "Violence Against Women Act, 34 U.S.C. 12291: privacy of survivors and shelters",
	"phrase": "Wordings", "near": "Words near each other", "set": "A word of each list", "mask": "Numbers of a form",
}

// nodes are parts of a page of guidance, and the addresses that its links name.
type nodes struct {
	Of []policy.Node
	To []string
}

// Link is the address that a node names, "" where there is none.
func (n nodes) Link(of policy.Node) string {
	if of.To < 0 || of.To >= len(n.To) {
		return ""
	}
	return n.To[of.To]
}

// compared is a comparison on a page: whether example posts were judged, and
// whether they were to be.
type compared struct {
	Changes       *publish.Changes
	Tried, Wanted bool
}

var levelNames = []string{"clear", "note", "caution", "hold"}

// loud says what a level does.
var loud = map[string]string{
	"clear": "nothing", "note": "a quiet hint", "caution": "a warning beside the post", "hold": "a question before posting",
}

// aboutNames say what a category is about.
var aboutNames = map[string]string{
	"client-identifier": "What names a person served: numbers, names, addresses", "client-story": "A story in which somebody could be known",
	"client-image": "Pictures of persons served", "demeaning": "Words that belittle persons served", "boundary": "Contact with persons served",
	"employer-info": "What belongs to the agency alone", "online-advice": "Advice to somebody online",
}

func parsePages() (map[string]*template.Template, error) {
	layout, err := template.New("layout.html").Funcs(functions).ParseFS(files, "pages/layout.html")
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, "pages/*.html")
	if err != nil {
		return nil, err
	}
	out := map[string]*template.Template{}
	for _, name := range names {
		own, err := layout.Clone()
		if err == nil {
			own, err = own.ParseFS(files, name)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out[strings.TrimSuffix(path.Base(name), ".html")] = own
	}
	return out, nil
}

// show answers with a page. Nothing is sent before all of it is made.
func (a *Admin) show(v *visit, status int, name string, body any) error {
	var b bytes.Buffer
	p := page{visit: v, Name: name, Done: done[v.r.URL.Query().Get("done")], Body: body}
	if err := a.pages[name].ExecuteTemplate(&b, "layout.html", p); err != nil {
		a.Log.Error("a page could not be drawn", "page", name, "error", err)
		http.Error(v.w, "Something went wrong on the server, and it is in its log.", http.StatusInternalServerError)
		return nil
	}
	v.w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if len(p.Scripts()) > 0 {
		v.w.Header().Set("Content-Security-Policy", scriptPolicy)
	}
	v.w.WriteHeader(status)
	_, err := v.w.Write(b.Bytes())
	if err != nil {
		a.Log.Debug("a page was not read", "error", err)
	}
	return nil
}

// Member, Agency are for templates.
func (p page) Member() string { return p.member.Name }

// Agency is the agency's name.
func (p page) Agency() string { return p.agency.Name }

// In reports whether the visitor has come all the way in.
func (p page) In() bool { return p.may(author) }

// Half reports whether the second factor is still to come.
func (p page) Half() bool { return p.may(entered) && !p.may(author) }

// Me reports whether a member is the visitor.
func (p page) Me(id string) bool { return p.member.ID == id }

func serveStyle(w http.ResponseWriter, _ *http.Request) {
	b, err := files.ReadFile("pages/style.css")
	if err != nil {
		http.Error(w, "", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	_, _ = w.Write(b)
}

// AgencyID is the agency's short name.
func (p page) AgencyID() string { return p.agency.ID }
