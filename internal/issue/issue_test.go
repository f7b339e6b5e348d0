package issue_test

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"secondlook/internal/issue"
	"secondlook/internal/issue/issuetest"
	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/seal"
	"secondlook/internal/store"
	"secondlook/internal/trust"
	"secondlook/internal/verdict"
)

const enginePath = "../../bin/engine.wasm"

// TestMain lets this program be the one that proves, as `secondlook prove` is.
func TestMain(m *testing.M) {
	switch os.Getenv("ISSUE_TEST") {
	case "prove":
		wasm, err := os.ReadFile(enginePath)
		if err == nil {
			err = issue.Answer(context.Background(), os.Stdin, os.Stdout, wasm, "../../.cache/sandbox", func() { os.Exit(1) })
		}
		if err != nil {
			os.Exit(1)
		}
		return
	case "hang":
		hang := make(chan os.Signal, 1)
		signal.Notify(hang, os.Interrupt)
		<-hang // a bare select would end at once, as a deadlock
	case "burn":
		burn()
	case "publish":
		publishUntilKilled()
		return
	}
	code := m.Run()
	if pg != nil {
		pg.Close()
	}
	os.Exit(code)
}

// clock is a machine's clock that a test sets.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

// desk is one on a new database, with nobody in it.
func desk(t *testing.T) (*issue.Desk, *clock) {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "s.db"))
	require.NoError(t, err)
	t.Cleanup(func() { s.Close() })
	return on(t, s, seal.Fresh())
}

func on(t *testing.T, s *store.Store, key string) (*issue.Desk, *clock) {
	t.Helper()
	sealed, err := seal.New(key)
	require.NoError(t, err)
	c := &clock{issuetest.Start.Add(time.Hour)}
	return &issue.Desk{Store: s, Seal: sealed, Prover: issuetest.Proves{}, Engine: "e", Now: c.now, Stale: issue.Stale, Renew: issue.Renew}, c
}

// maple founds the agency of the tests at a desk.
func maple(t *testing.T, d *issue.Desk, approvers ...string) *issuetest.Agency {
	t.Helper()
	_, err := d.Found(t.Context(), "maple", "Maple County")
	require.NoError(t, err)
	head, err := d.HeadKey(t.Context(), "maple")
	require.NoError(t, err)
	a := issuetest.New(t, "maple", head, approvers...)
	_, err = d.AddRoots(t.Context(), "maple", a.File.Roots, "")
	require.NoError(t, err)
	return a
}

func submit(f *trust.File) issue.Submission { return issue.Submission{Agency: "maple", File: f} }

// browser looks at what the store holds as a browser does.
func browser(t *testing.T, d *issue.Desk, pins trust.Pins) (*trust.Result, error) {
	t.Helper()
	f, err := d.Store.Export(t.Context(), "maple")
	require.NoError(t, err)
	return trust.Verify(trust.Input{Now: d.Now().Unix(), Schema: policy.BundleSchema, FirstUse: pins.Root == "",
		Pins: pins, File: trust.File{Roots: f.Roots, Releases: f.Releases, Head: f.Head, Blob: f.Blob}})
}

// The first minutes, with a real proof: found, sign, publish, and again.
func TestPublishTwo(t *testing.T) {
	d, _ := desk(t)
	exe, err := os.Executable()
	require.NoError(t, err)
	t.Setenv("ISSUE_TEST", "prove")
	d.Prover = issue.NewOutside(issue.Longest, exe)
	a := maple(t, d)

	one := a.Release(issuetest.Bundle(t, "maple"))
	p, err := d.Publish(t.Context(), submit(one))
	require.NoError(t, err)
	require.True(t, p.Report.OK)
	first, err := browser(t, d, trust.Pins{})
	require.NoError(t, err)
	require.Equal(t, trust.Fresh, first.Freshness)

	p, err = d.Publish(t.Context(), submit(one))
	require.NoError(t, err)
	require.True(t, p.Again, "what is published is not published twice")
	_, err = d.Publish(t.Context(), submit(a.Release(issuetest.Bundle(t, "maple", "two"))))
	require.NoError(t, err)
	second, err := browser(t, d, first.Pins)
	require.NoError(t, err)
	require.Equal(t, int64(2), second.Pins.Seq)
	proof, err := d.Store.Proof(t.Context(), "maple", second.Release().Bundle)
	require.NoError(t, err)
	require.True(t, proof.OK)
}

// What must not be published: nothing of it is kept.
func TestPublishRefuses(t *testing.T) {
	refusal := func(r trust.Reason) func(t *testing.T, err error) {
		return func(t *testing.T, err error) {
			var got *trust.Refusal
			require.ErrorAs(t, err, &got)
			require.Equal(t, r.String(), got.Reason.String())
		}
	}
	is := func(want error) func(t *testing.T, err error) {
		return func(t *testing.T, err error) { require.ErrorIs(t, err, want) }
	}
	two := []string{"ann", "ben"}
	for name, c := range map[string]struct {
		approvers []string
		spoil     func(t *testing.T, d *issue.Desk, a *issuetest.Agency) *trust.File
		want      func(t *testing.T, err error)
	}{
		"too few approvers": {two, func(t *testing.T, _ *issue.Desk, a *issuetest.Agency) *trust.File {
			a.Approver = a.Approver[:1]
			return a.Release(issuetest.Bundle(t, "maple"))
		}, refusal(trust.ReasonApprovals)},
		"a stranger's root": {two, func(t *testing.T, d *issue.Desk, a *issuetest.Agency) *trust.File {
			other := issuetest.New(t, "maple", a.Root.Head, "mallory", "cai")
			return other.Release(issuetest.Bundle(t, "maple"))
		}, refusal(trust.ReasonForeignRoot)},
		"a bundle exchanged": {two, func(t *testing.T, _ *issue.Desk, a *issuetest.Agency) *trust.File {
			f := a.Release(issuetest.Bundle(t, "maple"))
			f.Blob = issuetest.Bundle(t, "maple", "x")
			return f
		}, refusal(trust.ReasonBlobSize)},
		"a release skipped": {two, func(t *testing.T, _ *issue.Desk, a *issuetest.Agency) *trust.File {
			a.Release(issuetest.Bundle(t, "maple"))
			return a.Release(issuetest.Bundle(t, "maple", "two"))
		}, is(issue.ErrNotNext)},
		"no bundle at all": {two, func(t *testing.T, _ *issue.Desk, a *issuetest.Agency) *trust.File {
			return a.Release([]byte("not rules"))
		}, func(t *testing.T, err error) { require.ErrorContains(t, err, "the bundle: ") }},
		"another agency's bundle": {two, func(t *testing.T, _ *issue.Desk, a *issuetest.Agency) *trust.File {
			return a.Release(issuetest.Bundle(t, "oak"))
		}, is(issue.ErrAgency)},
		"louder unsaid, by one alone": {[]string{"ann"}, func(t *testing.T, _ *issue.Desk, a *issuetest.Agency) *trust.File {
			return a.Release(issuetest.Bundle(t, "maple"))
		}, is(issue.ErrRaises)},
		"another server's head key": {two, func(t *testing.T, d *issue.Desk, a *issuetest.Agency) *trust.File {
			a.NextRoot(func(r *trust.Root) { r.Head = issuetest.Key(t, "elsewhere").Key() })
			return a.Release(issuetest.Bundle(t, "maple"))
		}, is(issue.ErrHeadKey)},
	} {
		t.Run(name, func(t *testing.T) {
			d, _ := desk(t)
			a := maple(t, d, c.approvers...)
			_, err := d.Publish(t.Context(), submit(c.spoil(t, d, a)))
			c.want(t, err)
			_, err = d.Store.Newest(t.Context(), "maple")
			require.ErrorIs(t, err, store.ErrNotFound)
			roots, err := d.Store.Roots(t.Context(), "maple")
			require.NoError(t, err)
			require.Len(t, roots, 1)
		})
	}
}

// A proof that speaks against a bundle stops it, and the report is kept.
func TestPublishWantsProof(t *testing.T) {
	d, _ := desk(t)
	exe, err := os.Executable()
	require.NoError(t, err)
	t.Setenv("ISSUE_TEST", "prove")
	d.Prover = issue.NewOutside(issue.Longest, exe)
	a := maple(t, d)
	b, err := policy.OpenBundle(issuetest.Bundle(t, "maple"))
	require.NoError(t, err)
	at := slices.IndexFunc(b.Rules, func(r policy.AgencyRule) bool { return r.Kind == policy.PhraseList })
	b.Rules[at].Lists[0] = append(b.Rules[at].Lists[0], "home visit", "grandma", "school", "love", "today")
	blob := policy.EncodeBundle(b)
	_, err = d.Publish(t.Context(), submit(a.Release(blob)))
	var unproved *issue.Unproved
	require.ErrorAs(t, err, &unproved)
	require.NotEmpty(t, unproved.Report.Refused)
	proof, err := d.Store.Proof(t.Context(), "maple", trust.BundleHash(blob))
	require.NoError(t, err)
	require.False(t, proof.OK)
}

// The example posts of two bundles, judged under each in a process of its own.
func TestCompare(t *testing.T) {
	exe, err := os.Executable()
	require.NoError(t, err)
	t.Setenv("ISSUE_TEST", "prove")
	o := issue.NewOutside(issue.Longest, exe)
	old := issuetest.Bundle(t, "maple")
	b, err := policy.OpenBundle(old)
	require.NoError(t, err)
	at := slices.IndexFunc(b.Rules, func(r policy.AgencyRule) bool { return r.ID == "visits.transport" })
	b.Rules[at].Level = verdict.Hold
	next := policy.EncodeBundle(b)
	c, err := o.Compare(t.Context(), old, next)
	require.NoError(t, err)
	require.Equal(t, []string{"Rule visits.transport gets louder: from a warning beside the post to a question before posting."}, c.Lines)
	require.Len(t, c.Posts, 3, "three examples, each once: either account meets it alike")
	for _, p := range c.Posts {
		require.Contains(t, strings.ToLower(p.Draft), "placement")
		require.Equal(t, []string{"both", "caution", "hold"}, []string{p.Account, p.Before, p.After}, p.Draft)
	}
	c, err = o.Compare(t.Context(), old, old)
	require.NoError(t, err)
	require.Empty(t, c.Posts)
	first, err := o.Compare(t.Context(), nil, old)
	require.NoError(t, err)
	require.NotEmpty(t, first.Posts, "against the built-in rules alone")
	_, err = o.Compare(t.Context(), []byte("x"), old)
	require.ErrorContains(t, err, "the old bundle")
}

// A proof that does not end is stopped, and more than may wait are sent away.
func TestProofsAreBounded(t *testing.T) {
	exe, err := os.Executable()
	require.NoError(t, err)
	t.Setenv("ISSUE_TEST", "hang")
	_, err = issue.NewOutside(50*time.Millisecond, exe).Prove(t.Context(), []byte("x"))
	require.ErrorIs(t, err, issue.ErrProofTime)

	o := issue.NewOutside(time.Hour, exe)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	const all = issue.AtOnce + issue.Waiting + 3
	for range all {
		go func() {
			_, err := o.Prove(ctx, []byte("x"))
			ended <- err
		}()
	}
	for range 3 {
		require.ErrorIs(t, <-ended, issue.ErrProofBusy)
	}
	cancel()
	for range all - 3 {
		require.NotErrorIs(t, <-ended, issue.ErrProofBusy)
	}
}

func TestRaises(t *testing.T) {
	before, err := policy.OpenBundle(issuetest.Bundle(t, "maple"))
	require.NoError(t, err)
	for name, c := range map[string]struct {
		change func(b *policy.Bundle)
		want   bool
	}{
		"nothing":       {func(*policy.Bundle) {}, false},
		"a rule gone":   {func(b *policy.Bundle) { b.Rules = b.Rules[1:] }, false},
		"a rule new":    {func(b *policy.Bundle) { b.Rules[0].ID = "new.rule" }, true},
		"a rule louder": {func(b *policy.Bundle) { b.Rules[0].Authority, b.Rules[0].Level = "law", verdict.Hold }, true},
		"a check louder": {func(b *policy.Bundle) {
			b.Levels = append(b.Levels, policy.LevelChange{Rule: "story.general", Level: verdict.Caution})
		}, true},
		"a check moved for the first time: a browser does not know from where": {func(b *policy.Bundle) {
			b.Levels = append(b.Levels, policy.LevelChange{Rule: "x", Level: verdict.Note})
		}, true},
		"a wording more": {func(b *policy.Bundle) { b.Rules[0].Lists[0] = append(b.Rules[0].Lists[0], "ZZ-###") }, true},
		"a wording less": {func(b *policy.Bundle) {
			at := slices.IndexFunc(b.Rules, func(r policy.AgencyRule) bool { return r.Kind == policy.PhraseList })
			b.Rules[at].Lists[0] = b.Rules[at].Lists[0][1:]
		}, false},
		"silent beside less": {func(b *policy.Bundle) {
			at := slices.IndexFunc(b.Rules, func(r policy.AgencyRule) bool { return len(r.Unless) > 0 })
			b.Rules[at].Unless = b.Rules[at].Unless[1:]
		}, true},
		"a name more":              {func(b *policy.Bundle) { b.Names = append(b.Names, policy.PublicName{Text: "Elm House"}) }, true},
		"a word for several more":  {func(b *policy.Bundle) { b.Clients[0].Many = "guestfolk" }, true},
		"worded otherwise":         {func(b *policy.Bundle) { b.Rules[0].Why = policy.Text{{Lang: "en", Text: "Because."}} }, false},
		"a practice post the more": {func(b *policy.Bundle) { b.Practice = append(b.Practice, policy.Practice{Draft: "x"}) }, false},
		"a client's other form": {func(b *policy.Bundle) {
			b.Clients = append(b.Clients, policy.ClientWord{One: "neighbour", Many: "neighbours"})
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := policy.OpenBundle(policy.EncodeBundle(before))
			require.NoError(t, err)
			for i := range b.Rules { // a rule that can still get louder
				b.Rules[i].Level = verdict.Note
			}
			was, err := policy.OpenBundle(policy.EncodeBundle(b))
			require.NoError(t, err)
			c.change(b)
			require.Equal(t, c.want, publish.Raises(was, b))
		})
	}
}

// Heads are issued anew in time, never backwards, and a clock that was wrong
// does not silence the agency.
func TestHeadsAndTheClock(t *testing.T) {
	d, c := desk(t)
	a := maple(t, d)
	_, err := d.Publish(t.Context(), submit(a.Release(issuetest.Bundle(t, "maple"))))
	require.NoError(t, err)
	saw, err := browser(t, d, trust.Pins{})
	require.NoError(t, err)
	look := func(want trust.Freshness) {
		t.Helper()
		require.NoError(t, d.Beat(t.Context()))
		r, err := browser(t, d, saw.Pins)
		require.NoError(t, err)
		require.Equal(t, want.String(), r.Freshness.String())
		saw = r
	}
	first := saw.Head.Issued
	c.at = c.at.Add(issue.Renew - time.Second)
	look(trust.Fresh)
	require.Equal(t, first, saw.Head.Issued, "not due")
	c.at = c.at.Add(time.Second)
	look(trust.Fresh)
	require.Equal(t, first+int64(issue.Renew.Seconds()), saw.Head.Issued)
	right := c.at
	c.at = right.Add(-time.Hour) // the clock steps back
	look(trust.Fresh)
	c.at = right.Add(400 * 24 * time.Hour) // a year ahead, and back: browsers' own clocks were right
	require.NoError(t, d.Beat(t.Context()))
	c.at = right.Add(time.Minute)
	look(trust.Fresh)
	require.Equal(t, c.at.Unix(), saw.Head.Issued)
}

// A new root comes alone only where the newest release holds under it.
func TestRoots(t *testing.T) {
	d, _ := desk(t)
	a := maple(t, d)
	_, err := d.Publish(t.Context(), submit(a.Release(issuetest.Bundle(t, "maple"))))
	require.NoError(t, err)
	pins, err := browser(t, d, trust.Pins{})
	require.NoError(t, err)

	a.NextRoot(func(r *trust.Root) { r.Name = "Maple County Families" })
	_, err = d.AddRoots(t.Context(), "maple", a.File.Roots, "")
	require.NoError(t, err)
	again, err := browser(t, d, pins.Pins)
	require.NoError(t, err)
	require.Equal(t, int64(2), again.Root.Version)

	var refused *trust.Refusal
	_, err = d.AddRoots(t.Context(), "maple", a.File.Roots[:1], "")
	require.ErrorAs(t, err, &refused)
	require.Equal(t, trust.ReasonOldRoot.String(), refused.Reason.String())

	a.Approver = append(a.Approver, issuetest.Key(t, "cai"))
	a.NextRoot(func(r *trust.Root) { r.Approvers, r.Need = append(r.Approvers, issuetest.Key(t, "cai").Key()), 3 })
	_, err = d.AddRoots(t.Context(), "maple", a.File.Roots, "")
	require.ErrorAs(t, err, &refused)
	require.Equal(t, trust.ReasonApprovals.String(), refused.Reason.String())
	_, err = d.Publish(t.Context(), submit(a.Release(issuetest.Bundle(t, "maple", "three"))))
	require.NoError(t, err, "with a release under it the root comes")
	_, err = browser(t, d, again.Pins)
	require.NoError(t, err)
}

// A server that comes back from an older backup takes the newest file of any
// browser, and goes on above it.
func TestRestoreFromABrowser(t *testing.T) {
	key := seal.Fresh()
	dir := t.TempDir()
	s, err := store.Open(t.Context(), filepath.Join(dir, "s.db"))
	require.NoError(t, err)
	d, _ := on(t, s, key)
	a := maple(t, d)
	_, err = d.Publish(t.Context(), submit(a.Release(issuetest.Bundle(t, "maple"))))
	require.NoError(t, err)
	require.NoError(t, s.Backup(t.Context(), filepath.Join(dir, "copy.db")))
	for _, word := range []string{"two", "three"} {
		_, err = d.Publish(t.Context(), submit(a.Release(issuetest.Bundle(t, "maple", word))))
		require.NoError(t, err)
	}
	saw, err := browser(t, d, trust.Pins{})
	require.NoError(t, err)
	file, err := s.Export(t.Context(), "maple")
	require.NoError(t, err)
	require.NoError(t, s.Close())

	old, err := store.Open(t.Context(), filepath.Join(dir, "copy.db"))
	require.NoError(t, err)
	defer old.Close()
	d, _ = on(t, old, key)
	var refused *trust.Refusal
	_, err = browser(t, d, saw.Pins)
	require.ErrorAs(t, err, &refused)
	require.Equal(t, trust.ReasonOldSeq.String(), refused.Reason.String())

	newest := &trust.File{Roots: file.Roots, Releases: file.Releases, Head: file.Head, Blob: file.Blob}
	n, _, err := d.Restore(t.Context(), newest, nil)
	require.NoError(t, err)
	require.Equal(t, 2, n)
	n, _, err = d.Restore(t.Context(), newest, nil)
	require.NoError(t, err)
	require.Zero(t, n, "twice is as good as once")
	_, err = browser(t, d, saw.Pins)
	require.NoError(t, err)
	_, err = d.Publish(t.Context(), submit(a.Release(issuetest.Bundle(t, "maple", "four"))))
	require.NoError(t, err)
	after, err := browser(t, d, saw.Pins)
	require.NoError(t, err)
	require.Equal(t, int64(4), after.Pins.Seq)
}

// Where all is lost, the file founds the agency again; the head key is another,
// so heads wait for a root that names it.
func TestRestoreFromNothing(t *testing.T) {
	lost, _ := desk(t)
	a := maple(t, lost)
	a.Release(issuetest.Bundle(t, "maple"))
	newest := a.Release(issuetest.Bundle(t, "maple", "two"))
	saw, err := trust.Verify(trust.Input{Now: lost.Now().Unix(), Schema: policy.BundleSchema, FirstUse: true, File: *newest})
	require.NoError(t, err)
	newest.Releases = newest.Releases[1:] // an export need not begin at 1

	d, _ := desk(t)
	n, root, err := d.Restore(t.Context(), newest, nil)
	require.ErrorIs(t, err, issue.ErrHeadKey)
	require.Equal(t, 1, n)
	require.Equal(t, saw.Fingerprint, root.Fingerprint())
	ours, err := d.HeadKey(t.Context(), "maple")
	require.NoError(t, err)
	a.NextRoot(func(r *trust.Root) { r.Head = ours })
	_, err = d.Publish(t.Context(), submit(a.Release(issuetest.Bundle(t, "maple", "three"))))
	require.NoError(t, err)
	after, err := browser(t, d, saw.Pins)
	require.NoError(t, err)
	require.Equal(t, trust.Fresh.String(), after.Freshness.String())
}

// Pause and roll back are releases like any other: somebody signs them. The
// second raises a level, which nobody has to remember to say.
func TestPauseAndRollBack(t *testing.T) {
	d, _ := desk(t)
	a := maple(t, d, "ann") // one person decides alone
	_, err := d.Paused(t.Context(), "maple")
	require.ErrorIs(t, err, issue.ErrNothing)
	rules := issuetest.Bundle(t, "maple")
	release := func(blob []byte) *trust.Result {
		t.Helper()
		f, err := d.Draft(t.Context(), issue.Wanted{Agency: "maple", Blob: blob, Author: "Ann"})
		require.NoError(t, err)
		_, err = d.Publish(t.Context(), submit(f))
		require.Error(t, err, "nobody has signed it")
		_, err = d.Publish(t.Context(), submit(a.Sign(f)))
		require.NoError(t, err)
		r, err := browser(t, d, trust.Pins{})
		require.NoError(t, err)
		return r
	}
	require.True(t, release(rules).Release().Raises)
	paused, err := d.Paused(t.Context(), "maple")
	require.NoError(t, err)
	b, err := policy.OpenBundle(paused)
	require.NoError(t, err)
	require.Empty(t, b.Rules)
	release(paused)
	back, err := d.Earlier(t.Context(), "maple", 1)
	require.NoError(t, err)
	require.Equal(t, rules, back)
	last := release(back)
	require.Equal(t, int64(3), last.Release().Seq)
	require.True(t, last.Release().Raises)
	_, err = d.Earlier(t.Context(), "maple", 9)
	require.ErrorIs(t, err, issue.ErrNothing)
}
