package trust

// Pins are what a browser remembers of an agency between two looks. They are
// the host's to keep, and to replace as a whole, in the same transaction as
// the bundle.
type Pins struct {
	Agency      string // id
	Root        string // fingerprint of the newest root seen, or of the one that enrolment named
	RootVersion int64  // its version; 0 where enrolment named a fingerprint alone
	Seq         int64  // of the newest release accepted, 0 before the first
	Release     string // its hash, "" before the first
	ActsFrom    int64  // unix seconds before which that release may not act; 0 where it acts at once
	HeadIssued  int64  // unix seconds: the newest head seen, 0 before the first
	Clock       int64  // unix seconds: the latest time known to have been
}

// Freshness says what the head tells of the release's age. None of it stops a
// bundle from serving.
type Freshness uint8

const (
	FreshUnknown Freshness = iota // no head came with it, or one from the future
	Fresh                         // the head is within its time
	Stale                         // the head is past its time: nothing was heard of the agency since
)

func (f Freshness) String() string {
	switch f {
	case Fresh:
		return "fresh"
	case Stale:
		return "stale"
	}
	return "unknown"
}

// Result is what Verify accepted.
type Result struct {
	Pins        Pins // to be kept in place of those that were given
	Root        *Root
	Fingerprint string   // of Root
	Releases    []Signed // oldest first; the last is in force
	Head        *Head    // nil where none came
	Freshness   Freshness
	// ClockBehind: this machine's clock is behind what is known to have been,
	// by more than an hour, or a head comes from its future by more than a day.
	ClockBehind bool
	// ActsFrom is the first moment, in unix seconds, at which the newest
	// release may act; until then the one before serves. 0: at once.
	ActsFrom int64
}

// Release returns the release in force.
func (r *Result) Release() Signed { return r.Releases[len(r.Releases)-1] }
