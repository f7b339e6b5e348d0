package spanish

import (
	_ "embed" // the word lists
	"slices"
	"strings"

	"secondlook/internal/text"
)

//go:embed words.txt
var wordLists string

// class is a list of words.txt, as a bit.
type class uint64

const (
	function class = 1 << iota
	english
	client
	served
	patient
	pupil
	caseWord
	my
	myMany
	one
	the
	generic
	being
	between
	someone
	serving
	met
	work
	shop
	kin
	his
	sex
	ageWord
	yearWord
	number
	ageLed
	noAge
	weekday
	month
	moment
	thisPart
	health
	origin
	trade
	place
	room
	road
	record
	recordMore
	title
	notClient
	called
	particle
	noName
	inPlace
	noPlace
	given
	surname
	plural // made by "~"
)

var classNames = [...]string{
	"function", "english", "client", "served", "patient", "pupil", "case", "my", "mymany", "one", "the", "generic", "being", "between",
	"someone", "serving", "met", "work", "shop", "kin", "his", "sex", "ageword", "yearword", "number", "ageled", "noage", "weekday", "month",
	"moment", "thispart", "health", "origin", "trade", "place", "room", "road", "record", "recordmore", "title", "notclient", "called",
	"particle", "noname", "inplace", "noplace", "given", "surname",
}

// clientWord is any word for somebody served.
const clientWord = client | served | patient | pupil | caseWord

// words is built once, when the program starts, and never written again.
var words = read(wordLists)

// read reads the lists. They are ours, and a test reads them all: an unknown
// class stops the program at its start.
func read(lists string) map[string]class {
	m := make(map[string]class, 1500)
	var current class
	for line := range strings.Lines(lists) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			at := slices.Index(classNames[:], strings.Trim(line, "[]"))
			if at < 0 {
				panic("spanish: no class has the name " + line)
			}
			current = 1 << at
		default:
			for word := range strings.SplitSeq(line, ",") {
				word, many := strings.CutSuffix(fold(strings.TrimSpace(word)), "~")
				m[word] |= current
				if many {
					m[word+"s"] |= current | plural
				}
			}
		}
	}
	return m
}

var accents = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ü", "u", "à", "a", "è", "e")

// fold drops the accents of a lower-case word: half of all drafts have none.
func fold(word string) string {
	for i := range len(word) {
		if word[i] >= 0x80 {
			return accents.Replace(word)
		}
	}
	return word
}

// Draft is a draft looked up word by word; Look makes it.
type Draft struct {
	doc   *text.Doc
	is    []class // of each token
	words []string
	whole bool // the draft is Spanish, not only words of it
}

// Look looks every word of a draft up.
func Look(doc *text.Doc) *Draft {
	r := &Draft{doc: doc, is: make([]class, len(doc.Tokens)), words: make([]string, len(doc.Tokens))}
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if t.Kind != text.Word && t.Kind != text.Number {
			continue
		}
		r.words[i] = fold(strings.ToLower(t.Plain))
		r.is[i] = words[r.words[i]]
	}
	r.whole = r.speaks()
	return r
}

// speaks reports whether the draft is Spanish: a quarter of its words are
// function words of Spanish, and more than twice as many as of English.
func (r *Draft) speaks() bool {
	all, es, en := 0, 0, 0
	for i := range r.is {
		if r.doc.Tokens[i].Kind != text.Word {
			continue
		}
		all++
		if r.is[i]&english != 0 {
			en++
		} else if r.is[i]&function != 0 {
			es++
		}
	}
	return es >= 2 && es*4 >= all && es > 2*en
}

// at returns the classes of token i, none beyond the draft.
func (r *Draft) at(i int) class {
	if i < 0 || i >= len(r.is) {
		return 0
	}
	return r.is[i]
}

func (r *Draft) has(i int, c class) bool { return r.at(i)&c != 0 }

func (r *Draft) word(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i]
}

// mark is the punctuation at token i, "" where there is none.
func (r *Draft) mark(i int) string {
	if i < 0 || i >= len(r.is) || r.doc.Tokens[i].Kind != text.Punct {
		return ""
	}
	return r.doc.Tokens[i].Word
}

func (r *Draft) capital(i int) bool {
	if i < 0 || i >= len(r.is) || r.doc.Tokens[i].Kind != text.Word {
		return false
	}
	t := &r.doc.Tokens[i]
	return t.Has(text.Capital) || t.Has(text.AllCaps)
}

// sentence is the one that token i stands in.
func (r *Draft) sentence(i int) *text.Sentence { return &r.doc.Sentences[r.doc.Tokens[i].Sentence] }
