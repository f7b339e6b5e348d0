// Package text reads a draft: two views of it, each with a map back to the
// original, and over them tokens and sentences.
//
//   - plain: width-folded, invisible marks dropped, look-alike letters folded
//     inside mixed-script words; case and digits kept. For identifiers and names.
//   - loose: NFKC, lower case, l33t undone, s p a c e d letters joined, runs of
//     a repeated letter shortened, hashtags split. For phrases.
//
// A run of three or more of a letter is cut to one (soooo, so), or to two where
// that is the more frequent word (goood, good). A sign that is repeated (!!!,
// ..., ---) is one token. Every 's is split off, that of it's and she's too. A
// hyphen, or _, between two words is no token; nor is the # of a hashtag.
//
// All offsets that leave this package are bytes in the original draft, half
// open, on grapheme edges.
package text

// Span is a half-open stretch [Start,End) of the original draft, in bytes.
type Span struct{ Start, End int }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Contains reports whether o lies inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Kind is what a token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, with inner apostrophes: don't, o'brien
	Number             // digits with inner . , : / and ordinal endings: 3rd, 6:30, 03/11/2017, 1,200
	Clitic             // a split-off 's or ' after a word: client|'s
	Punct              // one mark of punctuation or symbol
	Handle             // @name
	URL                // http://…, www.…, name.tld/…
	Email              // a@b.c
	Emoji              // one grapheme
	Break              // one or more newlines
)

// Flags say how a token was written.
type Flags uint16

// The flags of a token.
const (
	Capital   Flags = 1 << iota // first letter upper case, the rest not all
	AllCaps                     // two or more letters, all upper case
	Hashtag                     // a piece of a #hashtag
	Hyphen                      // joined to the token before by a hyphen: 4-year-old is 4, year+Hyphen, old+Hyphen
	Glued                       // no space to the token before (and no hyphen): 4yo is 4, yo+Glued; marks and clitics too
	Disguised                   // l33t, spaced letters, look-alikes, invisible marks or lines drawn through were undone
	Opening                     // first word of its sentence (or number, handle, address)
	Quoted                      // inside double quotation marks
)

// Token is a word, number or mark.
type Token struct {
	Span            // in the original draft
	Plain    string // as in the plain view: Hope, CW
	Word     string // as in the loose view: hope, cw; the mark itself for Punct ("…" for ...)
	Kind     Kind
	Flags    Flags
	Sentence int // index into Doc.Sentences
}

// Has reports whether all the flags are set.
func (t *Token) Has(f Flags) bool { return t.Flags&f == f }

// Sentence is a run of tokens [First,Last). Every token is in one; a line break
// is the last token of its sentence, outside the span.
type Sentence struct {
	Span
	First, Last int
}

// Doc is a draft, read.
type Doc struct {
	Source    string // valid UTF-8; every invalid byte was replaced by U+FFFD
	Plain     View
	Loose     View
	Tokens    []Token
	Sentences []Sentence
}
