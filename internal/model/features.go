package model

import "secondlook/internal/text"

// Buckets is how many features there are after hashing.
const Buckets = 1 << 15

// bias is the feature that is always there.
const bias = 0

// Figures are a draft as numbers under Buckets: all that the weights see of it.
type Figures struct {
	Facts     []uint16 // bias, what the whole draft tells; each of value 1
	Sentences []SentenceFigures
}

// SentenceFigures are one sentence.
type SentenceFigures struct {
	Cues  uint32   // bits; a window has those of its sentences, each of value 1
	Words []uint16 // words and pairs of words, repeats kept; of the value WordScale gives
}

// Figures reads a draft.
func (in *Input) Figures() *Figures {
	f := &Figures{Facts: in.facts([]uint16{bias}), Sentences: make([]SentenceFigures, len(in.Doc.Sentences))}
	for i := range f.Sentences {
		f.Sentences[i] = SentenceFigures{Cues: in.Cues[i], Words: in.words(i)}
	}
	return f
}

// facts adds the features of the whole draft.
func (in *Input) facts(out []uint16) []uint16 {
	for b := range 32 {
		if in.Draft&(1<<b) != 0 {
			out = append(out, hash('d', string(rune('A'+b)), ""))
		}
	}
	for _, f := range in.Facts {
		out = append(out, hash('f', f, ""))
	}
	return out
}

// CueFeatures are the features of what some sentences are about.
func CueFeatures(cues uint32) []uint16 {
	var out []uint16
	for b := range 32 {
		if cues&(1<<b) != 0 {
			out = append(out, hash('c', string(rune('A'+b)), ""))
		}
	}
	return out
}

// words are the features of sentence n: its words, and each with the one
// before it.
func (in *Input) words(n int) []uint16 {
	before := "^"
	s := &in.Doc.Sentences[n]
	out := make([]uint16, 0, 2*(s.Last-s.First))
	for i := s.First; i < s.Last; i++ {
		w := in.read(i)
		if w == Skip {
			continue
		}
		out = append(out, hash('w', w, ""), hash('b', before, w))
		before = w
	}
	return out
}

// read returns what token i is read as.
func (in *Input) read(i int) string {
	if in.Stand[i] != "" {
		return in.Stand[i]
	}
	t := &in.Doc.Tokens[i]
	switch t.Kind {
	case text.Break:
		return Skip
	case text.Punct:
		if t.Word != "?" && t.Word != "!" {
			return Skip
		}
	case text.Number:
		return "#NUM"
	case text.URL, text.Email, text.Handle:
		return "#LINK"
	}
	return t.Word
}

// hash is FNV-1a over the parts, folded to a bucket other than the bias.
func hash(kind byte, a, b string) uint16 {
	h := (uint32(2166136261) ^ uint32(kind)) * 16777619
	for i := 0; i < len(a); i++ {
		h = (h ^ uint32(a[i])) * 16777619
	}
	h = (h ^ ' ') * 16777619
	for i := 0; i < len(b); i++ {
		h = (h ^ uint32(b[i])) * 16777619
	}
	h ^= h >> 15
	return uint16(1 + h%(Buckets-1))
}
