package issue

import (
	"context"
	"errors"

	"secondlook/internal/store"
	"secondlook/internal/trust"
)

// Beat issues anew every head that is older than Renew, in which time the
// server may have been away. Of two servers that do it at once, one does. An
// agency that cannot have one is named in the error and does not stop the
// others.
func (d *Desk) Beat(ctx context.Context) error {
	all, err := d.Store.Agencies(ctx)
	if err != nil {
		return err
	}
	var failed error
	for _, a := range all {
		failed = errors.Join(failed, d.beat(ctx, a.ID, false))
	}
	return failed
}

// beat issues an agency's head where that is due, or at once.
func (d *Desk) beat(ctx context.Context, agency string, atOnce bool) error {
	h, err := d.have(ctx, agency)
	if err != nil || h.newest == nil || len(h.roots) == 0 {
		return err
	}
	before, err := d.Store.Head(ctx, agency)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	now := d.now()
	age := now - before.Issued
	// A head from the future was made while the clock was wrong; see issued.
	if due := atOnce || before.Note == nil || age >= int64(d.Renew.Seconds()) || age < -trust.Day; !due {
		return nil
	}
	next, err := d.head(ctx, agency, h.newest.Seq, h.newest.Hash, before.Issued)
	if err != nil {
		return err
	}
	if root, _, err := trust.ReadRoot(h.roots[len(h.roots)-1]); err != nil {
		return err
	} else if err := d.ours(ctx, root); err != nil {
		return err
	}
	return d.Store.PutHead(ctx, next, before.Issued)
}

// head signs the head of a release.
func (d *Desk) head(ctx context.Context, agency string, seq int64, release string, before int64) (store.Head, error) {
	key, err := d.headKey(ctx, agency)
	if err != nil {
		return store.Head{}, err
	}
	at := issued(d.now(), before)
	h := trust.Head{Agency: agency, Seq: seq, Release: release, Issued: at, Stale: at + int64(d.Stale.Seconds())}
	note, err := h.Note()
	if err == nil {
		note, err = key.Sign(note)
	}
	return store.Head{Agency: agency, Seq: seq, Issued: at, Note: note}, err
}

// issued is when a head says it was issued: now, but never before the head
// before it, which browsers would refuse. A head from more than a day ahead
// says nothing to any browser whose clock is right (trust), so that one is
// passed by: a clock that was wrong for an hour does not silence the agency.
func issued(now, before int64) int64 {
	if before > now && before <= now+trust.Day {
		return before + 1
	}
	return now
}
