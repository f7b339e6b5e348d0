package admin

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

// policyPage shows what the policy says of itself, and what is missing or old.
type policyPage struct {
	*working
	Missing []string
	Of      []store.Working
}

func (a *Admin) policy(v *visit) error {
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	p := policyPage{working: w}
	if w.Readable() {
		p.Missing = publish.Advice(w.Source.Bundle, a.Desk.Now())
	}
	for _, f := range w.Files {
		if f.Path == "agency.yaml" || f.Path == "words.yaml" {
			p.Of = append(p.Of, f)
		}
	}
	return a.show(v, http.StatusOK, "policy", p)
}

// proofPage is what the engine found on the rules as they stand.
type proofPage struct {
	*working
	Report  *publish.Report  // nil where these very rules were not proved yet
	Changes *publish.Changes // against the rules in force
	Tried   bool             // the example posts were judged under both
	Same    bool             // as in force
	First   bool             // nothing is in force yet
	Rooted  bool             // somebody speaks for the agency
}

// Passed reports whether the proof was made and nothing spoke against the rules.
func (p *proofPage) Passed() bool { return p.Report != nil && p.Report.OK }

func (a *Admin) proof(v *visit) error {
	ctx := v.r.Context()
	w, err := a.working(ctx, v.agency.ID)
	if err != nil {
		return err
	}
	p := proofPage{working: w}
	if !w.Readable() {
		return a.show(v, http.StatusOK, "proof", &p)
	}
	blob := w.blob()
	if p.Report, err = a.report(ctx, v.agency.ID, trust.BundleHash(blob), w.Source.Place); err != nil {
		return err
	}
	old, err := a.inForce(ctx, v.agency.ID)
	if err != nil {
		return err
	}
	roots, err := a.store.Roots(ctx, v.agency.ID)
	if err != nil {
		return err
	}
	if p.Passed() {
		p.Changes, p.Tried, err = a.changes(ctx, old, blob)
	} else {
		p.Changes, _ = publish.Describe(old, blob) // what the engine does not admit cannot be compared; its proof says why
	}
	if err != nil {
		return err
	}
	p.First, p.Rooted, p.Same = old == nil, len(roots) > 0, string(old) == string(blob)
	return a.show(v, http.StatusOK, "proof", &p)
}

// report is the one that was kept of a bundle, nil for none.
func (a *Admin) report(ctx context.Context, agency, bundle string, place func(string) string) (*publish.Report, error) {
	kept, err := a.store.Proof(ctx, agency, bundle)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	r := &publish.Report{}
	if err := json.Unmarshal(kept.Report, r); err != nil {
		return nil, err
	}
	for i := range r.Refused {
		if place != nil {
			r.Refused[i].Place = place(r.Refused[i].Where)
		}
	}
	return r, nil
}

// inForce is the bundle of the newest release, nil before the first.
func (a *Admin) inForce(ctx context.Context, agency string) ([]byte, error) {
	newest, err := a.store.Newest(ctx, agency)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	b, err := a.store.Blob(ctx, agency, newest.Bundle)
	if errors.Is(err, store.ErrNotFound) { // history that came from elsewhere without it
		return nil, nil
	}
	return b, err
}

// prove tries the rules out as they stand. Ten hostile ones at once wait for
// each other in the desk's prover.
func (a *Admin) prove(v *visit) error {
	w, err := a.working(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	if !w.Readable() {
		return refuse("The files cannot be read as they are; the page of the proof says what to change.")
	}
	if err := a.proved(v.r.Context(), v.agency.ID, w.blob()); err != nil {
		return err
	}
	return v.to("/admin/proof", "")
}

// proved proves a bundle and keeps the report.
func (a *Admin) proved(ctx context.Context, agency string, blob []byte) error {
	if len(blob) > policy.MaxBundle {
		return refuse("The rules are too large: a bundle has at most 1 MB.")
	}
	report, err := a.Desk.Prover.Prove(ctx, blob)
	if err != nil {
		a.Log.Error("a proof could not be made", "error", err)
		return refuse("The proof could not be made now: " + err.Error())
	}
	b, err := json.Marshal(report)
	if err != nil {
		return err
	}
	return a.store.PutProof(ctx, store.Proof{Agency: agency, Bundle: trust.BundleHash(blob), Engine: a.Desk.Engine, OK: report.OK, Report: b, Made: a.now()})
}
