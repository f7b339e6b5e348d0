package admin

import (
	"errors"
	"net/http"
	"strings"

	"secondlook/internal/publish"
	"secondlook/internal/store"
)

// postPage is the form of one practice post.
type postPage struct {
	publish.PlainPractice
	Path      string
	At        int // its place in the file
	Revision  int64
	New       bool
	Notes     int // that are lost when it is saved
	Wrong     string
	Languages []string
}

const practiceFile = "practice/posts.yaml" // where new ones go

// posts reads the file that a request names.
func (a *Admin) posts(v *visit, path string) (w *working, f store.Working, all *publish.PracticeFile, err error) {
	if w, err = a.working(v.r.Context(), v.agency.ID); err != nil {
		return w, f, nil, err
	}
	f, ok := w.file(path)
	if !strings.HasPrefix(path, "practice/") || !ok && path != practiceFile {
		return w, f, nil, store.ErrNotFound
	}
	f.Path = path
	all, err = publish.ReadPractice(f.Text, w.Languages())
	return w, f, all, err
}

func (a *Admin) postForm(v *visit) error {
	q := v.r.URL.Query()
	path, at := q.Get("path"), int(revision(q.Get("at")))
	if path == "" {
		path = practiceFile
	}
	w, f, all, err := a.posts(v, path)
	if errors.Is(err, publish.ErrNoForm) {
		return v.to("/admin/file?path="+path, "")
	}
	if err != nil {
		return err
	}
	p := postPage{Path: path, At: len(all.Posts), Revision: f.Revision, New: true, Languages: w.Languages(), PlainPractice: publish.PlainPractice{Expect: "note"}}
	if q.Has("at") {
		if at < 0 || at >= len(all.Posts) {
			return store.ErrNotFound
		}
		p.PlainPractice, p.At, p.New, p.Notes = all.Posts[at], at, false, all.Notes[at]
	}
	return a.show(v, http.StatusOK, "post", p)
}

// savePost writes a practice post into its place.
func (a *Admin) savePost(v *visit) error {
	w, f, all, err := a.posts(v, v.field("path"))
	if err != nil && !errors.Is(err, publish.ErrNoForm) {
		return err
	}
	p := postPage{Path: v.field("path"), At: int(revision(v.field("at"))), Revision: revision(v.field("revision")), New: v.field("new") != "", Languages: w.Languages(),
		PlainPractice: publish.PlainPractice{Draft: strings.TrimSpace(v.text("draft")), Expect: v.field("expect"), Why: v.saying("why", w.Languages())}}
	if _, known := loud[p.Expect]; !known || p.Draft == "" || p.Why[w.Languages()[0]] == "" {
		p.Wrong = "Write the post, what it shows, and why."
		return a.show(v, http.StatusUnprocessableEntity, "post", p)
	}
	var text string
	switch {
	case err != nil:
	case f.Revision != p.Revision:
		err = store.ErrStale
	default:
		text, err = all.Put(p.At, &p.PlainPractice)
	}
	if err == nil {
		err = a.put(v, store.Working{Agency: v.agency.ID, Path: p.Path, Text: text, Revision: p.Revision, Editor: v.member.ID, Edited: a.now()})
	}
	return a.formDone(v, err, p.Path, "/admin/practice", "saved", func(wrong string) error {
		p.Wrong = wrong
		return a.show(v, http.StatusConflict, "post", p)
	})
}

// dropPost takes a practice post out.
func (a *Admin) dropPost(v *visit) error {
	_, f, all, err := a.posts(v, v.field("path"))
	if err == nil && f.Revision != revision(v.field("revision")) {
		err = store.ErrStale
	}
	if err == nil {
		if f.Text, err = all.Drop(int(revision(v.field("at")))); err == nil {
			f.Agency, f.Editor, f.Edited = v.agency.ID, v.member.ID, a.now()
			err = a.put(v, f)
		}
	}
	return a.formDone(v, err, f.Path, "/admin/practice", "removed", func(string) error { return store.ErrStale })
}

// formDone ends a form: back to its page, to the file's text where a form would
// lose something, or to the form with what stands against it.
func (a *Admin) formDone(v *visit, err error, path, back, done string, stale func(wrong string) error) error {
	switch {
	case errors.Is(err, store.ErrStale):
		return stale("Somebody else has changed this since you opened it. Copy what you need, and open it anew from the list.")
	case errors.Is(err, publish.ErrNoForm):
		return v.to("/admin/file?path="+path, "")
	case err != nil:
		return err
	}
	return v.to(back, done)
}
