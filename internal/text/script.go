package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Script says in what letters and in what language a draft is written.
// Shares of letters are per mille of Letters; shares of function words are per
// mille of Words. A word that two languages share counts for both.
type Script struct {
	Letters, Latin, Greek, Cyrillic, Han, Other int

	Words, English, Spanish, French, German, Portuguese int
}

// The function words of five languages, each between spaces.
const (
	english = " i a the and to of in is it you that was for on my me he she they we his her their our with this have has had " +
		"are be been not but what all just so at do does did don't dont can't cant won't isn't didn't doesn't i'm im it's its " +
		"i've ive i'll you're youre they're theyre if or as from who when how why where there here out up about get got would will can could should " +
		"no one an am were him them your us more than then now because after before over too very only some any into by these those being off " +
		"which while still even also back again down every other go going "
	spanish = " el la los las de que y en un una unos unas es por con para su sus se lo al del como más mas pero sí si no muy ya " +
		"esta este esto está estoy ella ellos hay mi mis tu yo porque cuando también fue ser son nos le les qué todo toda hoy donde sin sobre "
	french = " le la les de des du et en un une est que qui dans pour pas sur avec ce cette ces il elle ils elles je tu nous vous " +
		"mon ma mes son sa ses au aux mais ou où ne plus par être suis sont était j'ai c'est d'un d'une très leur aujourd'hui fait bien "
	german = " der die das und ist nicht ein eine einen einem einer ich du er sie es wir ihr mit auf für von zu im in den dem des " +
		"sich auch als an wie aber noch nach bei aus um nur war hat haben sind bin mein meine mir mich kein keine heute dass wenn über wird "
	portuguese = " o a os as de que e em um uma do da dos das no na nos nas é por com para não se mais mas como ao seu sua eu ele ela " +
		"meu minha você foi ser são está muito também já isso esse essa este esta hoje quando porque tem "
)

// isEN is English's bit in functionWords; the others follow in the order of
// the lists.
const isEN = 1

// functionWords says of which languages a word is a function word. It is made
// once and never changed.
var functionWords = sync.OnceValue(func() map[string]uint8 {
	m := make(map[string]uint8, 512)
	for i, list := range [...]string{english, spanish, french, german, portuguese} {
		for w := range strings.FieldsSeq(list) {
			m[w] |= 1 << i
		}
	}
	return m
})

func isEnglish(word string) bool { return functionWords()[word]&isEN != 0 }

// Script measures the draft; a draft without letters or words has shares of 0.
func (d *Doc) Script() Script {
	var s Script
	languages := functionWords()
	for i := range d.Tokens {
		if t := &d.Tokens[i]; t.Kind == Word {
			s.letters(t.Plain)
			s.word(languages[t.Word])
		}
	}
	for _, share := range [...]*int{&s.Latin, &s.Greek, &s.Cyrillic, &s.Han, &s.Other} {
		*share = perMille(*share, s.Letters)
	}
	for _, share := range [...]*int{&s.English, &s.Spanish, &s.French, &s.German, &s.Portuguese} {
		*share = perMille(*share, s.Words)
	}
	return s
}

func (s *Script) letters(word string) {
	for _, r := range word {
		if r < utf8.RuneSelf && isASCIILetter(byte(r)) {
			s.Letters++
			s.Latin++
			continue
		}
		if r < utf8.RuneSelf || !isLetter(r) {
			continue
		}
		s.Letters++
		switch {
		case unicode.Is(unicode.Latin, r):
			s.Latin++
		case unicode.Is(unicode.Cyrillic, r):
			s.Cyrillic++
		case unicode.Is(unicode.Greek, r):
			s.Greek++
		case unicode.Is(unicode.Han, r):
			s.Han++
		default:
			s.Other++
		}
	}
}

func (s *Script) word(languages uint8) {
	s.Words++
	for i, count := range [...]*int{&s.English, &s.Spanish, &s.French, &s.German, &s.Portuguese} {
		if languages&(1<<i) != 0 {
			*count++
		}
	}
}

func perMille(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return part * 1000 / whole
}
