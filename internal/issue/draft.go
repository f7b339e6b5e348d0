package issue

import (
	"context"
	"errors"
	"fmt"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

// Wanted is a release that somebody wants signed.
type Wanted struct {
	Agency  string
	Blob    []byte
	Author  string   // who wrote the rules
	Changes []string // what changes, a line each
	Report  string   // hash of the proof's report, "" for none
}

// Draft makes the next release, unsigned: the file that approvers sign on their
// own machines and bring back to Publish. Whether it raises a level is not asked
// but looked at.
func (d *Desk) Draft(ctx context.Context, w Wanted) (*trust.File, error) {
	h, err := d.have(ctx, w.Agency)
	if err != nil {
		return nil, err
	}
	if len(h.roots) == 0 {
		return nil, ErrNoRoot
	}
	next, err := policy.OpenBundle(w.Blob)
	if err != nil {
		return nil, fmt.Errorf("the bundle: %w", err)
	}
	f := &trust.File{Roots: h.roots, Blob: w.Blob}
	r := &trust.Release{Agency: w.Agency, Root: int64(len(h.roots)), Seq: h.seq() + 1, Issued: d.now(), Bundle: trust.BundleHash(w.Blob),
		Size: int64(len(w.Blob)), Schema: schema, Author: w.Author, Report: w.Report, Changes: w.Changes}
	before := &policy.Bundle{}
	if h.newest != nil {
		r.Previous = h.newest.Hash
		f.Releases = append(f.Releases, h.newest.Note)
		if before, err = d.bundle(ctx, h); err != nil {
			return nil, err
		}
	}
	r.Raises = publish.Raises(before, next)
	note, err := r.Note()
	if err != nil {
		return nil, err
	}
	f.Releases = append(f.Releases, note)
	return f, trust.CheckDraft(f)
}

// bundle is the one in force.
func (d *Desk) bundle(ctx context.Context, h *have) (*policy.Bundle, error) {
	blob, err := d.Store.Blob(ctx, h.agency, h.newest.Bundle)
	if err != nil {
		return nil, fmt.Errorf("the bundle before: %w", err)
	}
	b, err := policy.OpenBundle(blob)
	if err != nil {
		return nil, fmt.Errorf("the bundle before: %w", err)
	}
	return b, nil
}

// ErrNothing is for a pause or a roll back where nothing is published.
var ErrNothing = errors.New("the agency has published nothing yet")

// Paused is the bundle in force without a rule, a changed level or a word of the
// agency's: staff see the built-in rules alone, and the agency's guidance.
func (d *Desk) Paused(ctx context.Context, agency string) ([]byte, error) {
	h, err := d.have(ctx, agency)
	if err != nil {
		return nil, err
	}
	if h.newest == nil {
		return nil, ErrNothing
	}
	b, err := d.bundle(ctx, h)
	if err != nil {
		return nil, err
	}
	b.Rules, b.Levels, b.Clients, b.Names, b.Practice = nil, nil, nil, nil, nil
	return policy.EncodeBundle(b), nil
}

// Earlier is the bundle of a release before, to be released anew.
func (d *Desk) Earlier(ctx context.Context, agency string, seq int64) ([]byte, error) {
	r, err := d.Store.ReleaseBySeq(ctx, agency, seq)
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrNothing
	}
	if err != nil {
		return nil, err
	}
	return d.Store.Blob(ctx, agency, r.Bundle)
}
