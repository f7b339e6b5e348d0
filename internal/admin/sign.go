package admin

import (
	"errors"
	"fmt"

	"secondlook/internal/issue"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

// toSign hands out the release file for approvers to sign where their keys are.
func (a *Admin) toSign(v *visit) error {
	p, err := a.theProposal(v)
	if err != nil {
		return err
	}
	if p.State != "approved" || len(p.Draft) == 0 {
		return store.ErrNotFound
	}
	return v.file(fmt.Sprintf("%s-proposal-%d.rbundle", v.agency.ID, p.Number), "application/octet-stream", p.Draft)
}

// signAnew makes the file anew, after another release came in between.
func (a *Admin) signAnew(v *visit) error {
	p, err := a.theProposal(v)
	if err != nil {
		return err
	}
	if p.State != "approved" {
		return refuse("This proposal is not one that waits for signatures.")
	}
	if err := a.redraft(v.r.Context(), p); err != nil {
		return err
	}
	return v.to(fmt.Sprintf("/admin/proposals/%d", p.Number), "anew")
}

// signed takes the file back: published where enough have signed, kept for the
// next approver where not.
func (a *Admin) signed(v *visit) error {
	p, err := a.theProposal(v)
	if err != nil {
		return err
	}
	if p.State != "approved" {
		return refuse("This proposal is not one that waits for signatures.")
	}
	b, err := v.upload("file")
	if err != nil {
		return err
	}
	f, err := trust.OpenFile(b)
	if err != nil {
		return refuse("This is not a release file: " + a.Explain(err))
	}
	if err := joinSigned(p, f); err != nil {
		return err
	}
	ctx, here := v.r.Context(), fmt.Sprintf("/admin/proposals/%d", p.Number)
	_, err = a.Desk.Publish(ctx, issue.Submission{Agency: v.agency.ID, File: f, Member: v.member.ID, Proposal: p.Number})
	var refused *trust.Refusal
	var unproved *issue.Unproved
	switch {
	case err == nil:
		return v.to(here, "published")
	case errors.As(err, &refused) && refused.Reason == trust.ReasonApprovals && refused.Signed > 0 && refused.Part == "release":
		return a.partly(v, p, f)
	case errors.As(err, &refused):
		return refuse("This file was refused: " + a.Explain(err))
	case errors.As(err, &unproved):
		return refuse("The proof speaks against these rules: " + unproved.Report.Refused[0].Why)
	case errors.Is(err, issue.ErrNotNext):
		return refuse("Another release came in between. Make the file anew, and sign that one.")
	case errors.Is(err, issue.ErrRaises), errors.Is(err, issue.ErrHeadKey), errors.Is(err, issue.ErrAgency), errors.Is(err, issue.ErrNoRoot):
		return refuse(a.Explain(err))
	}
	return err
}

// joinSigned adds to a file the signatures that were brought before, for two who
// sign apart. It has to hold the very release that was approved: a signature of
// something else is no answer to it.
func joinSigned(p store.Proposal, f *trust.File) error {
	asked, err := trust.OpenFile(p.Draft)
	if err != nil {
		return err
	}
	if len(f.Releases) == 0 {
		return refuse("There is no release in this file. Bring the one you took from here, signed.")
	}
	kept, came := asked.Releases[len(asked.Releases)-1], &f.Releases[len(f.Releases)-1]
	want, _, err := trust.ReadRelease(kept)
	if err != nil {
		return err
	}
	got, _, err := trust.ReadRelease(*came)
	if err != nil || got.Hash() != want.Hash() || trust.BundleHash(f.Blob) != p.Bundle {
		return refuse("This is another release than the one that was approved. Bring the file you took from here, signed.")
	}
	*came, err = trust.Joined(kept, *came)
	return err
}

// partly keeps a file that some of the approvers needed have signed. Their
// signatures were looked at; the next one adds to them (joinSigned).
func (a *Admin) partly(v *visit, p store.Proposal, f *trust.File) error {
	if err := trust.CheckDraft(f); err != nil {
		return refuse("This file was refused: " + a.Explain(err))
	}
	ctx := v.r.Context()
	err := a.store.SetProposal(ctx, p, "approved", f.Bytes())
	if errors.Is(err, store.ErrStale) {
		return refuse("Something else was brought at the same moment. Look at the page again, and bring your file once more.")
	}
	if err != nil {
		return err
	}
	if err := a.note(ctx, v.member, "signature", fmt.Sprintf("proposal %d", p.Number)); err != nil {
		return err
	}
	return v.to(fmt.Sprintf("/admin/proposals/%d", p.Number), "partly")
}
