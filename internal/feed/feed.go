package feed

import (
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"secondlook/internal/store"
)

const (
	prefix = "/v1/a/"
	// Poll is how often the feed looks for new heads, which is the truth;
	// PostgreSQL's hints only make it sooner.
	Poll = 1500 * time.Millisecond

	longestPath = 200
	tryAgain    = "15" // seconds, of Retry-After
	patience    = 10 * time.Second
)

// Feed answers browsers. Follow keeps it up to date.
type Feed struct {
	store   *store.Store
	attic   *attic
	shelves atomic.Pointer[map[string]*shelf] // by capability; nil before the first look
	looked  atomic.Int64                      // unix nanoseconds of the last look that succeeded
	hint    chan struct{}
	counts  [answers]atomic.Int64
}

// Answer is a sort of answer that is counted, for the sum of all readers.
type Answer int

// The sorts of answer.
const (
	Given   Answer = iota // something was sent
	Known                 // the browser had it already
	Refused               // not there, or not a GET
	Later                 // not now
	answers
)

// Count is how many answers of a sort were given since the start.
func (f *Feed) Count(a Answer) int64 { return f.counts[a].Load() }

// New makes a feed of what is in a store.
func New(s *store.Store) *Feed {
	return &Feed{store: s, attic: newAttic(s), hint: make(chan struct{}, 1)}
}

// Hint says that there may be something new.
func (f *Feed) Hint() {
	select {
	case f.hint <- struct{}{}:
	default:
	}
}

// Looked is when the database was last read, the zero time before that.
func (f *Feed) Looked() time.Time {
	n := f.looked.Load()
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(0, n)
}

// Agencies is how many agencies are served.
func (f *Feed) Agencies() int {
	if all := f.shelves.Load(); all != nil {
		return len(*all)
	}
	return 0
}

// Follow looks for new heads until ctx ends. An error is given to failed; what
// was there before goes on being served.
func (f *Feed) Follow(ctx context.Context, failed func(error)) {
	go f.listen(ctx)
	every := time.NewTicker(Poll)
	defer every.Stop()
	for {
		if err := f.Look(ctx); err != nil && ctx.Err() == nil {
			failed(err)
		}
		select {
		case <-ctx.Done():
			return
		case <-every.C:
		case <-f.hint:
		}
	}
}

// listen hears hints of other servers, and begins anew when the connection is
// lost.
func (f *Feed) listen(ctx context.Context) {
	for {
		if err := f.store.Listen(ctx, f.Hint); err == nil {
			return // nothing to be heard from this database
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(patience):
		}
	}
}

// Look reads the heads and stocks the shelves of those that are new. One agency
// that cannot be read keeps its old shelf and does not stop the others.
func (f *Feed) Look(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	agencies, err := f.store.Agencies(ctx)
	if err != nil {
		return err
	}
	heads, err := f.store.Heads(ctx)
	if err != nil {
		return err
	}
	before := map[string]*shelf{}
	if p := f.shelves.Load(); p != nil {
		before = *p
	}
	newest := map[string]store.Head{}
	for _, h := range heads {
		newest[h.Agency] = h
	}
	after := make(map[string]*shelf, len(heads))
	var failed error
	for _, a := range agencies {
		h, ok := newest[a.ID]
		if !ok {
			continue
		}
		s := before[a.Capability]
		if s == nil || !bytes.Equal(s.head, h.Note) {
			if fresh, err := stock(ctx, f.store, h); err == nil {
				s = fresh
			} else if !errors.Is(err, errMoved) {
				failed = errors.Join(failed, err)
			}
		}
		if s != nil {
			after[a.Capability] = s
		}
	}
	if !maps.Equal(before, after) || f.shelves.Load() == nil {
		f.shelves.Store(&after)
	}
	f.looked.Store(time.Now().UnixNano())
	return failed
}

// ServeHTTP answers a browser. An address that is not there, one of an agency
// that has published nothing, and one that is no address at all get the same
// answer.
func (f *Feed) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		f.refuse(w, http.StatusMethodNotAllowed)
		return
	}
	all := f.shelves.Load()
	if all == nil {
		f.later(w)
		return
	}
	capability, path, ok := strings.Cut(strings.TrimPrefix(r.URL.Path, prefix), "/")
	s := (*all)[capability]
	if !ok || s == nil || len(r.URL.Path) > longestPath {
		f.refuse(w, http.StatusNotFound)
		return
	}
	if it := s.ready[path]; it != nil {
		f.give(it, w, r)
		return
	}
	it, err := f.old(r.Context(), s.agency, path)
	switch {
	case err == nil:
		f.give(it, w, r)
	case errors.Is(err, store.ErrNotFound):
		f.refuse(w, http.StatusNotFound)
	default:
		f.later(w)
	}
}

// old finds a release or bundle that is not in force.
func (f *Feed) old(ctx context.Context, agency, path string) (*item, error) {
	kind, hash, _ := strings.Cut(path, "/")
	if (kind != "release" && kind != "blob") || len(hash) != 64 || strings.Trim(hash, "0123456789abcdef") != "" {
		return nil, store.ErrNotFound
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return f.attic.find(ctx, agency, path)
}

func (f *Feed) give(it *item, w http.ResponseWriter, r *http.Request) {
	if it.serve(w, r) {
		f.counts[Given].Add(1)
	} else {
		f.counts[Known].Add(1)
	}
}

func (f *Feed) refuse(w http.ResponseWriter, status int) {
	f.counts[Refused].Add(1)
	say(w, status)
}

func (f *Feed) later(w http.ResponseWriter) {
	f.counts[Later].Add(1)
	w.Header().Set("Retry-After", tryAgain)
	say(w, http.StatusServiceUnavailable)
}

func say(w http.ResponseWriter, status int) {
	h := w.Header()
	h.Set("Content-Type", notes)
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	io.WriteString(w, http.StatusText(status)+"\n")
}
