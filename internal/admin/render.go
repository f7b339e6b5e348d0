package admin

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"

	"secondlook/internal/policy"
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
	"saved": "Saved.", "removed": "Removed.", "out": "You are signed out.",
	"proposed": "Proposed. Somebody who may review looks at it next.", "reviewed": "Your review is kept.",
	"withdrawn": "The proposal is withdrawn.", "anew": "The file is made anew. Earlier signatures do not count for it.",
	"partly":    "Your signature is kept. The file now waits for the next approver.",
	"published": "Published. Browsers have it within a minute.",
}

var functions = template.FuncMap{
	"stamp": stamp,
	"in":    func(t policy.Text) string { return policy.In(t, "") },
	"level": func(l verdict.Level) string { return loud[l.String()] },
	"loud":  func(s string) string { return loud[s] },
	"words": func(s []string) string { return strings.Join(s, "\n") },
	"lists": func(l [][]string) []string { return slices.Concat(l...) },
	"kind":  func(k policy.NodeKind) string { return policy.NodeNames[k] },
	"links": func(of []policy.Node, to []string) nodes { return nodes{of, to} },
	"here":  func(name string, names ...string) bool { return slices.Contains(names, name) },
	"about": func(category string) string { return aboutNames[category] },
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
