package verdict

import "secondlook/internal/text"

// Edit puts With in place of the span: bytes of the draft, on grapheme edges.
type Edit struct {
	text.Span
	With string
}

// Rewrite is one thing of a draft said more generally, in all its places at
// once, and what the draft then comes to.
type Rewrite struct {
	Type  SpanType
	Part  Part     // what it counts as in a combination; NoPart for what names or reaches a person
	Rules []string // the findings whose words it changes
	Edits []Edit   // in order, apart, never empty
	Level Level    // of the draft with these edits alone
	Count int      // what is left that counts, by Rewrites.Count
}

// RewriteStep is a kind of rewrite, where its place is not known yet: the draft will
// have changed when it is its turn.
type RewriteStep struct {
	Type SpanType
	Part Part
}

// Rewrites is what could be said more generally. Every option lowers the level
// or, at the same level, the count.
type Rewrites struct {
	Level   Level // of the draft as it is
	Count   int   // independent details, and words that name or reach a person
	Options []Rewrite
	Least   []RewriteStep // the fewest that were found to lower the level, in order; none were found where it is empty
	Then    Level         // the level after them
}

// AppendRewritesJSON appends the JSON of what could be rewritten, offsets in
// UTF-16 units of source:
//
//	{"level","count","offsets":"utf16",
//	 "rewrites":[{"type","part","rules":[…],"level","count","edits":[{"start","end","with"}]}],
//	 "least":{"level","steps":[{"type","part"}]}}
func AppendRewritesJSON(dst []byte, source string, r *Rewrites) []byte {
	w := writer{dst: dst, units: newUnits(source)}
	w.raw(`{"level":`).quote(r.Level.String()).raw(`,"count":`).int(r.Count)
	w.raw(`,"offsets":"utf16","rewrites":[`)
	for i := range r.Options {
		w.comma(i).rewrite(&r.Options[i])
	}
	w.raw(`],"least":{"level":`).quote(r.Then.String()).raw(`,"steps":[`)
	for i, s := range r.Least {
		w.comma(i).raw("{").kind(s.Type, s.Part).raw("}")
	}
	w.raw("]}}")
	return w.dst
}

func (w *writer) rewrite(o *Rewrite) {
	w.raw("{").kind(o.Type, o.Part).raw(`,"rules":[`)
	for i, rule := range o.Rules {
		w.comma(i).quote(rule)
	}
	w.raw(`],"level":`).quote(o.Level.String()).raw(`,"count":`).int(o.Count).raw(`,"edits":[`)
	for i, e := range o.Edits {
		w.comma(i).raw("{").edges(e.Span).raw(`,"with":`).quote(e.With).raw("}")
	}
	w.raw("]}")
}

func (w *writer) kind(t SpanType, p Part) *writer {
	return w.raw(`"type":`).quote(t.String()).raw(`,"part":`).quote(p.String())
}
