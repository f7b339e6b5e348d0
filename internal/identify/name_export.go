//go:build learn

package identify

import "secondlook/internal/text"

// NameFeatures gives, for every word of a draft, the features that
// name_learn.go weighs; nil for a token that is no word.
func NameFeatures(doc *text.Doc) [][]uint32 {
	words, h := readWords(doc)
	features := make([][]uint32, len(words))
	s := scorer{words: words, doc: doc, habit: h}
	for i := range words {
		if words[i].shape == shapeNone {
			continue
		}
		s.learn = func(f uint32) { features[i] = append(features[i], f) }
		s.score(i)
	}
	return features
}
