package admin

import (
	"errors"
	"net/http"
	"strings"

	"secondlook/internal/publish"
	"secondlook/internal/store"
)

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
	return v.to("/admin/guidance/page?path="+f.Path, "saved")
}

// pagePage is the form of a page of guidance, with the page as staff will see it.
type pagePage struct {
	store.Working
	publish.Cleaned
	Seen  bool // somebody asked to see it
	Wrong string
}

func (a *Admin) pageForm(v *visit) error {
	path := v.r.URL.Query().Get("path")
	if !validPath(path) || !strings.HasPrefix(path, "guidance/") {
		return store.ErrNotFound
	}
	f, err := a.store.WorkingFile(v.r.Context(), v.agency.ID, path)
	if err != nil {
		return err
	}
	return a.show(v, http.StatusOK, "page", pagePage{Working: f, Cleaned: publish.CleanPage(f.Text)})
}

// savePage keeps a page, or shows it as it would be. HTML that was pasted is
// taken out before anything is kept or shown.
func (a *Admin) savePage(v *visit) error {
	f := store.Working{Agency: v.agency.ID, Path: v.field("path"), Revision: revision(v.field("revision")), Editor: v.member.ID, Edited: a.now()}
	if !validPath(f.Path) || !strings.HasPrefix(f.Path, "guidance/") {
		return store.ErrNotFound
	}
	p := pagePage{Working: f, Cleaned: publish.CleanPage(v.text("text"))}
	p.Working.Text, f.Text = p.Cleaned.Text, p.Cleaned.Text
	if len(f.Text) > mostText {
		p.Wrong = "This text is too long: at most 200 KB."
		return a.show(v, http.StatusUnprocessableEntity, "page", p)
	}
	if v.field("do") == "look" {
		p.Seen = true
		return a.show(v, http.StatusOK, "page", p)
	}
	err := a.put(v, f)
	if errors.Is(err, store.ErrStale) {
		p.Wrong = "Somebody else has changed this page since you opened it. Copy your text, open it anew from the list and put it in again."
		return a.show(v, http.StatusConflict, "page", p)
	}
	if err != nil {
		return err
	}
	if p.Taken {
		return v.to("/admin/guidance", "cleaned")
	}
	return v.to("/admin/guidance", "saved")
}
