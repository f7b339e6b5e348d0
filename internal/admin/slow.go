package admin

import (
	"net/netip"
	"strings"
	"sync"
	"time"
)

// slow makes who guesses wait: longer with each wrong guess, never for ever. What
// waits is an address together with an account, and an address by itself; an
// account alone never does, so that nobody can keep somebody else out.
type slow struct {
	now func() time.Time

	mu    sync.Mutex
	tries map[string]tries
}

type tries struct {
	n    int
	last time.Time
}

const (
	freeTries   = 5  // of an account from one address
	freeGuesses = 30 // of an address
	longestWait = 15 * time.Minute
	forgetAfter = time.Hour
	mostTries   = 50_000 // that are remembered
	longestKey  = 200    // bytes of an address or account that tell it from another; no login is longer
)

func newSlow(now func() time.Time) *slow { return &slow{now: now, tries: map[string]tries{}} }

// begin counts an attempt before it is looked at, so that many at once are no
// way around it, and returns how long to wait: 0 where it may go on.
func (s *slow) begin(address, account string) time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.now()
	s.forget(now)
	address, account = network(address), cut(account)
	pair := address + " " + account
	if wait := max(s.wait(now, pair, freeTries), s.wait(now, address, freeGuesses)); wait > 0 {
		return wait
	}
	for _, key := range []string{pair, address} {
		s.tries[key] = tries{s.tries[key].n + 1, now}
	}
	return 0
}

func (s *slow) wait(now time.Time, key string, free int) time.Duration {
	t := s.tries[key]
	if t.n < free {
		return 0
	}
	wait := longestWait
	if more := t.n - free; more < 10 {
		wait = min(wait, time.Second<<more)
	}
	return max(0, t.last.Add(wait).Sub(now))
}

// passed takes back what begin counted: it was no guess.
func (s *slow) passed(address, account string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	address, account = network(address), cut(account)
	delete(s.tries, address+" "+account)
	if t, ok := s.tries[address]; ok {
		t.n = max(0, t.n-1)
		s.tries[address] = t
	}
}

// forget makes room. Where somebody fills it within the hour, the map is begun
// anew: passwords and second factors still stand.
func (s *slow) forget(now time.Time) {
	if len(s.tries) < mostTries {
		return
	}
	for key, t := range s.tries {
		if now.Sub(t.last) > forgetAfter {
			delete(s.tries, key)
		}
	}
	if len(s.tries) >= mostTries {
		clear(s.tries)
	}
}

// network is the address, of IPv6 the /64 that one customer has.
func network(address string) string {
	a, err := netip.ParseAddr(address)
	if err != nil || a.Unmap().Is4() {
		return cut(address)
	}
	p, err := a.Prefix(64)
	if err != nil {
		return cut(address)
	}
	return p.String()
}

// cut bounds what anybody may write as long as a form takes it.
func cut(s string) string { return strings.Clone(s[:min(len(s), longestKey)]) }
