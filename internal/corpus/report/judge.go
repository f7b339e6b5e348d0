package main

import (
	"runtime"
	"slices"
	"sync"

	"secondlook/internal/corpus"
	"secondlook/internal/engine"
	"secondlook/internal/model"
	"secondlook/internal/policy"
)

// judge says what it finds in a text; it need not be safe for concurrent use.
type judge func(text string) corpus.Found

// system is something that is measured; fresh makes a judge for one goroutine.
type system struct {
	name  string
	fresh func() judge
}

// engineSystem is the engine with its trained scorer, whose alert threshold is
// shifted by so many thousandths of a logit.
func engineSystem(name string, p *policy.Policy, shift int32) system {
	scorer := *model.Trained()
	scorer.At[model.Alert] += shift
	return system{name, func() judge {
		e := engine.New(p)
		e.Weigh(&scorer)
		return func(text string) corpus.Found { return found(e, text) }
	}}
}

// found is a verdict as the corpus scores it.
func found(e *engine.Engine, text string) corpus.Found {
	v := e.Check(text, engine.Context{Edit: -1})
	out := corpus.Found{Level: v.Level, Protected: v.Protected}
	for _, f := range v.Findings {
		if !slices.Contains(out.Categories, f.Category.String()) {
			out.Categories = append(out.Categories, f.Category.String())
		}
		if f.Level.Alert() {
			out.Score = max(out.Score, f.Score)
		}
		for _, s := range f.Spans {
			out.Spans = append(out.Spans, corpus.FoundSpan{Start: s.Start, End: s.End, Type: s.Type.String()})
		}
	}
	return out
}

// posts judges labelled posts.
func (s system) posts(posts []corpus.Post) []corpus.Outcome {
	out := make([]corpus.Outcome, len(posts))
	each(len(posts), s.fresh, func(read judge, i int) { out[i] = corpus.Outcome{Post: &posts[i], Found: read(posts[i].Text)} })
	return out
}

// alerts tells of each ordinary post whether it alerts.
func (s system) alerts(posts []calmPost) []bool {
	out := make([]bool, len(posts))
	each(len(posts), s.fresh, func(read judge, i int) { out[i] = read(posts[i].text).Level.Alert() })
	return out
}

// each does n things on all cores; every core makes its own tool.
func each[T any](n int, fresh func() T, do func(tool T, i int)) {
	var all sync.WaitGroup
	cores := runtime.GOMAXPROCS(0)
	for k := range cores {
		all.Go(func() {
			tool := fresh()
			for i := k; i < n; i += cores {
				do(tool, i)
			}
		})
	}
	all.Wait()
}
