package admin

import (
	"context"
	"sync"
	"time"

	"secondlook/internal/publish"
	"secondlook/internal/trust"
)

// Comparer judges the example posts of two bundles under each; an empty old one
// is the built-in rules alone. The desk's prover may be one.
type Comparer interface {
	Compare(ctx context.Context, old, next []byte) (*publish.Changes, error)
}

const (
	compareTime = 20 * time.Second // that a page waits
	mostDiffs   = 64               // that are remembered
)

// diffs are comparisons that were made: the same two bundles always compare the
// same.
type diffs struct {
	mu   sync.Mutex
	made map[string]*publish.Changes
}

func newDiffs() *diffs { return &diffs{made: map[string]*publish.Changes{}} }

// changes says what a worker will notice when next follows old. tried is false
// where the example posts could not be judged now: then the sentences stand alone.
func (a *Admin) changes(ctx context.Context, old, next []byte) (c *publish.Changes, tried bool, err error) {
	key := trust.BundleHash(old) + trust.BundleHash(next)
	a.diffs.mu.Lock()
	c = a.diffs.made[key]
	a.diffs.mu.Unlock()
	if c != nil {
		return c, true, nil
	}
	if comparer, ok := a.Desk.Prover.(Comparer); ok {
		bounded, cancel := context.WithTimeout(ctx, compareTime)
		defer cancel()
		if c, err = comparer.Compare(bounded, old, next); err == nil {
			a.diffs.keep(key, c)
			return c, true, nil
		}
		a.Log.Warn("example posts could not be compared", "error", err)
	}
	c, err = publish.Describe(old, next)
	return c, false, err
}

func (d *diffs) keep(key string, c *publish.Changes) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.made) >= mostDiffs {
		clear(d.made)
	}
	d.made[key] = c
}
