package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"secondlook/internal/issue"
	"secondlook/internal/publish"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

func (a *Admin) proposals(v *visit) error {
	all, err := a.store.Proposals(v.r.Context(), v.agency.ID, 100)
	if err != nil {
		return err
	}
	return a.show(v, http.StatusOK, "proposals", all)
}

// propose puts the proved rules before the others.
func (a *Admin) propose(v *visit) error {
	ctx := v.r.Context()
	w, err := a.working(ctx, v.agency.ID)
	if err != nil {
		return err
	}
	if !w.Readable() {
		return refuse("The files cannot be read as they are; the page of the proof says what to change.")
	}
	return a.proposeBlob(v, w.blob(), w.Editor, v.lines("changes"))
}

// proposeBlob proposes a bundle, which a proof has found good.
func (a *Admin) proposeBlob(v *visit, blob []byte, editor string, changes []string) error {
	ctx := v.r.Context()
	if err := goodChanges(changes); err != nil {
		return err
	}
	hash := trust.BundleHash(blob)
	kept, err := a.store.Proof(ctx, v.agency.ID, hash)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	if err != nil || kept.Engine != a.Desk.Engine || !kept.OK {
		if err := a.proved(ctx, v.agency.ID, blob); err != nil {
			return err
		}
		if kept, err = a.store.Proof(ctx, v.agency.ID, hash); err != nil {
			return err
		}
	}
	if !kept.OK {
		return refuse("The proof speaks against these rules. Its page says what to change.")
	}
	n, err := a.store.AddProposal(ctx, store.Proposal{Agency: v.agency.ID, Bundle: hash, Editor: editor, Changes: strings.Join(changes, "\n"), Made: a.now()}, blob)
	if err != nil {
		return err
	}
	if err := a.note(ctx, v.member, "propose", fmt.Sprintf("proposal %d, bundle %.12s", n, hash)); err != nil {
		return err
	}
	return v.to(fmt.Sprintf("/admin/proposals/%d", n), "proposed")
}

// goodChanges holds the lines for staff to what a release takes.
func goodChanges(lines []string) error {
	if len(lines) == 0 || len(lines) > 50 {
		return refuse("Say in one line or a few, at most 50, what changes for your staff. They read it in the extension.")
	}
	for _, l := range lines {
		if !trust.ValidLine(l) {
			return refuse("A line of what changes has at most 500 bytes and no odd signs: " + l[:min(len(l), 40)])
		}
	}
	return nil
}

// proposalPage is all that a reviewer looks at.
type proposalPage struct {
	store.Proposal
	Lines   []string         // what changes, by the author
	Found   *publish.Changes // what changes against the rules in force, as the server sees it; nil once published
	Tried   bool             // the example posts were judged under both
	Report  *publish.Report
	Reviews []said
	Editor  string // name
	Own     bool   // the one who looks edited last, and somebody else could review
	Signed  []string
	Need    int
	Seq     int64
	Raises  bool // and one person decides alone: staff see it a day before
}

// said is a review with the name of who wrote it.
type said struct {
	store.Review
	Name string
}

func (a *Admin) theProposal(v *visit) (store.Proposal, error) {
	n, err := v.number("n")
	if err != nil {
		return store.Proposal{}, err
	}
	return a.store.Proposal(v.r.Context(), v.agency.ID, n)
}

func (a *Admin) proposal(v *visit) error {
	p, err := a.theProposal(v)
	if err != nil {
		return err
	}
	page, err := a.proposalPage(v, p)
	if err != nil {
		return err
	}
	return a.show(v, http.StatusOK, "proposal", page)
}

func (a *Admin) proposalPage(v *visit, p store.Proposal) (*proposalPage, error) {
	ctx := v.r.Context()
	names, err := a.names(ctx, v.agency.ID)
	if err != nil {
		return nil, err
	}
	page := &proposalPage{Proposal: p, Lines: strings.Split(p.Changes, "\n"), Editor: names[p.Editor]}
	if page.Report, err = a.report(ctx, v.agency.ID, p.Bundle, nil); err != nil {
		return nil, err
	}
	reviews, err := a.store.Reviews(ctx, v.agency.ID, p.Number)
	if err != nil {
		return nil, err
	}
	for _, r := range reviews {
		page.Reviews = append(page.Reviews, said{r, names[r.Member]})
	}
	blob, err := a.store.Blob(ctx, v.agency.ID, p.Bundle)
	if err != nil {
		return nil, err
	}
	if p.State != "published" {
		old, err := a.inForce(ctx, v.agency.ID)
		if err != nil {
			return nil, err
		}
		if page.Found, page.Tried, err = a.changes(ctx, old, blob); err != nil {
			return nil, err
		}
	}
	if page.Own, err = a.editedLast(ctx, v, p); err != nil {
		return nil, err
	}
	return page, page.draft(p.Draft)
}

// draft reads how far the signing is.
func (p *proposalPage) draft(b []byte) error {
	if len(b) == 0 {
		return nil
	}
	f, err := trust.OpenFile(b)
	if err != nil {
		return err
	}
	r, signed, err := trust.ReadRelease(f.Releases[len(f.Releases)-1])
	if err != nil {
		return err
	}
	root, _, err := trust.ReadRoot(f.Roots[len(f.Roots)-1])
	if err != nil {
		return err
	}
	p.Signed, p.Need, p.Seq, p.Raises = signed, root.Need, r.Seq, r.Raises && root.Need == 1
	return nil
}

func (a *Admin) names(ctx context.Context, agency string) (map[string]string, error) {
	all, err := a.store.Members(ctx, agency)
	out := map[string]string{"": "the server"}
	for _, m := range all {
		out[m.ID] = m.Name
	}
	return out, err
}

// editedLast reports whether the visitor edited last while somebody else could
// review: then that is who has to.
func (a *Admin) editedLast(ctx context.Context, v *visit, p store.Proposal) (bool, error) {
	if p.Editor != v.member.ID {
		return false, nil
	}
	all, err := a.store.Members(ctx, v.agency.ID)
	for _, m := range all {
		if m.ID != v.member.ID && m.Active && len(m.TOTP) > 0 && accessOf(m.Role) >= reviewer {
			return true, nil
		}
	}
	return false, err
}

// review keeps a reviewer's word. An approval opens the signing.
func (a *Admin) review(v *visit) error {
	ctx := v.r.Context()
	p, err := a.theProposal(v)
	if err != nil {
		return err
	}
	approves, note := v.field("approves") == "yes", v.field("note")
	switch own, err := a.editedLast(ctx, v, p); {
	case err != nil:
		return err
	case own && approves:
		return &sorry{http.StatusForbidden, "You edited these rules last, so somebody else has to approve them."}
	case p.State != "open":
		return refuse("This proposal is not open any more.")
	case len(note) > 2000:
		return refuse("The note is too long: at most 2,000 bytes.")
	}
	if err := a.store.PutReview(ctx, store.Review{Agency: p.Agency, Proposal: p.Number, Member: v.member.ID, Approves: approves, Note: note, Made: a.now()}); err != nil {
		return err
	}
	word := "asks for a change"
	if approves {
		word = "approves"
		if err := a.redraft(ctx, p); err != nil {
			return err
		}
	}
	if err := a.note(ctx, v.member, "review", fmt.Sprintf("proposal %d: %s", p.Number, word)); err != nil {
		return err
	}
	return v.to(fmt.Sprintf("/admin/proposals/%d", p.Number), "reviewed")
}

// redraft makes the file that approvers sign.
func (a *Admin) redraft(ctx context.Context, p store.Proposal) error {
	blob, err := a.store.Blob(ctx, p.Agency, p.Bundle)
	if err != nil {
		return err
	}
	names, err := a.names(ctx, p.Agency)
	if err != nil {
		return err
	}
	f, err := a.Desk.Draft(ctx, issue.Wanted{Agency: p.Agency, Blob: blob, Author: names[p.Editor], Changes: strings.Split(p.Changes, "\n")})
	if errors.Is(err, issue.ErrNoRoot) {
		return refuse("First somebody has to speak for the agency: make its root and bring it (page Approvers).")
	}
	if err != nil {
		return err
	}
	return a.store.SetProposal(ctx, p, "approved", f.Bytes())
}

// withdraw closes a proposal that is not published.
func (a *Admin) withdraw(v *visit) error {
	p, err := a.theProposal(v)
	if err != nil {
		return err
	}
	if p.State == "published" || p.State == "withdrawn" {
		return refuse("This proposal is closed already.")
	}
	ctx := v.r.Context()
	if err := a.store.SetProposal(ctx, p, "withdrawn", nil); err != nil {
		return err
	}
	if err := a.note(ctx, v.member, "withdraw", fmt.Sprintf("proposal %d", p.Number)); err != nil {
		return err
	}
	return v.to("/admin/proposals", "withdrawn")
}
