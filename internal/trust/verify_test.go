package trust

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestReleasesFollow(t *testing.T) {
	p := newPublisher(t)
	pins := browser(p)
	require.Equal(t, int64(1), pins.Seq)
	p.blob = []byte("the rules of seq 2")
	p.publish()
	r := p.accepted(pins)
	require.Equal(t, int64(2), r.Pins.Seq)
	require.Equal(t, []string{"ann", "ben"}, r.Release().Approvers)
	require.Equal(t, Fresh, r.Freshness)
	require.Zero(t, r.ActsFrom, "two people looked at it")
	require.Equal(t, r.Pins, p.accepted(r.Pins).Pins, "verified again, nothing moves")

	p.Releases = p.Releases[1:]
	require.Equal(t, int64(2), p.accepted(pins).Pins.Seq, "the newest release is enough for who has the one before")
	p.File.Head = nil
	require.Equal(t, FreshUnknown, p.accepted(pins).Freshness, "no head: a file, or managed policy")
}

func TestRollbackIsANewRelease(t *testing.T) {
	p := newPublisher(t)
	first := p.blob
	p.blob = []byte("a mistake")
	p.publish()
	pins := p.accepted(p.enrolment()).Pins
	p.blob = first
	p.publish()
	r := p.accepted(pins)
	require.Equal(t, int64(3), r.Pins.Seq)
	require.Equal(t, r.Releases[0].Bundle, r.Release().Bundle)
}

func TestAnotherApproverMoreIsTheSameRelease(t *testing.T) {
	p := newPublisher(t)
	pins := browser(p)
	p.resign(p.signers("cai", "ann")...)
	require.Equal(t, pins.Release, p.accepted(pins).Pins.Release)
	p.resign(p.signers("cai", "ann", "ben")...)
	require.Equal(t, []string{"cai", "ann", "ben"}, p.accepted(pins).Release().Approvers)
}

func TestRootsRotate(t *testing.T) {
	p := newPublisher(t)
	pins := browser(p)
	// ann leaves, fay comes: two of the old and two of the new
	p.newRoot(func(r *Root) { r.Approvers[0] = signer(t, "fay").Key() }, p.signers("ben", "cai")...)
	r := p.accepted(pins)
	require.Equal(t, int64(2), r.Pins.RootVersion)
	require.NotEqual(t, pins.Root, r.Pins.Root)
	require.Equal(t, pins.Seq, r.Pins.Seq, "the release that was accepted stands")
	_, err := Verify(p.input(p.enrolment()))
	require.Equal(t, ReasonApprovals, err.(*Refusal).Reason, "who is new wants a release by those who have a say now")
	p.by = p.signers("fay", "ben")
	p.publish()
	require.Equal(t, int64(2), p.accepted(r.Pins).Pins.Seq)
	require.Equal(t, int64(2), p.accepted(p.enrolment()).Pins.Seq)
	require.Equal(t, int64(2), p.accepted(Pins{Agency: "maple", Root: r.Pins.Root}).Pins.RootVersion, "a code may name any root")
}

func TestRecoveryKeyReplacesLostKeys(t *testing.T) {
	p := publisherOf(t, 1, "ann")
	pins := browser(p)
	// ann's laptop is in the river
	p.newRoot(func(r *Root) { r.Approvers = []Key{signer(t, "ann.2").Key()} }, p.signers("paper", "ann.2")...)
	p.by = p.signers("ann.2")
	p.publish()
	require.Equal(t, int64(2), p.accepted(pins).Pins.Seq)
}

// A head's key that was stolen can have said anything of time: once a root
// takes it away, that is void.
func TestANewHeadKeyBeginsAfresh(t *testing.T) {
	p := newPublisher(t)
	p.tick(func(h *Head) { h.Issued += Day - hour })
	pins := browser(p)
	p.head = signer(t, "new-server")
	p.newRoot(func(r *Root) { r.Head = p.head.Key() }, p.by...)
	p.tick(nil)
	r := p.accepted(pins)
	require.Less(t, r.Pins.HeadIssued, pins.HeadIssued)
	require.Equal(t, p.now, r.Pins.HeadIssued)
}

func TestFirstUseAsksForAPerson(t *testing.T) {
	p := newPublisher(t)
	in := p.input(Pins{})
	in.FirstUse = true
	r, err := Verify(in)
	require.NoError(t, err)
	require.Equal(t, p.root.Fingerprint(), r.Fingerprint)
	in.Pins = Pins{Agency: "maple", Root: Fingerprint("another")}
	_, err = Verify(in)
	require.Equal(t, ReasonForeignRoot, err.(*Refusal).Reason, "first use is for no pins at all")
}

func TestTime(t *testing.T) {
	p := newPublisher(t)
	pins := browser(p)
	at := func(now int64, pins Pins) *Result {
		in := p.input(pins)
		in.Now = now
		r, err := Verify(in)
		require.NoError(t, err, "time is a state, never a refusal")
		return r
	}
	late := at(p.now+8*Day, pins)
	require.Equal(t, Stale, late.Freshness, "an expired head still serves")
	require.False(t, late.ClockBehind)
	require.Equal(t, Stale, at(p.now+7*Day, pins).Freshness, "stale from that second on")
	require.Equal(t, Fresh, at(p.now+7*Day-1, pins).Freshness)

	back := at(p.now, late.Pins)
	require.Equal(t, Stale, back.Freshness, "a clock set back makes nothing fresh")
	require.True(t, back.ClockBehind)
	require.False(t, at(late.Pins.Clock-hour, late.Pins).ClockBehind, "an hour is no wrong clock")

	future := at(p.now+5000*Day, pins)
	require.Equal(t, Stale, future.Freshness)
	p.tick(nil)
	healed := at(p.now, future.Pins)
	require.Equal(t, Fresh, healed.Freshness, "a clock that was years ahead is forgotten with the next head")
	require.Equal(t, p.now, healed.Pins.Clock)
	require.False(t, healed.ClockBehind)

	dead := at(0, p.enrolment())
	require.True(t, dead.ClockBehind, "a clock that began anew")
	require.Equal(t, FreshUnknown, dead.Freshness)
	require.Zero(t, dead.Pins.HeadIssued, "a head from the future moves nothing")
	require.Zero(t, dead.Pins.Clock)
	require.Equal(t, int64(0), at(-5, p.enrolment()).Pins.Clock)
}

func TestOnePersonAgencyWaitsADay(t *testing.T) {
	p := publisherOf(t, 1, "ann")
	pins := browser(p)
	require.Zero(t, pins.ActsFrom, "it raises nothing")
	raise := func(r *Release) { r.Raises = true }
	p.publish(raise)
	r := p.accepted(pins)
	require.Equal(t, p.now+Day, r.ActsFrom, "a day from when this browser saw it")
	seen := r.Pins
	p.now += hour
	require.Equal(t, seen.ActsFrom, p.accepted(seen).ActsFrom, "seen again, the day goes on")

	p.publish() // raises nothing more, but holds what the one before raised
	require.Equal(t, seen.ActsFrom, p.accepted(seen).ActsFrom, "the wait is not jumped by another release")
	require.Greater(t, p.accepted(pins).ActsFrom, p.now, "nor by one this browser never saw")

	p.now = seen.ActsFrom
	require.Zero(t, p.accepted(seen).ActsFrom, "and then it acts")

	t.Run("dates do not take the day away", func(t *testing.T) {
		for name, issued := range map[string]int64{"back-dated": start - 5*Day, "of the future": start + 5000*Day} {
			p := publisherOf(t, 1, "ann")
			pins := browser(p)
			p.publish(raise, func(r *Release) { r.Issued = issued })
			from := p.accepted(pins).ActsFrom
			require.GreaterOrEqual(t, from, p.now+Day, name)
			require.LessOrEqual(t, from, p.now+2*Day, name)
		}
	})
	t.Run("a key in a drawer is not a second person", func(t *testing.T) {
		p := publisherOf(t, 1, "ann", "drawer")
		pins := browser(p)
		p.publish(raise)
		require.Greater(t, p.accepted(pins).ActsFrom, p.now)
	})
	t.Run("enrolment counts from when it was issued", func(t *testing.T) {
		p := publisherOf(t, 1, "ann")
		p.publish(raise)
		require.Equal(t, p.release.Issued+Day, p.accepted(p.enrolment()).ActsFrom)
		p.now += 2 * Day
		require.Zero(t, p.accepted(p.enrolment()).ActsFrom)
	})
	t.Run("two people do not wait", func(t *testing.T) {
		p := newPublisher(t)
		pins := browser(p)
		p.publish(raise)
		require.Zero(t, p.accepted(pins).ActsFrom)
	})
}

// Who is about to sign is told of all that would be refused later.
func TestDraftsAreCheckedBeforeTheyAreSigned(t *testing.T) {
	draft := func() *publisher {
		p := newPublisher(t)
		p.by = p.by[:1]
		p.publish()
		return p
	}
	require.NoError(t, CheckDraft(&draft().File), "one signature is missing, that is all")
	for name, c := range map[string]struct {
		spoil func(p *publisher)
		want  Reason
	}{
		"another bundle":      {func(p *publisher) { p.Blob = []byte("the rules of seq X") }, ReasonBlobHash},
		"a cut bundle":        {func(p *publisher) { p.Blob = p.Blob[1:] }, ReasonBlobSize},
		"no release":          {func(p *publisher) { p.Releases = nil }, ReasonNoRelease},
		"another past":        {func(p *publisher) { p.release.Previous = hashOf(nil); p.resign(p.by...) }, ReasonHistory},
		"a broken past":       {func(p *publisher) { p.Releases[0] = replaced(p.Releases[0], "Dee", "Lee") }, ReasonSignature},
		"a broken signature":  {func(p *publisher) { p.Releases[1] = replaced(p.Releases[1], "Dee", "Lee") }, ReasonSignature},
		"somebody else's":     {func(p *publisher) { p.resign(signer(t, "mallory")) }, ReasonUnknownSigner},
		"another agency's":    {func(p *publisher) { p.release.Agency = "oak"; p.resign(p.by...) }, ReasonAgency},
		"a root that is none": {func(p *publisher) { p.release.Root = 7; p.resign(p.by...) }, ReasonRoot},
		"a broken root":       {func(p *publisher) { p.Roots = [][]byte{replaced(p.Roots[0], "need 2", "need 1")} }, ReasonSignature},
	} {
		t.Run(name, func(t *testing.T) {
			p := draft()
			c.spoil(p)
			require.Equal(t, c.want.String(), CheckDraft(&p.File).(*Refusal).Reason.String())
		})
	}
}

func TestFileIsExact(t *testing.T) {
	p := newPublisher(t)
	p.newRoot(nil, p.by...)
	p.publish()
	whole := p.File.Bytes()
	back, err := OpenFile(whole)
	require.NoError(t, err)
	require.Equal(t, whole, back.Bytes())
	require.Equal(t, p.File, *back)
	for name, c := range map[string]struct {
		b    string
		want Reason
	}{
		"nothing":             {"", ReasonSize},
		"over size":           {fileStart + string(make([]byte, MaxFile)), ReasonSize},
		"another file":        {"PK\x03\x04", ReasonMalformed},
		"part of the start":   {fileStart[:9], ReasonTruncated},
		"a newer file":        {"secondlook rbundle v2\nroot 1\nx", ReasonVersion},
		"cut in a part":       {string(whole[:len(whole)-1]), ReasonTruncated},
		"cut in a length":     {fileStart + "root 12", ReasonTruncated},
		"after the bundle":    {string(whole) + "x", ReasonTrailing},
		"a second bundle":     {string(whole) + "bundle 1\nx", ReasonTrailing},
		"unknown part":        {fileStart + "script 1\nx", ReasonUnknownField},
		"a zero before":       {fileStart + "root 01\nx", ReasonMalformed},
		"an empty part":       {fileStart + "root 0\n", ReasonMalformed},
		"a negative length":   {fileStart + "root -1\nx", ReasonMalformed},
		"roots after release": {fileStart + "release 1\nxroot 1\nx", ReasonMalformed},
		"two heads":           {fileStart + "head 1\nxhead 1\nx", ReasonMalformed},
		"a huge length":       {fileStart + "root 9007199254740991\nx", ReasonTruncated},
		"no line":             {fileStart + "root                                    1\nx", ReasonMalformed},
		"CRLF":                {fileStart + "root 1\r\nx", ReasonMalformed},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := OpenFile([]byte(c.b))
			require.Equal(t, c.want.String(), err.(*Refusal).Reason.String())
		})
	}
}

func TestKeysAndFingerprints(t *testing.T) {
	s := signer(t, "ann")
	k, err := ParseKey(s.Key().String())
	require.NoError(t, err)
	require.Equal(t, s.Key(), k)
	for _, bad := range []string{"", "ann", "ann+00000000+" + s.Key().String()[13:], s.Key().String() + "\n", " " + s.Key().String(),
		s.Key().String()[1:], "a b" + s.Key().String()[3:]} {
		_, err := ParseKey(bad)
		require.Error(t, err, "%q", bad)
	}

	f := Fingerprint("text")
	require.Len(t, f, 29)
	for _, written := range []string{f, "  " + f, string(slices.Concat([]byte(f[:5]), []byte(f[6:])))} {
		got, ok := ParseFingerprint(written)
		require.True(t, ok)
		require.Equal(t, f, got)
	}
	got, ok := ParseFingerprint("oil00 " + f[6:])
	require.True(t, ok)
	require.Equal(t, "01100"+f[5:], got)
	for _, bad := range []string{"", f[:28], f + "0", "U" + f[1:], "é" + f[1:]} {
		_, ok := ParseFingerprint(bad)
		require.False(t, ok, "%q", bad)
	}
}
