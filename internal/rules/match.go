package rules

import (
	"slices"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/text"
)

// Cues runs the cue rules and adds what they tell to in.Cues and in.Draft.
func (m *Matcher) Cues(in *Input, b *Budget) {
	for _, h := range m.match(in, b, policy.CueRule) {
		c := m.policy.Rules[h.Rule].Cue
		in.Cues[h.Sentence] |= c
		in.Draft |= c
	}
}

// Find runs the finding rules. A rule gives at most one hit a place; hits are
// in order of rule, then place.
func (m *Matcher) Find(in *Input, b *Budget) []Hit {
	return m.match(in, b, policy.PhraseRule)
}

// scan is one run over a draft.
type scan struct {
	m        *Matcher
	in       *Input
	budget   *Budget
	tokens   []int32 // tokens of the sentence, marks of punctuation left out
	ids      []int32 // their words' numbers
	n        int     // the sentence
	hits     []Hit
	silenced []int32 // rules an exception of this sentence takes back
}

func (m *Matcher) match(in *Input, b *Budget, kind policy.Kind) []Hit {
	s := scan{m: m, in: in, budget: b}
	if in.ids == nil {
		in.ids = m.number(in.Doc)
	}
	for s.n = range in.Doc.Sentences {
		s.load()
		s.sentence(&m.kinds[kind])
		if *b <= 0 {
			break
		}
	}
	slices.SortFunc(s.hits, func(a, c Hit) int {
		if a.Rule != c.Rule {
			return a.Rule - c.Rule
		}
		if a.First != c.First {
			return a.First - c.First
		}
		return a.Last - c.Last
	})
	return slices.Compact(s.hits)
}

// number looks every word of a draft up once.
func (m *Matcher) number(doc *text.Doc) []int32 {
	ids := make([]int32, len(doc.Tokens))
	for i := range ids {
		ids[i] = m.words.find(doc.Tokens[i].Word)
	}
	return ids
}

func (s *scan) load() {
	sentence := &s.in.Doc.Sentences[s.n]
	s.tokens, s.ids = s.tokens[:0], s.ids[:0]
	for i := sentence.First; i < sentence.Last; i++ {
		if k := s.in.Doc.Tokens[i].Kind; k == text.Punct || k == text.Break {
			continue
		}
		s.tokens = append(s.tokens, int32(i))
		s.ids = append(s.ids, s.in.ids[i])
	}
}

// sentence adds the hits of one sentence: first what matches, then what an
// exception takes back.
func (s *scan) sentence(x *index) {
	from := len(s.hits)
	s.silenced = s.silenced[:0]
	for at := range s.tokens {
		if *s.budget <= 0 {
			break
		}
		if id := s.ids[at]; id >= 0 {
			s.try(at, x.byWord[id])
		}
		x.prefixes(s.word(at), func(a []anchor) { s.try(at, a) })
		if c := s.class(at); c != 0 {
			for i := range x.byClass {
				if x.byClass[i].class&c != 0 {
					s.try(at, x.byClass[i:i+1])
				}
			}
		}
	}
	if len(s.silenced) > 0 {
		kept := slices.DeleteFunc(s.hits[from:], func(h Hit) bool { return slices.Contains(s.silenced, int32(h.Rule)) })
		s.hits = s.hits[:from+len(kept)]
	}
}

// try matches each pattern that is anchored at position at.
func (s *scan) try(at int, anchors []anchor) {
	for i := range anchors {
		a := &anchors[i]
		r := &s.m.policy.Rules[a.rule]
		if !s.allowed(r) {
			continue
		}
		first, last, ok := s.around(pattern(r, a), int(a.at), at)
		if !ok {
			continue
		}
		if a.pattern < 0 {
			s.silenced = append(s.silenced, a.rule)
			continue
		}
		s.hits = append(s.hits, Hit{int(a.rule), s.n, int(s.tokens[first]), int(s.tokens[last-1]) + 1})
	}
}

func pattern(r *policy.Rule, a *anchor) policy.Pattern {
	if a.pattern < 0 {
		return r.Except[^a.pattern]
	}
	return r.Patterns[a.pattern]
}

// allowed reports whether the cues let the rule speak in this sentence.
func (s *scan) allowed(r *policy.Rule) bool {
	c := s.in.Cues[s.n]
	return c&r.Needs == r.Needs && s.in.Draft&r.Near == r.Near && c&r.Unless == 0
}

func (s *scan) word(at int) string { return s.in.Doc.Tokens[s.tokens[at]].Word }

func (s *scan) class(at int) policy.Class { return s.in.Classes[s.tokens[at]] }

// around matches pat with its element e at position at, and returns the
// positions [first,last) it covers.
func (s *scan) around(pat policy.Pattern, e, at int) (first, last int, ok bool) {
	if last, ok = s.ahead(pat, e, at); !ok {
		return
	}
	first, ok = s.behind(pat, e-1, at)
	return
}

// ahead matches pat[e:] from position at on and returns where it ends.
func (s *scan) ahead(pat policy.Pattern, e, at int) (int, bool) {
	if *s.budget--; *s.budget < 0 {
		return 0, false
	}
	if e == len(pat) {
		return at, true
	}
	el := &pat[e]
	switch el.Op {
	case policy.OpGap:
		for n := 0; n <= int(el.Args[0]) && at+n <= len(s.tokens); n++ {
			if end, ok := s.ahead(pat, e+1, at+n); ok {
				return end, true
			}
		}
		return 0, false
	case policy.OpStart:
		if at == 0 {
			return s.ahead(pat, e+1, at)
		}
	case policy.OpEnd:
		if at == len(s.tokens) {
			return s.ahead(pat, e+1, at)
		}
	case policy.OpSet:
		if at < len(s.tokens) && s.ids[at] >= 0 {
			of := phrases(s.m.first[s.ids[at]], el.Args[0])
			*s.budget -= Budget(len(of))
			for _, ph := range of {
				if s.phraseAt(ph.phrase, at) {
					if end, ok := s.ahead(pat, e+1, at+len(ph.phrase)); ok {
						return end, true
					}
				}
			}
		}
	case policy.OpClass:
		if at < len(s.tokens) && s.class(at)&el.Class != 0 {
			if end, ok := s.ahead(pat, e+1, s.after(at, el.Class)); ok {
				return end, true
			}
		}
	default:
		if at < len(s.tokens) && s.one(el, at) {
			if end, ok := s.ahead(pat, e+1, at+1); ok {
				return end, true
			}
		}
	}
	if el.Optional {
		return s.ahead(pat, e+1, at)
	}
	return 0, false
}

// behind matches pat[:e+1] so that it ends before position at and returns
// where it begins.
func (s *scan) behind(pat policy.Pattern, e, at int) (int, bool) {
	if *s.budget--; *s.budget < 0 {
		return 0, false
	}
	if e < 0 {
		return at, true
	}
	el := &pat[e]
	switch el.Op {
	case policy.OpGap:
		for n := 0; n <= int(el.Args[0]) && at-n >= 0; n++ {
			if start, ok := s.behind(pat, e-1, at-n); ok {
				return start, true
			}
		}
		return 0, false
	case policy.OpStart:
		if at == 0 {
			return s.behind(pat, e-1, at)
		}
	case policy.OpEnd:
		if at == len(s.tokens) {
			return s.behind(pat, e-1, at)
		}
	case policy.OpSet:
		if at > 0 && s.ids[at-1] >= 0 {
			of := phrases(s.m.last[s.ids[at-1]], el.Args[0])
			*s.budget -= Budget(len(of))
			for _, ph := range of {
				from := at - len(ph.phrase)
				if from >= 0 && s.phraseAt(ph.phrase, from) {
					if start, ok := s.behind(pat, e-1, from); ok {
						return start, true
					}
				}
			}
		}
	case policy.OpClass:
		for from := at - 1; from >= 0 && from >= at-8; from-- {
			if s.class(from)&el.Class != 0 && s.after(from, el.Class) == at {
				if start, ok := s.behind(pat, e-1, from); ok {
					return start, true
				}
			}
		}
	default:
		if at > 0 && s.one(el, at-1) {
			if start, ok := s.behind(pat, e-1, at-1); ok {
				return start, true
			}
		}
	}
	if el.Optional {
		return s.behind(pat, e-1, at)
	}
	return 0, false
}

// one matches a single token against exact words or prefixes.
func (s *scan) one(el *policy.Elem, at int) bool {
	if el.Op == policy.OpWords {
		return s.ids[at] >= 0 && slices.Contains(el.Args, uint32(s.ids[at]))
	}
	w := s.word(at)
	return slices.ContainsFunc(el.Args, func(a uint32) bool { return strings.HasPrefix(w, s.m.policy.Words[a]) })
}

func (s *scan) phraseAt(phrase []uint32, at int) bool {
	if at+len(phrase) > len(s.ids) {
		return false
	}
	for i, w := range phrase {
		if s.ids[at+i] != int32(w) {
			return false
		}
	}
	return true
}

// after returns the position after the person or the mention of class c that
// begins at at.
func (s *scan) after(at int, c policy.Class) int {
	next := s.in.AfterMention[s.tokens[at]]
	if c&s.class(at)&policy.People != 0 {
		next = s.in.AfterPerson[s.tokens[at]]
	}
	end := at + 1
	for end < len(s.tokens) && s.tokens[end] < next {
		end++
	}
	return end
}
