package engine

import (
	"slices"

	"secondlook/internal/rewrite"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

const (
	// rechecks is how many changed drafts are judged for one answer: what bounds
	// its cost, with suggestWindow.
	rechecks = 10
	// singles is how many options are tried one by one; the rest of the rechecks
	// go to trying several together.
	singles = 6
	// suggestWindow is how many characters of a longer draft are looked at, around
	// the first of its findings.
	suggestWindow = 4_000
)

// Suggest says what of an alert could be said more generally. Each option was
// made and judged anew: it lowers the level, or the count of what tells who is
// meant. Of a draft without an alert there is none.
func (e *Engine) Suggest(draft string, ctx Context) verdict.Rewrites {
	v := e.Check(draft, ctx)
	if !v.Level.Alert() || v.Coverage > verdict.Basic { // it could not say it in a language it does not read
		return verdict.Rewrites{Level: v.Level, Then: v.Level, Count: count(&v)}
	}
	near := around(draft, &v)
	ctx.Edit, ctx.Explain = -1, false
	part := draft[near.Start:near.End]
	if part != draft {
		v = e.Check(part, ctx)
	}
	s := suggestion{engine: e, ctx: ctx, left: rechecks}
	s.out = verdict.Rewrites{Level: v.Level, Then: v.Level, Count: count(&v)}
	s.try(part, &v)
	for i := range s.out.Options {
		for j := range s.out.Options[i].Edits {
			s.out.Options[i].Edits[j].Start += near.Start
			s.out.Options[i].Edits[j].End += near.Start
		}
	}
	return s.out
}

type suggestion struct {
	engine *Engine
	ctx    Context
	left   int
	out    verdict.Rewrites
}

// try makes each option by itself, then one after the other until the level falls.
func (s *suggestion) try(draft string, v *verdict.Verdict) {
	var best verdict.Verdict
	var changed string
	at := -1
	for i, o := range s.options(draft, v) {
		if i == singles {
			break
		}
		text, after, ok := s.judge(draft, v, o)
		if !ok {
			continue
		}
		s.out.Options = append(s.out.Options, verdict.Rewrite{
			Type: o.Type, Part: o.Part, Edits: o.Edits, Rules: touched(v, o.Edits), Level: after.Level, Count: count(&after),
		})
		if at < 0 || lower(&after, &best) {
			at, best, changed = len(s.out.Options)-1, after, text
		}
	}
	if at < 0 {
		return
	}
	steps := []verdict.RewriteStep{{Type: s.out.Options[at].Type, Part: s.out.Options[at].Part}}
	s.further(changed, &best, steps)
}

// further goes on from a draft that has the first of the steps, until the level is lower than it was.
func (s *suggestion) further(draft string, v *verdict.Verdict, steps []verdict.RewriteStep) {
	for v.Level >= s.out.Level {
		moved := false
		for _, o := range s.options(draft, v) {
			text, after, ok := s.judge(draft, v, o)
			if s.left < 0 {
				return
			}
			if ok {
				draft, *v, moved = text, after, true
				steps = append(steps, verdict.RewriteStep{Type: o.Type, Part: o.Part})
				break
			}
		}
		if !moved {
			return
		}
	}
	s.out.Least, s.out.Then = steps, v.Level
}

// judge makes an option and checks what it comes to; ok where that is lower.
func (s *suggestion) judge(draft string, v *verdict.Verdict, o rewrite.Option) (text string, after verdict.Verdict, ok bool) {
	if s.left--; s.left < 0 {
		return "", after, false
	}
	text = rewrite.Apply(draft, o.Edits)
	after = s.engine.Check(text, s.ctx)
	return text, after, lower(&after, v) && spared(v, o.Edits) <= spared(&after, nil)
}

// spared is how many words that name or reach a person the edits leave. Where a
// change makes the engine miss a name that still stands, it helped nobody.
func spared(v *verdict.Verdict, edits []verdict.Edit) int {
	n := 0
	for i := range v.Findings {
		for _, s := range v.Findings[i].Spans {
			if v.Findings[i].Category == verdict.ClientIdentifier &&
				!slices.ContainsFunc(edits, func(e verdict.Edit) bool { return e.Overlaps(s.Span) }) {
				n++
			}
		}
	}
	return n
}

// options reads the draft and lists what of the verdict's alerts can be said more generally.
func (s *suggestion) options(draft string, v *verdict.Verdict) []rewrite.Option {
	c := s.engine.look(draft, s.ctx, stepBudget)
	c.identifiers()
	var wanted []verdict.Span
	for i := range v.Findings {
		if v.Findings[i].Level.Alert() && v.Findings[i].Category.Client() {
			wanted = append(wanted, v.Findings[i].Spans...)
		}
	}
	return rewrite.Options(c.doc, c.mentions, wanted, c.whole)
}

// lower reports whether a is below b: by its level, or at the same by what counts.
func lower(a, b *verdict.Verdict) bool {
	if a.Level != b.Level {
		return a.Level < b.Level
	}
	return count(a) < count(b)
}

// count is how many independent details and how many words that name or reach a person stand in a draft.
func count(v *verdict.Verdict) int {
	var seen [verdict.Parts]bool
	n := 0
	for _, p := range v.Combination {
		if !seen[p.Part] {
			seen[p.Part] = true
			n++
		}
	}
	for i := range v.Findings {
		if v.Findings[i].Category == verdict.ClientIdentifier {
			n += len(v.Findings[i].Spans)
		}
	}
	return n
}

// touched lists the rules of the findings that the edits change a word of.
func touched(v *verdict.Verdict, edits []verdict.Edit) []string {
	var out []string
	for i := range v.Findings {
		f := &v.Findings[i]
		if slices.ContainsFunc(f.Spans, func(s verdict.Span) bool {
			return slices.ContainsFunc(edits, func(e verdict.Edit) bool { return e.Overlaps(s.Span) })
		}) {
			out = append(out, f.Rule)
		}
	}
	return out
}

// around is the stretch of a long draft that is looked at; all of a short one.
func around(draft string, v *verdict.Verdict) text.Span {
	if len(draft) <= suggestWindow || len(v.Findings) == 0 || len(v.Findings[0].Spans) == 0 {
		return text.Span{Start: 0, End: min(len(draft), border(draft, forth(draft, 0, suggestWindow)))}
	}
	at := v.Findings[0].Spans[0].Start
	return text.Span{
		Start: border(draft, back(draft, at, suggestWindow/2)), End: border(draft, forth(draft, at, suggestWindow/2)),
	}
}
