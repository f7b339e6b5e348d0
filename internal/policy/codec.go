package policy

import (
	_ "embed"
	"errors"
	"strconv"
	"sync"

	"secondlook/internal/verdict"
)

//go:embed baseline.bin
var baseline []byte

// BaselineBytes returns the encoded built-in rules.
func BaselineBytes() []byte { return baseline }

// Baseline returns the built-in rules; the value is shared and not to be changed.
func Baseline() (*Policy, error) { return openBaseline() }

var openBaseline = sync.OnceValues(func() (*Policy, error) { return Open(baseline) })

// magic begins every encoded policy; the byte after it is the schema.
const magic = "SLPOLICY"

// limits keep a hostile blob from asking for more memory than it brings.
const maxItems = 1 << 20

// ErrSchema is returned for a policy of a newer schema.
var ErrSchema = errors.New("the rules are of a newer schema: update Second Look")

// Encode writes p: the magic, the schema, then words, sets and rules, every
// number an unsigned varint and every string its length and its bytes.
func Encode(p *Policy) []byte {
	w := writer{b: append([]byte(magic), Schema)}
	w.count(len(p.Words))
	for _, s := range p.Words {
		w.str(s)
	}
	w.count(len(p.Sets))
	for _, s := range p.Sets {
		w.str(s.Name)
		w.count(len(s.Phrases))
		for _, ph := range s.Phrases {
			w.args(ph)
		}
	}
	w.count(len(p.Rules))
	for i := range p.Rules {
		w.rule(&p.Rules[i])
	}
	return w.b
}

// Open decodes a policy. The error says what is wrong with the blob; a policy
// that opens holds no index out of range.
func Open(blob []byte) (*Policy, error) {
	if len(blob) < len(magic)+1 || string(blob[:len(magic)]) != magic {
		return nil, errors.New("these bytes are no rules: the header is missing")
	}
	if s := blob[len(magic)]; s > Schema {
		return nil, ErrSchema
	} else if s != Schema {
		return nil, errors.New("rules of schema " + strconv.Itoa(int(s)) + " are not known")
	}
	r := reader{b: blob, at: len(magic) + 1}
	p := &Policy{}
	p.Words = make([]string, r.count())
	for i := range p.Words {
		p.Words[i] = r.str()
	}
	p.Sets = make([]Set, r.count())
	for i := range p.Sets {
		p.Sets[i].Name = r.str()
		p.Sets[i].Phrases = make([][]uint32, r.count())
		for j := range p.Sets[i].Phrases {
			p.Sets[i].Phrases[j] = r.args(len(p.Words))
		}
	}
	p.Rules = make([]Rule, r.count())
	for i := range p.Rules {
		r.rule(p, &p.Rules[i])
	}
	if r.err == nil && r.at != len(blob) {
		r.fail("bytes after the end")
	}
	if r.err != nil {
		return nil, r.err
	}
	return p, nil
}

type writer struct{ b []byte }

func (w *writer) num(n uint64) {
	for ; n >= 0x80; n >>= 7 {
		w.b = append(w.b, byte(n)|0x80)
	}
	w.b = append(w.b, byte(n))
}

func (w *writer) count(n int)  { w.num(uint64(n)) }
func (w *writer) str(s string) { w.count(len(s)); w.b = append(w.b, s...) }

func (w *writer) args(a []uint32) {
	w.count(len(a))
	for _, n := range a {
		w.num(uint64(n))
	}
}

func (w *writer) rule(r *Rule) {
	w.str(r.ID)
	tied := byte(0)
	if r.Tied {
		tied = 1
	}
	w.b = append(w.b, byte(r.Kind), byte(r.Category), byte(r.Level), tied)
	w.count(r.Score)
	w.str(r.Authority)
	w.str(r.Cite)
	w.str(r.Message)
	for _, c := range []Cue{r.Cue, r.Needs, r.Near, r.Unless} {
		w.num(uint64(c))
	}
	for _, list := range [][]Pattern{r.Patterns, r.Except} {
		w.count(len(list))
		for _, p := range list {
			w.count(len(p))
			for _, e := range p {
				op := byte(e.Op) << 1
				if e.Optional {
					op |= 1
				}
				w.b = append(w.b, op)
				w.num(uint64(e.Class))
				w.args(e.Args)
			}
		}
	}
}

type reader struct {
	b   []byte
	at  int
	err error
}

func (r *reader) fail(what string) {
	if r.err == nil {
		r.err = errors.New("the rules are damaged at byte " + strconv.Itoa(r.at) + ": " + what)
	}
}

func (r *reader) byte() byte {
	if r.err != nil || r.at >= len(r.b) {
		r.fail("cut short")
		return 0
	}
	r.at++
	return r.b[r.at-1]
}

func (r *reader) num() uint64 {
	var n uint64
	for shift := 0; shift < 35; shift += 7 {
		c := r.byte()
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
	r.fail("a number is too long")
	return 0
}

// count reads a length that the bytes left could really hold.
func (r *reader) count() int {
	n := r.num()
	if n > maxItems || int(n) > len(r.b)-r.at {
		r.fail("a length is too large")
		return 0
	}
	return int(n)
}

func (r *reader) str() string {
	n := r.count()
	if r.err != nil {
		return ""
	}
	r.at += n
	return string(r.b[r.at-n : r.at])
}

func (r *reader) args(below int) []uint32 {
	a := make([]uint32, r.count())
	for i := range a {
		n := r.num()
		if n >= uint64(below) {
			r.fail("an index is out of range")
			return nil
		}
		a[i] = uint32(n)
	}
	return a
}

func (r *reader) rule(p *Policy, ru *Rule) {
	ru.ID = r.str()
	ru.Kind, ru.Category, ru.Level = Kind(r.byte()), verdict.Category(r.byte()), verdict.Level(r.byte())
	ru.Tied = r.byte() != 0
	if ru.Kind > CueRule || ru.Category >= verdict.Categories || ru.Level > verdict.Hold {
		r.fail("rule " + strconv.Quote(ru.ID) + " has an unknown kind, category or level")
	}
	ru.Score = int(r.num())
	if ru.Score > 1000 {
		r.fail("rule " + strconv.Quote(ru.ID) + " has a score above 1000")
	}
	ru.Authority, ru.Cite, ru.Message = r.str(), r.str(), r.str()
	ru.Cue, ru.Needs, ru.Near, ru.Unless = Cue(r.num()), Cue(r.num()), Cue(r.num()), Cue(r.num())
	ru.Patterns, ru.Except = r.patterns(p), r.patterns(p)
}

func (r *reader) patterns(p *Policy) []Pattern {
	list := make([]Pattern, r.count())
	for i := range list {
		list[i] = make(Pattern, r.count())
		for j := range list[i] {
			list[i][j] = r.elem(p)
		}
	}
	return list
}

func (r *reader) elem(p *Policy) Elem {
	op := r.byte()
	e := Elem{Op: Op(op >> 1), Optional: op&1 == 1, Class: Class(r.num())}
	switch e.Op {
	case OpWords, OpPrefix:
		e.Args = r.args(len(p.Words))
		if len(e.Args) == 0 {
			r.fail("an element has no words")
		}
	case OpSet:
		e.Args = r.args(len(p.Sets))
		if len(e.Args) != 1 {
			r.fail("an element names no set")
		}
	case OpGap:
		e.Args = r.args(64)
		if len(e.Args) != 1 {
			r.fail("a gap has no width")
		}
	case OpClass, OpStart, OpEnd:
		e.Args = r.args(1)
	default:
		r.fail("an element of an unknown kind")
	}
	return e
}
