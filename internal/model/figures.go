package model

import "secondlook/internal/text"

// Figures are a draft as numbers: all that the weights see of it.
type Figures struct {
	Facts     []Feature // what the whole draft tells; each once
	Levels    [Levels]int32
	Tokens    []Token
	Sentences []Sentence
}

// Sentence is a run of tokens [First,Last) and what it is about.
type Sentence struct {
	First, Last int
	Cues        uint32 // bits
}

// Token is one token of a draft.
type Token struct {
	Word   uint32 // hash of the word, 24 bits
	Read   uint32 // hash of what it is read as, 24 bits; 0 where it is read with the one before it, or not at all
	Tail   uint16 // how the word ends and how it is written
	Kind   uint8  // what identify takes it for: 0, or 1 and its verdict.SpanType; certain and begins may be added
	Who    uint8  // whom referent takes it for: 0, or whoOf
	Fields uint64 // bits: the fields of meaning its words belong to; not stored in figures files
	Whose  uint8  // whom what Kind says belongs to: 0, or whoOf
}

// What may be added to Token.Kind.
const (
	certain = 64
	begins  = 128
)

// Mention is what identify and referent say of a run of tokens.
type Mention struct {
	First, Last int
	Type        uint8
	Sure        bool
	Whose       uint8
}

// Figures reads a draft.
func (in *Input) Figures() *Figures {
	f := &Figures{Facts: in.facts(), Levels: in.Levels}
	f.Tokens = make([]Token, len(in.Doc.Tokens))
	for i := range f.Tokens {
		t := &in.Doc.Tokens[i]
		f.Tokens[i] = Token{Word: WordID(t.Word), Tail: tail(t), Who: in.Who[i]}
		if w := in.read(i); w != Skip {
			f.Tokens[i].Read = WordID(w)
		}
	}
	for i := range in.Mentions {
		m := &in.Mentions[i]
		for k := m.First; k < m.Last; k++ {
			t := &f.Tokens[k]
			if t.Kind&certain != 0 || t.Kind != 0 && !m.Sure {
				continue
			}
			t.Kind, t.Whose = 1+m.Type, m.Whose
			if m.Sure {
				t.Kind |= certain
			}
			if k == m.First {
				t.Kind |= begins
			}
		}
	}
	f.Sentences = make([]Sentence, len(in.Doc.Sentences))
	for i := range f.Sentences {
		s := &in.Doc.Sentences[i]
		f.Sentences[i] = Sentence{First: s.First, Last: s.Last, Cues: in.Cues[i]}
	}
	f.Mark(OurFields())
	return f
}

// Mark sets the fields of all tokens.
func (f *Figures) Mark(by *Fields) {
	for i := range f.Sentences {
		by.mark(f.Tokens[f.Sentences[i].First:f.Sentences[i].Last])
	}
}

// facts are the features of the whole draft.
func (in *Input) facts() []Feature {
	out := []Feature{Bias}
	for b := range 32 {
		if in.Draft&(1<<b) != 0 {
			out = append(out, feature('d', uint32(b), 0))
		}
	}
	for _, f := range in.Facts {
		out = append(out, feature('f', WordID(f), 0))
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

// tail tells the last three letters of a word and how it is written.
func tail(t *text.Token) uint16 {
	s := t.Word
	if len(s) > 3 {
		s = s[len(s)-3:]
	}
	shape := uint32(t.Kind) << 3
	switch {
	case t.Has(text.AllCaps):
		shape |= 1
	case t.Has(text.Capital):
		shape |= 2
	}
	if t.Has(text.Hashtag) {
		shape |= 4
	}
	if t.Kind == text.Number || t.Kind == text.URL || t.Kind == text.Email || t.Kind == text.Handle {
		s = string(rune('0' + min(len(t.Word), 9)))
	}
	return uint16((WordID(s)<<6 ^ shape) & 0xFFFF)
}
