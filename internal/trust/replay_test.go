package trust

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Whatever of an agency's true past is shown to a browser, in any order and
// mixture, at whatever time its clock says: it never goes back, and with the
// newest it is where it should be.
func TestReplaysNeverGoBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		p := publisherOf(t, 1, "ann")
		past := []File{p.File}
		for range rapid.IntRange(1, 6).Draw(r, "steps") {
			switch rapid.IntRange(0, 3).Draw(r, "step") {
			case 0:
				p.publish()
			case 1:
				p.publish(func(r *Release) { r.Raises = true })
			case 2:
				p.tick(nil)
			case 3:
				p.newRoot(func(r *Root) { r.Name += "." }, p.by...)
				p.publish()
			}
			past = append(past, p.File)
		}
		pins := p.enrolment()
		for range rapid.IntRange(1, 12).Draw(r, "looks") {
			any := func(name string) *File { return &past[rapid.IntRange(0, len(past)-1).Draw(r, name)] }
			shown := File{any("roots").Roots, any("releases").Releases, any("head").Head, any("bundle").Blob}
			now := p.now + int64(rapid.IntRange(-400, 400).Draw(r, "days"))*Day
			result, err := Verify(Input{Now: now, Schema: 1, Pins: pins, File: shown})
			if err != nil {
				continue
			}
			next := result.Pins
			require.GreaterOrEqual(r, next.Seq, pins.Seq)
			require.GreaterOrEqual(r, next.RootVersion, pins.RootVersion)
			require.GreaterOrEqual(r, next.HeadIssued, pins.HeadIssued)
			if next.Seq == pins.Seq {
				require.Equal(r, pins.Release, next.Release)
			}
			pins = next
		}
		last, err := Verify(Input{Now: p.now, Schema: 1, Pins: pins, File: p.File})
		require.NoError(r, err, "the newest is always accepted")
		require.Equal(r, p.release.Hash(), last.Pins.Release)
		require.Equal(r, int64(len(p.Roots)), last.Pins.RootVersion)
		raised := slices.ContainsFunc(last.Releases, func(s Signed) bool { return s.Raises })
		require.True(r, raised || last.ActsFrom == 0, "nothing waits that raised nothing")
	})
}
