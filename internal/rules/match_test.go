package rules

import (
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/text"
)

// matcher compiles one cue rule with these patterns.
func matcher(t *testing.T, patterns, except []string) *Matcher {
	f := &publish.File{
		Name:  "test",
		Sets:  map[string][]string{"fruit": {"apple", "passion fruit", "pear"}},
		Rules: []publish.Rule{{ID: "r", Kind: "cue", Cue: "work", Patterns: patterns, Except: except}},
	}
	p, err := publish.Compile([]*publish.File{f})
	require.NoError(t, err)
	p.Rules[0].Kind = policy.PhraseRule
	return Compile(p)
}

func input(draft string) *Input {
	doc := text.Read(draft)
	n := len(doc.Tokens)
	in := &Input{Doc: doc, Classes: make([]policy.Class, n), AfterPerson: make([]int32, n), AfterMention: make([]int32, n)}
	in.Cues = make([]policy.Cue, len(doc.Sentences))
	for i := range n {
		in.AfterPerson[i], in.AfterMention[i] = int32(i+1), int32(i+1)
		if doc.Tokens[i].Word == "client" {
			in.Classes[i] = policy.Client
		}
	}
	return in
}

func TestPatterns(t *testing.T) {
	for _, c := range []struct{ pattern, draft, want string }{
		{"eat <fruit>", "I eat a pear", ""},
		{"eat ..1 <fruit>", "I eat a pear", "eat a pear"},
		{"eat <fruit>", "They EAT passion-fruit daily", "EAT passion-fruit"},
		{"<fruit> cake", "one passion fruit, cake", "passion fruit, cake"},
		{"(eat|buy a|sell*) pear?", "I will buy a pear", "buy a pear"},
		{"(eat|buy a|sell*) pear?", "selling pear", "selling pear"},
		{"my @client", "my client left", "my client"},
		{"@client ..2 left", "My client has just left.", "client has just left"},
		{"@client ..2 left", "My client. Left.", ""},
		{"^ stop", "Stop it", "Stop"},
		{"^ stop", "I stop it", ""},
		{"stop $", "I stop.", "stop"},
		{"stop $", "stop it", ""},
		{"f r u i t", "f r u i t", ""},
	} {
		t.Run(c.pattern+"/"+c.draft, func(t *testing.T) {
			b := Budget(1000)
			in := input(c.draft)
			hits := matcher(t, []string{c.pattern}, nil).Find(in, &b)
			got := ""
			if len(hits) > 0 {
				got = in.Doc.Slice(in.Doc.Cover(hits[0].First, hits[0].Last))
			}
			require.Equal(t, c.want, got)
		})
	}
}

func TestExceptionSilencesOnlyItsSentence(t *testing.T) {
	m := matcher(t, []string{"eat <fruit>"}, []string{"never"})
	b := Budget(1000)
	hits := m.Find(input("Never eat apple. I eat apple."), &b)
	require.Len(t, hits, 1)
	require.Equal(t, 1, hits[0].Sentence)
}

func TestBudgetEndsAnExplodingPattern(t *testing.T) {
	long := ""
	for range 2000 {
		long += "eat "
	}
	m := matcher(t, []string{"eat ..20 eat ..20 eat ..20 eat ..20 eat ..20 zebra"}, nil)
	b := Budget(100_000)
	require.Empty(t, m.Find(input(long), &b))
	require.LessOrEqual(t, int(b), 0)
	require.Greater(t, int(b), -1000, "stopped soon after the budget was spent")
}
