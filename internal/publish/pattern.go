package publish

import (
	"slices"
	"strconv"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/text"
)

// A pattern is written as a line of elements, matched over the tokens of one
// sentence in their loose form, marks of punctuation passed over:
//
//	word          that word
//	(a|b c|ab*)   one of these; ab* is any word that begins with ab
//	<name>        a phrase of the set of that name
//	@client,kin   a token found to be one of these classes
//	..  ..5       up to 3, or up to 5, tokens of any kind
//	^ $           the beginning or the end of the sentence
//	x?            x or nothing
func (c *compiler) patterns(lines []string) []policy.Pattern {
	var out []policy.Pattern
	for _, line := range lines {
		alternatives := []policy.Pattern{nil}
		for _, field := range fields(line) {
			var next []policy.Pattern
			for _, e := range c.elems(field) {
				for _, a := range alternatives {
					next = append(next, append(slices.Clone(a), e))
				}
			}
			alternatives = next
		}
		for _, p := range alternatives {
			if !anchored(p) {
				c.failf("pattern %q has nothing to begin from: a word, a set or a class is needed", line)
			}
			out = append(out, p)
		}
	}
	return out
}

// fields splits a pattern at spaces outside brackets.
func fields(line string) []string {
	depth := 0
	return strings.FieldsFunc(line, func(r rune) bool {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		return r == ' ' && depth == 0
	})
}

// anchored reports whether a pattern has an element that is always there and
// says something.
func anchored(p policy.Pattern) bool {
	return slices.ContainsFunc(p, func(e policy.Elem) bool {
		return !e.Optional && e.Op <= policy.OpClass
	})
}

// elems returns the alternatives of one field: one, or two where exact words
// and prefixes stand in the same brackets.
func (c *compiler) elems(field string) []policy.Elem {
	optional := strings.HasSuffix(field, "?")
	field = strings.TrimSuffix(field, "?")
	var out []policy.Elem
	switch {
	case field == "^":
		out = []policy.Elem{{Op: policy.OpStart}}
	case field == "$":
		out = []policy.Elem{{Op: policy.OpEnd}}
	case strings.HasPrefix(field, ".."):
		out = []policy.Elem{{Op: policy.OpGap, Args: []uint32{c.width(field[2:])}}}
	case strings.HasPrefix(field, "<"):
		out = []policy.Elem{c.set(strings.Trim(field, "<>"))}
	case strings.HasPrefix(field, "@"):
		out = []policy.Elem{{Op: policy.OpClass, Class: c.classes(field[1:])}}
	case strings.ContainsAny(strings.TrimSuffix(strings.TrimPrefix(field, "("), ")"), "()"):
		c.failf("%q holds brackets within brackets: write two patterns", field)
	default:
		out = c.alternatives(strings.Trim(field, "()"))
	}
	for i := range out {
		out[i].Optional = optional
	}
	return out
}

func (c *compiler) width(digits string) uint32 {
	if digits == "" {
		return 3
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > 20 {
		c.failf("gap ..%s is not within 1 to 20", digits)
		return 1
	}
	return uint32(n)
}

func (c *compiler) set(name string) policy.Elem {
	i, ok := c.sets[name]
	if !ok {
		c.failf("set <%s> is not known", name)
	}
	return policy.Elem{Op: policy.OpSet, Args: []uint32{i}}
}

func (c *compiler) classes(names string) (out policy.Class) {
	for n := range strings.SplitSeq(names, ",") {
		i := slices.Index(policy.ClassNames, n)
		if i < 0 {
			c.failf("class @%s is not known", n)
			continue
		}
		out |= 1 << i
	}
	return out
}

// alternatives sorts what stands in brackets: single words, prefixes, and runs
// of words, which become a set without a name.
func (c *compiler) alternatives(list string) []policy.Elem {
	words := policy.Elem{Op: policy.OpWords}
	prefixes := policy.Elem{Op: policy.OpPrefix}
	var runs [][]uint32
	var nested []policy.Elem
	for w := range strings.SplitSeq(list, "|") {
		if strings.HasPrefix(w, "<") || strings.HasPrefix(w, "@") {
			nested = append(nested, c.elems(w)...)
			continue
		}
		if stem, ok := strings.CutSuffix(w, "*"); ok && !strings.Contains(w, " ") {
			prefixes.Args = append(prefixes.Args, c.word(stem))
			continue
		}
		switch ids := c.phrase(w); len(ids) {
		case 0:
		case 1:
			words.Args = append(words.Args, ids[0])
		default:
			runs = append(runs, ids)
		}
	}
	out := nested
	for _, e := range []policy.Elem{words, prefixes} {
		if len(e.Args) > 0 {
			out = append(out, e)
		}
	}
	if len(runs) > 0 {
		out = append(out, policy.Elem{Op: policy.OpSet, Args: []uint32{uint32(len(c.p.Sets))}})
		c.p.Sets = append(c.p.Sets, policy.Set{Phrases: runs})
	}
	return out
}

// phrase returns the words of s as the tokenizer reads them.
func (c *compiler) phrase(s string) []uint32 {
	var out []uint32
	doc := text.Read(s)
	for i := range doc.Tokens {
		if t := &doc.Tokens[i]; t.Kind != text.Punct && t.Kind != text.Break {
			out = append(out, c.word(t.Word))
		}
	}
	if len(out) == 0 {
		c.failf("%q holds no word", s)
	}
	return out
}

func (c *compiler) word(w string) uint32 {
	id, ok := c.words[w]
	if !ok {
		id = uint32(len(c.words))
		c.words[w] = id
		c.p.Words = append(c.p.Words, w)
	}
	return id
}

// sortWords puts the words in order, so that the same rules in another order
// of files give the same bytes, and renumbers what points at them.
func (c *compiler) sortWords() {
	sorted := slices.Clone(c.p.Words)
	slices.Sort(sorted)
	renumber := func(args []uint32) {
		for i, old := range args {
			at, _ := slices.BinarySearch(sorted, c.p.Words[old])
			args[i] = uint32(at)
		}
	}
	for _, s := range c.p.Sets {
		for _, ph := range s.Phrases {
			renumber(ph)
		}
	}
	for i := range c.p.Rules {
		r := &c.p.Rules[i]
		for _, list := range [][]policy.Pattern{r.Patterns, r.Except} {
			for _, p := range list {
				for j := range p {
					if p[j].Op <= policy.OpPrefix {
						// alternatives share their elements' arguments: copy before renumbering
						p[j].Args = slices.Clone(p[j].Args)
						renumber(p[j].Args)
					}
				}
			}
		}
	}
	c.p.Words = sorted
}
