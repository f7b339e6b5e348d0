package issue

import (
	"context"
	"errors"
	"fmt"

	"secondlook/internal/sign"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

// Restore takes every release of a file that the agency does not have yet, so
// that the next one follows what browsers have seen. The file is any browser's
// newest .rbundle. An agency that is not there is made, with the head key that
// its root names if that is at hand, else with a new one, which the next root
// has to name before there are heads again. It returns how many releases came.
//
// The bundles are not proved again: they were, before they were signed, and
// every browser proves what it takes.
func (d *Desk) Restore(ctx context.Context, f *trust.File, head *sign.Signer) (added int, root *trust.Root, err error) {
	roots, err := trust.CheckRoots(f.Roots)
	if err != nil {
		return 0, nil, err
	}
	root = roots[len(roots)-1]
	if err := d.ready(ctx, root, head); err != nil {
		return 0, nil, err
	}
	h, err := d.have(ctx, root.Agency)
	if err != nil {
		return 0, nil, err
	}
	result, err := d.accept(h, f)
	if err != nil {
		return 0, nil, err
	}
	p := store.Publication{Agency: root.Agency, Roots: h.fresh(f.Roots), Blob: f.Blob, First: h.newest == nil}
	for i, r := range result.Releases {
		if r.Seq > h.seq() {
			if len(p.Releases) == 0 {
				p.Previous = r.Previous
			}
			p.Releases = append(p.Releases, d.release(r.Release, f.Releases[i]))
		}
	}
	if len(p.Releases) > 0 {
		p.Entry = store.Entry{Agency: root.Agency, At: d.now(), What: "restore", About: fmt.Sprintf("%d releases, up to %d", len(p.Releases), result.Release().Seq)}
		if err := d.Store.Publish(ctx, p); err != nil {
			return 0, nil, err
		}
	}
	err = d.beat(ctx, root.Agency, true)
	if errors.Is(err, ErrHeadKey) {
		return len(p.Releases), root, ErrHeadKey
	}
	return len(p.Releases), root, err
}

// ready makes the agency where it is not there, and keeps the head key.
func (d *Desk) ready(ctx context.Context, root *trust.Root, head *sign.Signer) error {
	_, err := d.Store.Agency(ctx, root.Agency)
	if errors.Is(err, store.ErrNotFound) {
		_, err = d.Found(ctx, root.Agency, root.Name)
	}
	if err != nil || head == nil {
		return err
	}
	if head.Key() != root.Head {
		return ErrHeadKey
	}
	return d.SetHeadKey(ctx, root.Agency, head)
}

// accept verifies a file against what there is, or, where there is nothing, for
// itself: whoever restores compares the fingerprint.
func (d *Desk) accept(h *have, f *trust.File) (*trust.Result, error) {
	if len(h.roots) > 0 {
		return d.verify(h, f)
	}
	file := *f
	file.Head = nil
	return trust.Verify(trust.Input{Now: d.now(), Schema: schema, FirstUse: true, File: file})
}
