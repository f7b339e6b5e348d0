package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

const (
	lineWidth = 96 // columns of a draft's line that are shown
	maxLines  = 4  // lines of a draft that are shown for one finding
)

// show writes a verdict for people: its level, and for each finding the lines
// of the draft with carets under the words, the question, the reason and
// whose rule it is.
func (m messages) show(w io.Writer, name, draft string, v *answer) {
	v.recount(draft, "bytes")
	fmt.Fprintf(w, "%s: %s\n", printable(name), v.Level)
	if v.Protected {
		fmt.Fprintf(w, "  %s\n", m.get("card_protected"))
	}
	if v.Coverage != "full" {
		fmt.Fprintf(w, "  %s\n", m.get("card_"+v.Coverage))
	}
	for i := range v.Findings {
		f := &v.Findings[i]
		fmt.Fprintln(w)
		m.carets(w, draft, f.Spans)
		text, key := m.of(f.Message)
		fmt.Fprintf(w, "  %s · %s · %s\n", f.Level, f.Category, f.Rule)
		fmt.Fprintf(w, "  %s\n", text)
		if why := m[key+"_why"]; key != "" && why != "" {
			fmt.Fprintf(w, "  %s\n", why)
		}
		fmt.Fprintf(w, "  (%s)\n", m.source(f))
	}
	if n := v.Combination.Count; n > 0 {
		var parts []string
		for _, p := range v.Combination.Parts {
			if word := m.get("part_" + p.Kind); len(parts) == 0 || parts[len(parts)-1] != word {
				parts = append(parts, word)
			}
		}
		fmt.Fprintf(w, "\n  %s: %s\n", m.get("card_adds_up"), strings.Join(parts, ", "))
	}
	for _, s := range v.Explain {
		fmt.Fprintf(w, "  explain %-12s [%d,%d) %s\n", s.Step, s.Start, s.End, printable(s.Text))
	}
}

// carets writes the lines of the draft that spans touch, each with carets
// under the words.
func (m messages) carets(w io.Writer, draft string, spans []span) {
	shown := 0
	for start, number := 0, 1; start <= len(draft); number++ {
		end := len(draft)
		if i := strings.IndexByte(draft[start:], '\n'); i >= 0 {
			end = start + i
		}
		if touched(spans, start, end) {
			if shown++; shown > maxLines {
				fmt.Fprintf(w, "       | …\n")
				return
			}
			text, marks := underline(draft, start, end, spans)
			fmt.Fprintf(w, "  %4d | %s\n       | %s\n", number, text, marks)
		}
		start = end + 1
	}
}

func touched(spans []span, start, end int) bool {
	for _, s := range spans {
		if s.Start < end && start < s.End {
			return true
		}
	}
	return false
}

// underline returns the line draft[start:end) fit for a terminal, and below it
// the carets. Of a line too long to show, what is around its first span is.
func underline(draft string, start, end int, spans []span) (text, marks string) {
	from := end
	for _, s := range spans {
		if s.Start < end && start < s.End {
			from = min(from, max(s.Start, start))
		}
	}
	for back := 0; from > start && back < lineWidth/3; back++ { // a little before the first span
		_, size := utf8.DecodeLastRuneInString(draft[start:from])
		from -= size
	}
	if columns(draft[start:from]) <= lineWidth/3 {
		from = start
	}
	var t, c strings.Builder
	if from > start {
		t.WriteString("…")
		c.WriteString(" ")
	}
	used := 0
	for i := from; i < end; {
		r, size := utf8.DecodeRuneInString(draft[i:])
		n := runeColumns(r)
		if used += n; used > lineWidth {
			t.WriteString("…")
			break
		}
		t.WriteString(printable(draft[i : i+size]))
		mark := " "
		if touched(spans, i, i+size) {
			mark = "^"
		}
		c.WriteString(strings.Repeat(mark, n))
		i += size
	}
	return t.String(), strings.TrimRight(c.String(), " ")
}

func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

// runeColumns returns how many columns of a terminal r takes once printable
// has been through it.
func runeColumns(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case !unicode.IsPrint(r) && r != ' ':
		return 1
	}
	if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
		return 2
	}
	return 1
}

// printable makes s safe for a terminal: a draft may hold escape sequences,
// and marks that turn the direction of what follows.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		case unicode.IsPrint(r) || unicode.In(r, unicode.Mn, unicode.Me):
			return r
		}
		return '\uFFFD'
	}, s)
}
