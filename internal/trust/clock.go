package trust

const hour = 60 * 60

// tellTime fills in what depends on the time, and the pins.
//
// The time is the machine's, but never before what is known to have been: the
// latest it was seen at, or, as soon as a newer head comes, that head's. So a
// clock set back keeps a stale bundle stale, and a clock that was years ahead
// for a day is forgotten with the next head. A head from more than a day in
// the future says nothing: its key is the server's, and a server in other
// hands must not move a browser's time.
func (in *Input) tellTime(r *Result) {
	p, now := in.Pins, min(max(in.Now, 0), maxNumber)
	known := p.Clock
	future := r.Head != nil && r.Head.Issued > max(now, known)+Day
	if r.Head != nil && !future && r.Head.Issued > p.HeadIssued {
		known, p.HeadIssued = r.Head.Issued, r.Head.Issued
	}
	r.ClockBehind = future || now+hour < known
	p.Clock = max(now, known)
	if r.Head != nil && !future {
		r.Freshness = Fresh
		if r.Head.Stale <= p.Clock {
			r.Freshness = Stale
		}
	}
	r.ActsFrom = in.actsFrom(r, p.Clock)
	last := r.Release()
	p.Agency, p.Root, p.RootVersion = r.Root.Agency, r.Fingerprint, r.Root.Version
	p.Seq, p.Release, p.ActsFrom = last.Seq, last.Hash(), r.ActsFrom
	r.Pins = p
}

// actsFrom is when the newest release may act. Where one person can publish
// alone, staff see a release that raises a level for a day before it does:
// a day from when it was issued and from when this browser first saw it, so
// that no date written into it takes the day away. A release that comes while
// another waits waits with it, and one that was skipped counts: what it raised
// is in the newest too.
func (in *Input) actsFrom(r *Result, now int64) int64 {
	if r.Root.Need > 1 {
		return 0
	}
	from := int64(0)
	if in.Pins.ActsFrom > now {
		from = in.Pins.ActsFrom
	}
	for _, release := range r.Releases {
		if release.Seq <= in.Pins.Seq || !release.Raises {
			continue
		}
		// A date of the future is an author's clock, or a trick.
		seen := min(release.Issued, now+Day)
		if in.Pins.Seq > 0 {
			seen = max(seen, now)
		}
		if seen+Day > now {
			from = max(from, seen+Day)
		}
	}
	return from
}
