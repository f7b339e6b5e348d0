package rules

import (
	"slices"
	"strings"

	"secondlook/internal/policy"
)

// Matcher is a policy, indexed for matching. It is immutable.
type Matcher struct {
	policy *policy.Policy
	words  table
	kinds  [policy.CueRule + 1]index // by the kind of rule
	first  [][]policyPhrase          // phrases of the sets by their first word
	last   [][]policyPhrase          // and by their last
	lists  bool                      // see CompileLists
}

// index finds the patterns of one kind of rule that may stand at a token.
type index struct {
	byWord  [][]anchor // by the word that anchors them
	byClass []anchor   // anchored by a class
	prefix  []prefix   // prefixes in use, sorted
	begins  [256]bool  // the bytes a prefix begins with
}

// anchor says that a pattern is tried where its element At stands.
type anchor struct {
	rule    int32
	pattern int32 // index into Patterns, or ^index into Except
	at      int16
	class   policy.Class
}

type prefix struct {
	stem    string
	anchors []anchor
}

// policyPhrase is a phrase of a set, found by its first or last word.
type policyPhrase struct {
	set    uint32
	phrase []uint32
}

// Compile indexes p: every pattern under the rarest kind of element it needs.
func Compile(p *policy.Policy) *Matcher { return compile(p, false) }

// CompileLists indexes p for patterns that are mostly sets: of two sets the one
// whose phrases begin with no common word is the rarer.
func CompileLists(p *policy.Policy) *Matcher { return compile(p, true) }

func compile(p *policy.Policy, lists bool) *Matcher {
	m := &Matcher{policy: p, words: newTable(p.Words), lists: lists}
	for k := range m.kinds {
		m.kinds[k].byWord = make([][]anchor, len(p.Words))
	}
	m.first = make([][]policyPhrase, len(p.Words))
	m.last = make([][]policyPhrase, len(p.Words))
	for s, set := range p.Sets {
		for _, ph := range set.Phrases {
			m.first[ph[0]] = append(m.first[ph[0]], policyPhrase{uint32(s), ph})
			end := ph[len(ph)-1]
			m.last[end] = append(m.last[end], policyPhrase{uint32(s), ph})
		}
	}
	for r := range p.Rules {
		for i, pat := range p.Rules[r].Patterns {
			m.index(anchor{rule: int32(r), pattern: int32(i)}, pat)
		}
		for i, pat := range p.Rules[r].Except {
			m.index(anchor{rule: int32(r), pattern: ^int32(i)}, pat)
		}
	}
	for k := range m.kinds {
		slices.SortFunc(m.kinds[k].prefix, func(a, b prefix) int { return strings.Compare(a.stem, b.stem) })
	}
	return m
}

// Policy returns the policy that was compiled.
func (m *Matcher) Policy() *policy.Policy { return m.policy }

// index files a pattern under the element that is rarest in text: a word, then
// a prefix, then a set, then a class.
func (m *Matcher) index(a anchor, pat policy.Pattern) {
	best := -1
	rank := map[policy.Op]int{policy.OpWords: 0, policy.OpPrefix: 1, policy.OpSet: 2, policy.OpClass: 3}
	cost := func(i int) int {
		n := rank[pat[i].Op]*100 + min(len(pat[i].Args), 99)
		if m.lists && pat[i].Op == policy.OpSet && m.common(pat[i].Args[0]) {
			n += 50
		}
		return n
	}
	for i, e := range pat {
		if e.Optional || e.Op > policy.OpClass {
			continue
		}
		if best < 0 || cost(i) < cost(best) {
			best = i
		}
	}
	if best < 0 {
		return // publish refuses such a pattern; a policy from elsewhere just never matches
	}
	a.at = int16(best)
	e := pat[best]
	x := &m.kinds[m.policy.Rules[a.rule].Kind]
	switch e.Op {
	case policy.OpWords:
		for _, w := range e.Args {
			x.byWord[w] = append(x.byWord[w], a)
		}
	case policy.OpPrefix:
		for _, w := range e.Args {
			x.addPrefix(m.policy.Words[w], a)
		}
	case policy.OpSet:
		seen := map[uint32]bool{}
		for _, ph := range m.policy.Sets[e.Args[0]].Phrases {
			if !seen[ph[0]] {
				seen[ph[0]] = true
				x.byWord[ph[0]] = append(x.byWord[ph[0]], a)
			}
		}
	case policy.OpClass:
		a.class = e.Class
		x.byClass = append(x.byClass, a)
	}
}

// common reports whether a phrase of the set begins with a word that stands in
// every second sentence.
func (m *Matcher) common(set uint32) bool {
	return slices.ContainsFunc(m.policy.Sets[set].Phrases, func(ph []uint32) bool {
		return strings.Contains(" the a an of in on at to and or but my our your his her their i we you he she they it is was are were for with from this that not no so ",
			" "+m.policy.Words[ph[0]]+" ")
	})
}

// phrases returns those of the set among phrases, which are in order of set.
func phrases(of []policyPhrase, set uint32) []policyPhrase {
	from, _ := slices.BinarySearchFunc(of, set, func(p policyPhrase, set uint32) int { return int(p.set) - int(set) })
	to := from
	for to < len(of) && of[to].set == set {
		to++
	}
	return of[from:to]
}

func (x *index) addPrefix(stem string, a anchor) {
	for i := range x.prefix {
		if x.prefix[i].stem == stem {
			x.prefix[i].anchors = append(x.prefix[i].anchors, a)
			return
		}
	}
	x.prefix = append(x.prefix, prefix{stem, []anchor{a}})
	x.begins[stem[0]] = true
}

// prefixes calls found for every prefix in use that w begins with.
func (x *index) prefixes(w string, found func([]anchor)) {
	if w == "" || !x.begins[w[0]] {
		return
	}
	for n := 2; n <= len(w) && n <= 16; n++ {
		i, ok := slices.BinarySearchFunc(x.prefix, w[:n], func(p prefix, s string) int { return strings.Compare(p.stem, s) })
		if ok {
			found(x.prefix[i].anchors)
		} else if i == len(x.prefix) || !strings.HasPrefix(x.prefix[i].stem, w[:n]) {
			return
		}
	}
}

// table finds a word's number by open addressing: one string compare a hit.
type table struct {
	words []string
	slots []int32 // index+1, 0 empty
}

func newTable(words []string) table {
	size := 16
	for size < 2*len(words) {
		size *= 2
	}
	t := table{words, make([]int32, size)}
	for i, w := range words {
		h := hash(w) & uint32(size-1)
		for t.slots[h] != 0 {
			h = (h + 1) & uint32(size-1)
		}
		t.slots[h] = int32(i + 1)
	}
	return t
}

// find returns the word's number, or -1.
func (t *table) find(w string) int32 {
	mask := uint32(len(t.slots) - 1)
	for h := hash(w) & mask; ; h = (h + 1) & mask {
		i := t.slots[h] - 1
		if i < 0 || t.words[i] == w {
			return i
		}
	}
}

// hash is FNV-1a, 32 bits.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
