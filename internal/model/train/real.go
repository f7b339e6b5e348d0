package main

import (
	"encoding/json"
	"fmt"

	"secondlook/internal/corpus"
	"secondlook/internal/engine"
)

// readReal reads the labels of real posts.
func readReal(name string) (map[string]*corpus.Real, error) {
	all, err := corpus.ReadReal(name)
	if err != nil {
		return nil, err
	}
	known := make(map[string]*corpus.Real, len(all))
	for i := range all {
		known[all[i].ID] = &all[i]
	}
	return known, nil
}

// realSamples finds the labelled posts in the public text.
func realSamples(e *engine.Engine, public string, known map[string]*corpus.Real) ([]sample, error) {
	var all []sample
	err := eachLine(public, func(line []byte) error {
		var post struct{ ID, Text string }
		if err := json.Unmarshal(line, &post); err != nil {
			return err
		}
		l := known[post.ID]
		if l == nil {
			return nil
		}
		p, err := l.Post(post.Text)
		if err != nil {
			return err
		}
		var spans, about []mark
		for _, s := range l.Spans {
			spans = append(spans, mark{Span: s.Span(), kind: s.Type})
		}
		for _, a := range l.About {
			about = append(about, mark{Span: a.Span(), who: a.Who, number: a.Number})
		}
		all = append(all, labelledSample(e, p, spans, about))
		return nil
	})
	if err == nil && len(all) != len(known) {
		err = fmt.Errorf("%d of %d labelled posts are in the public text", len(all), len(known))
	}
	return all, err
}
