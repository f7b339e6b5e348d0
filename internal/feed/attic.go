package feed

import (
	"container/list"
	"context"
	"errors"
	"strings"
	"sync"

	"secondlook/internal/store"
)

const (
	atticSize = 16 << 20 // bytes of older releases and bundles that are kept at hand
	lookups   = 4        // in the database at a time: the feed must not crowd it
)

// attic holds older releases and bundles that somebody asked for lately. Most
// browsers never need one.
type attic struct {
	store *store.Store
	turn  chan struct{}

	mu    sync.Mutex
	items map[string]*list.Element // of *kept
	order *list.List               // the latest used first
	size  int
}

type kept struct {
	key  string
	item *item
}

func newAttic(s *store.Store) *attic {
	return &attic{store: s, turn: make(chan struct{}, lookups), items: map[string]*list.Element{}, order: list.New()}
}

// find returns an item by agency and path, store.ErrNotFound where there is none.
func (a *attic) find(ctx context.Context, agency, path string) (*item, error) {
	key := agency + "/" + path
	if it := a.held(key); it != nil {
		return it, nil
	}
	select {
	case a.turn <- struct{}{}:
		defer func() { <-a.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	it, err := a.fetch(ctx, agency, path)
	if err == nil {
		a.keep(key, it)
	}
	return it, err
}

func (a *attic) held(key string) *item {
	a.mu.Lock()
	defer a.mu.Unlock()
	e := a.items[key]
	if e == nil {
		return nil
	}
	a.order.MoveToFront(e)
	return e.Value.(*kept).item
}

func (a *attic) keep(key string, it *item) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.items[key] != nil {
		return
	}
	a.items[key] = a.order.PushFront(&kept{key, it})
	for a.size += it.size(); a.size > atticSize; {
		old := a.order.Remove(a.order.Back()).(*kept)
		delete(a.items, old.key)
		a.size -= old.item.size()
	}
}

// fetch reads an item from the store. A bundle that no release names is not
// public: it is somebody's draft.
func (a *attic) fetch(ctx context.Context, agency, path string) (*item, error) {
	kind, hash, _ := strings.Cut(path, "/")
	switch kind {
	case "release":
		r, err := a.store.Release(ctx, agency, hash)
		if err != nil {
			return nil, err
		}
		return newItem(r.Note, notes, immutable), nil
	case "blob":
		public, err := a.store.Published(ctx, agency, hash)
		if err == nil && !public {
			err = store.ErrNotFound
		}
		if err != nil {
			return nil, err
		}
		b, err := a.store.Blob(ctx, agency, hash)
		if err == nil && len(b) == 0 {
			err = errors.New("an empty bundle")
		}
		if err != nil {
			return nil, err
		}
		return newItem(b, data, immutable), nil
	}
	return nil, store.ErrNotFound
}
