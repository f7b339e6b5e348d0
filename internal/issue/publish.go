package issue

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

// schema is the newest schema of bundles that the engine here reads.
const schema = policy.BundleSchema

// Submission is a signed release that somebody brings.
type Submission struct {
	Agency   string
	File     *trust.File // roots from version 1 on, releases of which the last is new, its bundle
	Member   string      // who brings it; "" of the command line
	Proposal int64       // that it publishes; 0 for none
}

// Published is what came of it.
type Published struct {
	Result *trust.Result
	Report *publish.Report // nil where it was there already
	Again  bool            // it was the newest already: nothing was done
}

// Unproved is the error of a bundle that the proof speaks against.
type Unproved struct{ Report *publish.Report }

func (u *Unproved) Error() string { return "the proof speaks against the bundle" }

// Publish takes the next release of an agency. Nothing changes on an error; a
// release that is the newest already is no error.
func (d *Desk) Publish(ctx context.Context, s Submission) (*Published, error) {
	h, err := d.have(ctx, s.Agency)
	if err != nil {
		return nil, err
	}
	result, err := d.verify(h, s.File)
	if err != nil {
		return nil, err
	}
	next := result.Release()
	switch {
	case h.newest != nil && next.Hash() == h.newest.Hash:
		return &Published{Result: result, Again: true}, nil
	case next.Seq != h.seq()+1:
		return nil, ErrNotNext
	}
	if err := d.ours(ctx, result.Root); err != nil {
		return nil, err
	}
	if err := d.admit(ctx, h, result, s.File.Blob); err != nil {
		return nil, err
	}
	report, err := d.prove(ctx, s.Agency, s.File.Blob)
	if err != nil {
		return nil, err
	}
	err = d.put(ctx, h, s, result)
	if errors.Is(err, store.ErrNotNext) {
		return d.outrun(ctx, s.Agency, result)
	}
	return &Published{Result: result, Report: report}, err
}

// verify holds a file against what the agency has, as a browser would that has
// seen all of it.
func (d *Desk) verify(h *have, f *trust.File) (*trust.Result, error) {
	pins, err := h.pins()
	if err != nil {
		return nil, err
	}
	file := *f
	file.Head = nil // ours is made anew
	return trust.Verify(trust.Input{Now: d.now(), Schema: schema, Pins: pins, File: file})
}

func (h *have) seq() int64 {
	if h.newest == nil {
		return 0
	}
	return h.newest.Seq
}

// admit looks at what a signature does not say: that the bundle is the agency's,
// and, where one person decides alone, that it raises no level unsaid.
func (d *Desk) admit(ctx context.Context, h *have, r *trust.Result, blob []byte) error {
	next, err := policy.OpenBundle(blob)
	if err != nil {
		return fmt.Errorf("the bundle: %w", err)
	}
	if next.Agency != h.agency {
		return ErrAgency
	}
	if r.Root.Need > 1 || r.Release().Raises {
		return nil
	}
	before := &policy.Bundle{}
	if h.newest != nil {
		if before, err = d.bundle(ctx, h); err != nil {
			return err
		}
	}
	if publish.Raises(before, next) {
		return ErrRaises
	}
	return nil
}

// prove runs the proof and keeps what it says.
func (d *Desk) prove(ctx context.Context, agency string, blob []byte) (*publish.Report, error) {
	report, err := d.Prover.Prove(ctx, blob)
	if err != nil {
		return nil, err
	}
	b, err := json.Marshal(report)
	if err != nil {
		return nil, err
	}
	proof := store.Proof{Agency: agency, Bundle: trust.BundleHash(blob), Engine: d.Engine, OK: report.OK, Report: b, Made: d.now()}
	if err := d.Store.PutProof(ctx, proof); err != nil {
		return nil, err
	}
	if !report.OK {
		return nil, &Unproved{report}
	}
	return report, nil
}

// put publishes the last release of a file in one transaction.
func (d *Desk) put(ctx context.Context, h *have, s Submission, r *trust.Result) error {
	last := r.Release()
	before, err := d.Store.Head(ctx, s.Agency)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	head, err := d.head(ctx, s.Agency, last.Seq, last.Hash(), before.Issued)
	if err != nil {
		return err
	}
	return d.Store.Publish(ctx, store.Publication{
		Agency: s.Agency, Roots: h.fresh(s.File.Roots), Previous: last.Previous, Blob: s.File.Blob, Head: head, Proposal: s.Proposal,
		Releases: []store.Release{d.release(last.Release, s.File.Releases[len(s.File.Releases)-1])},
		Entry:    store.Entry{Agency: s.Agency, At: d.now(), Member: s.Member, What: "publish", About: fmt.Sprintf("release %d, bundle %.12s", last.Seq, last.Bundle)},
	})
}

func (d *Desk) release(r *trust.Release, note []byte) store.Release {
	return store.Release{Agency: r.Agency, Seq: r.Seq, Hash: r.Hash(), Note: note, Bundle: r.Bundle, Published: d.now()}
}

// outrun looks whether what came in between is the very same release, brought
// to another server.
func (d *Desk) outrun(ctx context.Context, agency string, r *trust.Result) (*Published, error) {
	newest, err := d.Store.Newest(ctx, agency)
	if err != nil {
		return nil, err
	}
	if newest.Hash != r.Release().Hash() {
		return nil, ErrNotNext
	}
	return &Published{Result: r, Again: true}, nil
}

// EngineHash names an engine.wasm in proofs.
func EngineHash(wasm []byte) string {
	sum := sha256.Sum256(wasm)
	return hex.EncodeToString(sum[:])
}
