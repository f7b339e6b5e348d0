package referent

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/identify"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// A detail is one braced stretch of testdata/owners.txt.
type detail struct {
	span text.Span
	kind verdict.SpanType
	his  bool
}

// unbrace takes the marks out of a line and tells what they stood around.
func unbrace(t *testing.T, line string) (draft string, person text.Span, details []detail) {
	var b strings.Builder
	open := detail{}
	for i := 0; i < len(line); {
		rest := line[i:]
		switch {
		case strings.HasPrefix(rest, "[["):
			person.Start, i = b.Len(), i+2
		case strings.HasPrefix(rest, "]]"):
			person.End, i = b.Len(), i+2
		case strings.HasPrefix(rest, "{{"):
			name, _, ok := strings.Cut(rest[2:], ":")
			require.True(t, ok, line)
			i += 3 + len(name)
			open = detail{span: text.Span{Start: b.Len()}, his: !strings.HasPrefix(name, "!")}
			open.kind, ok = verdict.ParseSpanType(strings.TrimPrefix(name, "!"))
			require.True(t, ok, name)
		case strings.HasPrefix(rest, "}}"):
			open.span.End, i = b.Len(), i+2
			details = append(details, open)
		default:
			b.WriteByte(line[i])
			i++
		}
	}
	return b.String(), person, details
}

// mention makes the mention a detector would make of a detail.
func mention(doc *text.Doc, d detail) identify.Mention {
	m := identify.Mention{Span: d.span, Type: d.kind, First: len(doc.Tokens), Sure: 900, Value: doc.Source[d.span.Start:d.span.End]}
	for i := range doc.Tokens {
		if doc.Tokens[i].Overlaps(d.span) {
			m.First, m.Last = min(m.First, i), i+1
		}
	}
	return m
}

// ownersRight is the least share of details given to the right person, in
// percent: what was reached less a margin.
const ownersRight = 92

func TestOwners(t *testing.T) {
	raw, err := os.ReadFile("testdata/owners.txt")
	require.NoError(t, err)
	right, all := 0, 0
	for _, line := range strings.Split(string(raw), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		draft, person, details := unbrace(t, line)
		doc := text.Read(draft)
		var mentions []identify.Mention
		for _, d := range details {
			mentions = append(mentions, mention(doc, d))
		}
		r := Read(doc, mentions, Hint{})
		for i, d := range details {
			all++
			his := false
			if p := r.Owner[i]; p >= 0 {
				for _, ref := range r.People[p].Refs {
					his = his || ref.Overlaps(person)
				}
			}
			if his == d.his {
				right++
				continue
			}
			t.Logf("%q in %s\n\t%s", draft[d.span.Start:d.span.End], draft, strings.Join(r.Explain(doc), "\n\t"))
		}
	}
	t.Logf("%d of %d details", right, all)
	require.GreaterOrEqual(t, 100*right, ownersRight*all)
}
