// Package rewrite says the same more generally: a name becomes "someone", a
// day goes with its preposition, three kids become a family. It takes words
// that others found and makes edits of the draft; whether an edit helps is the
// engine's to measure, and whether it is made the worker's.
//
// A file a kind: name, age, when, place, kin, plain (sex, health, occupation,
// event), number. seam closes the gap that a deletion leaves: spaces, commas,
// the capital of a sentence, a and an. Spanish drafts have files of their own,
// spanish and spanish_detail: fewer shapes, the same rule. Nothing is invented: what stands after
// an edit is what stood before, less particular. Where no edit would leave a
// sentence that reads, there is none.
//
// It may not know of levels, rules or categories.
package rewrite

import (
	"slices"

	"secondlook/internal/identify"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// Edit is an edit of the draft.
type Edit = verdict.Edit

// Option is one thing said more generally, in all its places at once: every
// mention of a name, or all details of one kind.
type Option struct {
	Type  verdict.SpanType
	Part  verdict.Part // what it counts as in a combination; NoPart for what names or reaches a person
	Edits []Edit       // in order, apart from each other, never empty
}

// Options returns what can be said more generally of the wanted spans, in the
// order in which a reader would start: who it is, then when, where, and the rest.
// A mention that no wanted span touches is left alone, but for a name's other places.
// spanish: the draft is in Spanish, else it is read as English.
func Options(doc *text.Doc, mentions []identify.Mention, wanted []verdict.Span, spanish bool) []Option {
	r := &reader{doc: doc, tok: doc.Tokens, mentions: mentions, spanish: spanish}
	var out []Option
	for _, g := range groups(doc, mentions, wanted) {
		o := Option{Type: mentions[g[0]].Type, Part: partOf(&mentions[g[0]])}
		for n, m := range g {
			if e, ok := r.edit(m, n > 0); ok && !touches(o.Edits, e.Span) {
				o.Edits = append(o.Edits, e) // else an earlier edit covers it, or nothing reads in its place
			}
		}
		if len(o.Edits) > 0 {
			out = append(out, o)
		}
	}
	return out
}

// Apply returns the draft with the edits made; they are in order and apart.
func Apply(draft string, edits []Edit) string {
	out := make([]byte, 0, len(draft)+32)
	at := 0
	for _, e := range edits {
		out = append(append(out, draft[at:e.Start]...), e.With...)
		at = e.End
	}
	return string(append(out, draft[at:]...))
}

func touches(edits []Edit, s text.Span) bool {
	return slices.ContainsFunc(edits, func(e Edit) bool { return s.Start < e.End })
}
