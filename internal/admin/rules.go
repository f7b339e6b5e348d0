package admin

import (
	"net/http"
	"strconv"
	"strings"

	"secondlook/internal/publish"
	"secondlook/internal/store"
)

func revision(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return -1 // of no file
	}
	return n
}

// folderPage shows what the files of a folder say, and where each part of it has
// its form.
type folderPage struct {
	*working
	Of    []store.Working
	Rules map[string]string // path of the file whose rule a form can show, by the rule's id
	Posts []postAt
	Texts bool // every file of the folder can be edited by forms
}

// postAt is a practice post and where it stands.
type postAt struct {
	publish.PlainPractice
	Path string
	At   int
}

func (a *Admin) folder(v *visit, page, folder string) error {
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	p := folderPage{working: w, Rules: map[string]string{}, Texts: true}
	for _, f := range w.Files {
		if !strings.HasPrefix(f.Path, folder) {
			continue
		}
		p.Of = append(p.Of, f)
		var err error
		switch folder {
		case "rules/":
			err = p.addRules(f)
		case "practice/":
			err = p.addPosts(f)
		}
		p.Texts = p.Texts && err == nil
	}
	return a.show(v, http.StatusOK, page, p)
}

func (p *folderPage) addRules(f store.Working) error {
	all, err := publish.ReadRules(f.Text, p.Languages())
	if err != nil {
		return err
	}
	for i := range all.Rules {
		p.Rules[all.Rules[i].ID] = f.Path
	}
	return nil
}

func (p *folderPage) addPosts(f store.Working) error {
	all, err := publish.ReadPractice(f.Text, p.Languages())
	if err != nil {
		return err
	}
	for i := range all.Posts {
		p.Posts = append(p.Posts, postAt{all.Posts[i], f.Path, i})
	}
	return nil
}

func (a *Admin) rules(v *visit) error    { return a.folder(v, "rules", "rules/") }
func (a *Admin) guidance(v *visit) error { return a.folder(v, "guidance", "guidance/") }
func (a *Admin) practice(v *visit) error { return a.folder(v, "practice", "practice/") }
