package text

import (
	_ "embed"
	"strings"
)

//go:generate go run gen.go ../../../shared/data/text

// words holds a header line, then the frequent English words of posts in
// order, each with its cost: four times the bits of its rarity, two digits.
//
//go:embed words.txt
var words string

// wordCost is the cost of a lower-case word, 1 to 99; 0 when it is unknown.
func wordCost(w string) int {
	cost, _ := lookUp(w)
	return cost
}

// lookUp gives the cost of w, and whether a longer word starts with it.
func lookUp(w string) (cost int, more bool) {
	low, high := strings.IndexByte(words, '\n')+1, len(words)
	for low < high {
		mid := low + (high-low)/2
		start := strings.LastIndexByte(words[:mid], '\n') + 1
		end := start + strings.IndexByte(words[start:], '\n')
		if words[start:end-3] < w {
			low = end + 1
		} else {
			high = start
		}
	}
	rest := words[low:]
	if !strings.HasPrefix(rest, w) {
		return 0, false
	}
	rest = rest[len(w):]
	if rest[0] == ' ' {
		cost = int(rest[1]-'0')*10 + int(rest[2]-'0')
		rest = rest[4:]
		return cost, strings.HasPrefix(rest, w)
	}
	return 0, true
}

// isWord reports whether w, or w without an English ending, is a known word.
func isWord(w string) bool {
	if wordCost(w) > 0 {
		return true
	}
	for _, ending := range [...]string{"s", "es", "ed", "d", "ing", "ly", "er"} {
		stem, cut := strings.CutSuffix(w, ending)
		if cut && len(stem) > 2 && wordCost(stem) > 0 {
			return true
		}
	}
	return false
}

// The limits of segment: bytes in all, and in one word.
const (
	maxSegmented = 48
	maxWord      = 14
)

// joint is what a word border costs, so that few long words win.
const joint = 14

// segment cuts a lower-case ASCII string into known words at least cost and
// appends the end of each to ends; nil when the words do not cover it.
func segment(s string, ends []int) []int {
	n := len(s)
	if n == 0 || n > maxSegmented {
		return nil
	}
	var best, from [maxSegmented + 1]int
	for i := 1; i <= n; i++ {
		best[i] = -1
	}
	for i := 0; i < n; i++ {
		if best[i] < 0 {
			continue
		}
		for j := i + 1; j <= min(n, i+maxWord); j++ {
			cost, more := lookUp(s[i:j])
			if cost += best[i] + joint; cost > best[i]+joint && (best[j] < 0 || cost < best[j]) {
				best[j], from[j] = cost, i
			}
			if !more {
				break
			}
		}
	}
	if best[n] < 0 {
		return nil
	}
	count := 0
	for i := n; i > 0; i = from[i] {
		count++
	}
	first := len(ends)
	ends = append(ends, make([]int, count)...)
	for i := n; i > 0; i = from[i] {
		count--
		ends[first+count] = i
	}
	return ends
}
