package main

import (
	"bytes"
	"encoding/json"
	"sort"
	"unicode/utf8"
)

// answer is a verdict as the engine writes it (internal/verdict, AppendJSON):
// the same keys in the same order.
type answer struct {
	Level       string    `json:"level"`
	Protected   bool      `json:"protected"`
	Coverage    string    `json:"coverage"`
	Offsets     string    `json:"offsets"`
	Read        []stretch `json:"read"`
	Findings    []finding `json:"findings"`
	Combination struct {
		Count int    `json:"count"`
		Parts []part `json:"parts"`
	} `json:"combination"`
	Engine string `json:"engine"`
	Bundle struct {
		Agency string `json:"agency"`
		Seq    int    `json:"seq"`
	} `json:"bundle"`
	Explain []step `json:"explain,omitempty"`
}

type stretch struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type finding struct {
	Rule      string          `json:"rule"`
	Category  string          `json:"category"`
	Level     string          `json:"level"`
	Score     int             `json:"score"`
	Message   json.RawMessage `json:"message"` // a key, or an agency's language map
	Authority string          `json:"authority"`
	Cite      string          `json:"cite"`
	Spans     []span          `json:"spans"`
	Rewrites  []rewrite       `json:"rewrites"`
}

type span struct {
	stretch
	Type string `json:"type"`
	Text string `json:"text"`
}

type rewrite struct {
	stretch
	With string `json:"with"`
}

type part struct {
	Kind string `json:"kind"`
	stretch
}

type step struct {
	Step string `json:"step"`
	Text string `json:"text"`
	stretch
}

// marshal writes v without escaping what only HTML minds.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// stretches returns every pair of offsets in the answer.
func (a *answer) stretches() []*stretch {
	var all []*stretch
	for i := range a.Read {
		all = append(all, &a.Read[i])
	}
	for i := range a.Findings {
		f := &a.Findings[i]
		for j := range f.Spans {
			all = append(all, &f.Spans[j].stretch)
		}
		for j := range f.Rewrites {
			all = append(all, &f.Rewrites[j].stretch)
		}
	}
	for i := range a.Combination.Parts {
		all = append(all, &a.Combination.Parts[i].stretch)
	}
	for i := range a.Explain {
		all = append(all, &a.Explain[i].stretch)
	}
	return all
}

// recount turns the answer's UTF-16 offsets into "bytes" or "runes" of draft,
// in one walk over it.
func (a *answer) recount(draft, offsets string) {
	var edges []*int
	for _, s := range a.stretches() {
		edges = append(edges, &s.Start, &s.End)
	}
	sort.SliceStable(edges, func(i, j int) bool { return *edges[i] < *edges[j] })
	units, runes, at, next := 0, 0, 0, 0
	for {
		for ; next < len(edges) && *edges[next] <= units; next++ {
			if offsets == "runes" {
				*edges[next] = runes
			} else {
				*edges[next] = at
			}
		}
		if at >= len(draft) || next == len(edges) {
			break
		}
		r, size := utf8.DecodeRuneInString(draft[at:])
		units++
		if r >= 0x10000 {
			units++
		}
		runes++
		at += size
	}
	a.Offsets = offsets
}
