package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestUnderline(t *testing.T) {
	long := strings.Repeat("a ", 100)
	cases := []struct{ name, draft, words, text, marks string }{
		{"plain", "see Mia run", "Mia", "see Mia run", "    ^^^"},
		{"wide", "見て Mia", "て", "見て Mia", "  ^^"},
		{"marks take no column", "e\u0301 Mia", "Mia", "e\u0301 Mia", "  ^^^"},
		{"escape sequences are defused", "\x1b[31m Mia", "Mia", "\uFFFD[31m Mia", "      ^^^"},
		{"tab", "\tMia", "Mia", " Mia", " ^^^"},
		{"direction marks are dropped", "\u202eMia", "Mia", "Mia", "^^^"},
		{"far along", long + "Mia " + long, "Mia", "…" + strings.Repeat("a ", 16) + "Mia " + strings.Repeat("a ", 30) + "…", strings.Repeat(" ", 33) + "^^^"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			i := strings.Index(c.draft, c.words)
			text, marks := underline(c.draft, 0, len(c.draft), []span{{stretch: stretch{i, i + len(c.words)}}})
			require.Equal(t, c.marks, marks)
			require.True(t, strings.HasPrefix(text, strings.TrimSuffix(c.text, "…")), text)
		})
	}
}

// No draft can send a control character to a terminal.
func TestPrintable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, r := range printable(rapid.String().Draw(t, "s")) {
			require.False(t, r < ' ' || r == 0x7f || (r >= 0x80 && r < 0xa0), "%U", r)
		}
	})
}
