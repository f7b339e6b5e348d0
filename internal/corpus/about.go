package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"secondlook/internal/text"
)

// Person is somebody a resolver found: whom it takes them for, in the words of
// About or others of its own ("unknown"), and where the draft speaks of them.
type Person struct {
	Who, Number string
	At          []text.Span
}

// Unfound is what Spoken calls a labelled person nobody was found for.
const Unfound = "unfound"

// Spoken scores who is spoken of. A labelled person is answered by the found
// one that shares the most of a place where the label's words stand.
type Spoken struct {
	People int
	Who    map[string]Count          // by relation, of the labelled people
	Read   map[string]map[string]int // [labelled][found], Unfound among the latter
	Right  int                       // the relation is
	Number int                       // how many is, of those found
	Found  int
	Both   int
	Beside map[string]int // found people that no label speaks of, by relation
}

// NewSpoken returns an empty score.
func NewSpoken() *Spoken {
	return &Spoken{Who: map[string]Count{}, Read: map[string]map[string]int{}, Beside: map[string]int{}}
}

// Relations are the words of About.Who in the order of the guide.
func Relations() []string { return slices.Clone(relations) }

// Accuracy is the share of labelled people whose relation is right.
func (s *Spoken) Accuracy() float64 { return share(s.Right, s.People) }

// NumberAccuracy is the share of found people whose number is right.
func (s *Spoken) NumberAccuracy() float64 { return share(s.Number, s.Found) }

// Add scores the people found in a text against those labelled.
func (s *Spoken) Add(whole string, about []About, people []Person) {
	places := make([][]text.Span, len(about))
	for i, a := range about {
		places[i] = Places(whole, a.Text)
	}
	s.all(about, places, people)
}

// AddReal is Add for a post that is labelled by offsets.
func (s *Spoken) AddReal(labelled []RealAbout, people []Person) {
	about, places := make([]About, len(labelled)), make([][]text.Span, len(labelled))
	for i, a := range labelled {
		about[i] = About{Who: a.Who, Number: a.Number}
		places[i] = []text.Span{a.Span()}
	}
	s.all(about, places, people)
}

func (s *Spoken) all(about []About, places [][]text.Span, people []Person) {
	for i := range about {
		s.add(about[i], nearest(places[i], people))
	}
	for i := range people {
		if !slices.ContainsFunc(places, func(at []text.Span) bool { return shared(at, people[i].At) > 0 }) {
			s.Beside[people[i].Who]++
		}
	}
}

func (s *Spoken) add(want About, got *Person) {
	who := Unfound
	s.People++
	if got != nil {
		who = got.Who
		s.Found++
		if got.Number == want.Number {
			s.Number++
		}
	}
	if who == want.Who {
		s.Right++
		if got.Number == want.Number {
			s.Both++
		}
	}
	for _, r := range relations {
		c := s.Who[r]
		c.Add(want.Who == r, who == r)
		s.Who[r] = c
	}
	if s.Read[want.Who] == nil {
		s.Read[want.Who] = map[string]int{}
	}
	s.Read[want.Who][who]++
}

// nearest is the person that shares the most bytes with a place, the first of
// equals; nil where none shares any.
func nearest(at []text.Span, people []Person) *Person {
	var best *Person
	most := 0
	for i := range people {
		if n := shared(at, people[i].At); n > most {
			best, most = &people[i], n
		}
	}
	return best
}

// shared is the most bytes any two of the spans have in common.
func shared(a, b []text.Span) (most int) {
	for _, x := range a {
		for _, y := range b {
			most = max(most, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return most
}

// Places are where words stand in a text, in bytes, as words of their own.
func Places(whole, words string) (out []text.Span) {
	for from := 0; words != ""; {
		n := strings.Index(whole[from:], words)
		if n < 0 {
			break
		}
		at := text.Span{Start: from + n, End: from + n + len(words)}
		before, _ := utf8.DecodeLastRuneInString(whole[:at.Start])
		after, _ := utf8.DecodeRuneInString(whole[at.End:])
		if !inWord(before) && !inWord(after) {
			out = append(out, at)
		}
		from = at.End
	}
	return out
}

func inWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
