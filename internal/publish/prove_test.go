package publish

import (
	"bytes"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"secondlook/internal/policy"
	"secondlook/internal/sandbox"
)

const enginePath = "../../bin/engine.wasm"

func box(t *testing.T) *sandbox.Sandbox {
	t.Helper()
	wasm, err := os.ReadFile(enginePath)
	require.NoError(t, err, "run make wasm first")
	cache := "../../.cache/sandbox"
	require.NoError(t, os.MkdirAll(cache, 0o755))
	s, err := sandbox.Open(t.Context(), wasm, cache, sandbox.Own)
	require.NoError(t, err)
	t.Cleanup(func() { s.Close(t.Context()) })
	return s
}

// TestProveInTheSandbox: the shipped engine says of a bundle what the package says
// that it is made of, word for word.
func TestProveInTheSandbox(t *testing.T) {
	s := box(t)
	for _, name := range []string{"silence_love", "labour_stem", "example_elsewhere", "wording_page", "cap_crisis", "person_list"} {
		t.Run(name, func(t *testing.T) {
			h := readHostile(t, "../../testdata/rules/hostile/"+name+".txtar")
			source, err := ReadAgency(starterFiles(t, h.edits, h.files))
			require.NoError(t, err)
			r, err := Prove(t.Context(), s, policy.EncodeBundle(source.Bundle), source.Place, today)
			require.NoError(t, err)
			require.False(t, r.OK)
			var want []ReportFault
			for _, f := range refusals(t, builtIn(t), source.Bundle) {
				want = append(want, ReportFault{f.Code, f.Where, source.Place(f.Where), f.Why, f.Sentence})
			}
			require.Equal(t, want, r.Refused)
			var page bytes.Buffer
			r.Write(&page)
			require.Contains(t, page.String(), want[0].Why)
			require.Contains(t, page.String(), "Not yet: ")
		})
	}
}

// Age and open questions are said, and stop nothing.
func TestAdvice(t *testing.T) {
	source, err := ReadAgency(starterFiles(t, [][3]string{{"agency.yaml", "    hr: {", "    # hr: {"}}, nil))
	require.NoError(t, err)
	blob := policy.EncodeBundle(source.Bundle)
	s := box(t)
	r, err := Prove(t.Context(), s, blob, nil, today.Add(366*24*time.Hour))
	require.NoError(t, err)
	require.True(t, r.OK, r.Refused)
	require.Contains(t, r.Advice, "The policy was due to be read again on "+source.Bundle.Facts.NextReview+". The checks go on; every worker sees that it is overdue.")
	require.Contains(t, r.Advice, "Nobody is named who read it for personnel (reviewed_by: hr).")
	require.Contains(t, r.Advice, "Not covered: a worker attacked online (attacks).")
}

func TestDiff(t *testing.T) {
	build := func(edits [][3]string, over map[string]string) []byte {
		source, err := ReadAgency(starterFiles(t, edits, over))
		require.NoError(t, err)
		return policy.EncodeBundle(source.Bundle)
	}
	old := build(nil, nil)
	next := build([][3]string{
		{"rules/numbers.yaml", "level: hold", "level: caution"},
		{"rules/visits.yaml", "      - driving kids to placement\n", ""},
		{"rules/visits.yaml", "Four hours on the road, [driving kids to placement].", "Four hours of [placement transport]."},
		{"words.yaml", "one: guest, many: guests", "one: wayfarer, many: wayfarers"},
	}, nil)
	s := box(t)
	same, err := Diff(t.Context(), s, old, old)
	require.NoError(t, err)
	require.Empty(t, same.Lines)
	require.Empty(t, same.Posts)
	require.False(t, same.Raises)
	c, err := Diff(t.Context(), s, old, next)
	require.NoError(t, err)
	require.Contains(t, c.Lines, "Rule numbers.case gets quieter: from a question before posting to a warning beside the post.")
	require.Contains(t, c.Lines, `Rule visits.transport no longer looks for "driving kids to placement".`)
	require.Contains(t, c.Lines, `Read as a person you serve: "wayfarer", "wayfarers".`)
	require.Contains(t, c.Posts, PostChange{"Finally closed HC-2024-118!", "both", "hold", "caution"}, "once, though both accounts change")
	require.True(t, c.Raises, "wayfarers are read as clients now")
	quieter, err := Diff(t.Context(), s, old, build([][3]string{{"rules/numbers.yaml", "level: hold", "level: caution"}, {"practice/posts.yaml", "expect: hold", "expect: caution"}}, nil))
	require.NoError(t, err)
	require.False(t, quieter.Raises)
	louder, err := Diff(t.Context(), s, old, build([][3]string{{"rules/visits.yaml", "level: caution", "level: hold"}}, nil))
	require.NoError(t, err)
	require.True(t, louder.Raises)
	first, err := Diff(t.Context(), s, nil, old)
	require.NoError(t, err)
	require.Contains(t, first.Posts, PostChange{"Finally closed HC-2024-118!", "both", "clear", "hold"})
	var page bytes.Buffer
	c.Write(&page)
	require.Contains(t, page.String(), "hold → caution, on either account\n    > Finally closed HC-2024-118!")
}

func TestPostChangesAlikeAreShownOnce(t *testing.T) {
	for _, c := range []struct {
		name        string
		own, agency [2]string // before, after
		want        []string  // accounts
	}{
		{"alike", [2]string{"note", "hold"}, [2]string{"note", "hold"}, []string{"both"}},
		{"not alike", [2]string{"clear", "note"}, [2]string{"clear", "hold"}, []string{"personal", "agency"}},
		{"one of them", [2]string{"note", "note"}, [2]string{"note", "caution"}, []string{"agency"}},
		{"neither", [2]string{"hold", "hold"}, [2]string{"hold", "hold"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got Changes
			got.add(PostChange{"Tea", "personal", c.own[0], c.own[1]}, PostChange{"Tea", "agency", c.agency[0], c.agency[1]})
			var accounts []string
			for _, p := range got.Posts {
				accounts = append(accounts, p.Account)
			}
			require.Equal(t, c.want, accounts)
			require.Equal(t, len(c.want) > 0, got.Raises)
		})
	}
}
