package admin

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"secondlook/internal/issue"
	"secondlook/internal/publish"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

// homePage is where things stand, and what comes next.
type homePage struct {
	*rootPage
	Release   *trust.Release // in force; nil before the first
	Published int64
	Acts      int64 // from when it raises levels; 0 where at once
	Open      []store.Proposal
	Written   bool // some rule was changed since the starter
	Alone     bool // nobody else can review
}

func (a *Admin) home(v *visit) error {
	ctx := v.r.Context()
	root, err := a.rootPage(v)
	if err != nil {
		return err
	}
	p := &homePage{rootPage: root}
	all, err := a.past(v, 1)
	if err != nil {
		return err
	}
	if len(all) > 0 {
		p.Release, p.Published, p.Acts = all[0].Release, all[0].Published, all[0].Acts
	}
	proposals, err := a.store.Proposals(ctx, v.agency.ID, 100)
	if err != nil {
		return err
	}
	for _, o := range proposals {
		if o.State == "open" || o.State == "approved" {
			p.Open = append(p.Open, o)
		}
	}
	files, err := a.store.WorkingFiles(ctx, v.agency.ID)
	if err != nil {
		return err
	}
	starter, err := publish.StarterFiles(v.agency.ID, v.agency.Name, a.Desk.Now())
	if err != nil {
		return err
	}
	for _, f := range files {
		p.Written = p.Written || f.Revision > 1 || starter[f.Path] == ""
	}
	members, err := a.store.Members(ctx, v.agency.ID)
	p.Alone = len(members) < 2
	if err != nil {
		return err
	}
	return a.show(v, http.StatusOK, "home", p)
}

// past is a release of before, or the one in force.
type past struct {
	*trust.Release
	Signed    []string
	Published int64
	Acts      int64 // from when it raises levels; 0 where at once
	Kept      bool  // its bundle is here: it can come again
	Newest    bool
}

// past are the newest releases, the newest first.
func (a *Admin) past(v *visit, most int) (out []past, err error) {
	ctx := v.r.Context()
	all, err := a.store.Releases(ctx, v.agency.ID, most)
	if err != nil {
		return nil, err
	}
	roots, err := a.store.Roots(ctx, v.agency.ID)
	if err != nil {
		return nil, err
	}
	for i, kept := range all {
		r, signed, err := trust.ReadRelease(kept.Note)
		if err != nil {
			return nil, err
		}
		_, err = a.store.Blob(ctx, v.agency.ID, kept.Bundle)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return nil, err
		}
		p := past{r, signed, kept.Published, 0, err == nil, i == 0}
		if r.Raises && int(r.Root) <= len(roots) {
			root, _, err := trust.ReadRoot(roots[r.Root-1])
			if err != nil {
				return nil, err
			}
			if root.Need == 1 {
				p.Acts = max(r.Issued, kept.Published) + trust.Day
			}
		}
		out = append(out, p)
	}
	return out, nil
}

func (a *Admin) history(v *visit) error {
	all, err := a.past(v, 200)
	if err != nil {
		return err
	}
	return a.show(v, http.StatusOK, "history", all)
}

// pause proposes a release without a rule of the agency's. It is reviewed and
// signed as every other is.
func (a *Admin) pause(v *visit) error {
	blob, err := a.Desk.Paused(v.r.Context(), v.agency.ID)
	if errors.Is(err, issue.ErrNothing) {
		return refuse("Nothing is published yet.")
	}
	if err != nil {
		return err
	}
	return a.proposeBlob(v, blob, v.member.ID, []string{"Our own rules pause. The built-in checks and our guidance go on."})
}

// back proposes the rules of an earlier release, as a new one.
func (a *Admin) back(v *visit) error {
	seq, err := strconv.ParseInt(v.field("seq"), 10, 64)
	if err != nil || seq < 1 {
		return store.ErrNotFound
	}
	blob, err := a.Desk.Earlier(v.r.Context(), v.agency.ID, seq)
	if errors.Is(err, issue.ErrNothing) {
		return store.ErrNotFound
	}
	if err != nil {
		return err
	}
	return a.proposeBlob(v, blob, v.member.ID, []string{fmt.Sprintf("We go back to the rules of release %d.", seq)})
}

// logPage is the audit log, a hundred lines at a time.
type logPage struct {
	Entries []store.Entry
	Names   map[string]string
	Below   int64 // of the next page; 0 where there is none
}

func (a *Admin) log(v *visit) error {
	ctx := v.r.Context()
	below := max(0, revision(v.r.URL.Query().Get("below")))
	all, err := a.store.Log(ctx, v.agency.ID, below, 101)
	if err != nil {
		return err
	}
	p := logPage{Entries: all}
	if len(all) > 100 {
		p.Entries = all[:100]
		p.Below = all[99].Number
	}
	if p.Names, err = a.names(ctx, v.agency.ID); err != nil {
		return err
	}
	return a.show(v, http.StatusOK, "log", p)
}
