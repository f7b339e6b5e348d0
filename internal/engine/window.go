package engine

import (
	"strings"
	"unicode/utf8"

	"secondlook/internal/text"
)

// A draft of more than longDraft characters is read in windows of about
// windowSize with windowLap shared between neighbours, so that what stands on
// a border is read whole in one of them.
const (
	longDraft  = 20_000
	windowSize = 10_000
	windowLap  = 1_000
)

// windows returns what of the draft is to be read, in bytes, in order. With
// the place of the last edit only what is around it is read; without, all.
func windows(draft string, edit int) []text.Span {
	whole := text.Span{Start: 0, End: len(draft)}
	if len(draft) <= longDraft || utf8.RuneCountInString(draft) <= longDraft {
		return []text.Span{whole}
	}
	if edit >= 0 {
		at := fromUTF16(draft, edit)
		return []text.Span{{Start: border(draft, back(draft, at, windowSize)), End: border(draft, forth(draft, at, windowSize))}}
	}
	var out []text.Span
	for start := 0; ; {
		end := border(draft, forth(draft, start, windowSize))
		out = append(out, text.Span{Start: start, End: end})
		if end == len(draft) {
			return out
		}
		start = border(draft, back(draft, end, windowLap))
	}
}

// fromUTF16 returns the byte offset of a UTF-16 offset, or the end.
func fromUTF16(s string, units int) int {
	for i, r := range s {
		if units <= 0 {
			return i
		}
		units--
		if r > 0xffff {
			units--
		}
	}
	return len(s)
}

func forth(s string, at, runes int) int {
	for ; runes > 0 && at < len(s); runes-- {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	return at
}

func back(s string, at, runes int) int {
	for ; runes > 0 && at > 0; runes-- {
		_, n := utf8.DecodeLastRuneInString(s[:at])
		at -= n
	}
	return at
}

// border moves at back to the last line or space close before it, so that no
// word is cut; text without any is cut where it is.
func border(s string, at int) int {
	if at == 0 || at == len(s) {
		return at
	}
	near := s[max(0, at-200):at]
	if i := strings.LastIndexByte(near, '\n'); i > 0 {
		return at - len(near) + i + 1
	}
	if i := strings.LastIndexByte(near, ' '); i > 0 {
		return at - len(near) + i + 1
	}
	return at
}
