package engine

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/verdict"
)

// spanishLine is a draft of testdata/spanish.txt and what it has to be.
type spanishLine struct{ want, voice, draft string }

func spanishLines(t *testing.T) []spanishLine {
	source, err := os.ReadFile("testdata/spanish.txt")
	require.NoError(t, err)
	var out []spanishLine
	for line := range strings.Lines(string(source)) {
		part := strings.SplitN(strings.TrimSpace(line), " | ", 3)
		if len(part) == 3 && part[0][0] != '#' {
			out = append(out, spanishLine{part[0], part[1], part[2]})
		}
	}
	return out
}

// TestSpanishDrafts holds what word lists alone can hear in Spanish: names and
// details of somebody served, in many voices; and that labour speech, sighs and
// the author's own life stay quiet.
func TestSpanishDrafts(t *testing.T) {
	e := baseline(t)
	lines := spanishLines(t)
	require.GreaterOrEqual(t, len(lines), 120)
	quiet := 0
	for _, l := range lines {
		if l.want == "quiet" {
			quiet++
		}
		t.Run(l.voice+"/"+l.draft, func(t *testing.T) {
			v := e.Check(l.draft, Context{Edit: -1})
			switch l.want {
			case "quiet":
				require.False(t, v.Level.Alert(), "%s: %v", v.Level, v.Findings)
			case "alert":
				require.True(t, v.Level.Alert(), v.Level.String())
			default:
				require.Equal(t, l.want, v.Level.String())
			}
		})
	}
	require.Greater(t, quiet*2, len(lines)-10, "half of them are to stay quiet")
}

// TestSpanishCoverage holds that a Spanish draft is told to be read in part, an
// English one wholly, and one in a language that is not read by its numbers.
func TestSpanishCoverage(t *testing.T) {
	e := baseline(t)
	for draft, want := range map[string]verdict.Coverage{
		"Mi clienta María López faltó a la corte el martes.":                         verdict.Basic,
		"Que cansada estoy, por fin es viernes y me voy a la casa.":                  verdict.Basic,
		"My client Maria Lopez missed court on Tuesday in Los Angeles.":              verdict.Full,
		"Mi clienta María didn't show up to court on Tuesday.":                       verdict.Full,
		"Minha cliente faltou ao tribunal na terça e não sei o que fazer mais.":      verdict.Identifiers,
		"Ma cliente n'est pas venue au tribunal mardi et je ne sais pas quoi faire.": verdict.Identifiers,
		"De la Cruz and La Rosa won the league in El Paso.":                          verdict.Full,
	} {
		require.Equal(t, want.String(), e.Check(draft, Context{Edit: -1}).Coverage.String(), draft)
	}
}

// TestSpanishIsRewritten holds what is offered on those drafts to what it promises.
func TestSpanishIsRewritten(t *testing.T) {
	e := baseline(t)
	alerts, offered := 0, 0
	for _, l := range spanishLines(t) {
		out := e.Suggest(l.draft, Context{Edit: -1})
		if v := e.Check(l.draft, Context{Edit: -1}); len(v.Combination) > 0 {
			alerts++
		}
		if len(out.Options) > 0 {
			offered++
		}
		keepsPromises(t, e, l.draft, out)
	}
	require.Greater(t, alerts, 20)
	require.Greater(t, offered, alerts*3/4, "of %d alerts", alerts)
}

// TestUnreadIsNotRewritten: of a language that is not read, it knows no words to put in place.
func TestUnreadIsNotRewritten(t *testing.T) {
	out := baseline(t).Suggest("Minha cliente faltou ao tribunal na terça, o SSN dela é 219-09-9999, e não sei o que fazer mais.", Context{Edit: -1})
	require.Equal(t, verdict.Hold, out.Level)
	require.Empty(t, out.Options)
}
