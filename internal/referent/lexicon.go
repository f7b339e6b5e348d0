package referent

import (
	"embed"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
)

//go:embed lexicon/*.txt
var lexiconFiles embed.FS

// phrase is one entry of the lexicon of one or more words. A frame has a
// weight above 0; a noun or a grammatical phrase has classes.
type phrase struct {
	words  []string
	bits   class
	frame  frame
	weight int
}

// entry is all that the lexicon knows by a first word.
type entry struct {
	bits    class    // of the word alone
	phrases []phrase // longest first; single words only as frames
}

// lexicon is immutable once compiled.
type lexicon map[string]*entry

// words returns the lexicon, compiled at its first use.
var words = sync.OnceValue(func() lexicon {
	l := lexicon{}
	for _, file := range [...]string{"people", "grammar", "frames"} {
		text, err := lexiconFiles.ReadFile("lexicon/" + file + ".txt")
		if err != nil {
			panic("referent: lexicon " + file) // embedded, so a fault of the build
		}
		l.load(file, string(text))
	}
	for _, e := range l {
		sort.SliceStable(e.phrases, func(i, j int) bool { return len(e.phrases[i].words) > len(e.phrases[j].words) })
	}
	return l
})

// load reads one file: "# why", "[class class]" or "[frame weight]", and
// entries between commas.
func (l lexicon) load(file, text string) {
	var head phrase
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			head = section(file, strings.Trim(line, "[]"))
		default:
			for _, item := range strings.Split(line, ",") {
				if item = strings.TrimSpace(item); item != "" {
					l.expand(head, nil, strings.Fields(item))
				}
			}
		}
	}
}

// section reads the words of a header; an unknown word is a fault of the build.
func section(file, header string) phrase {
	var p phrase
	fields := strings.Fields(header)
	if n, err := strconv.Atoi(fields[len(fields)-1]); err == nil {
		for i, name := range frameNames {
			if name == fields[0] {
				p.frame, p.weight = frame(i), n
				return p
			}
		}
		panic("referent: " + file + ": no frame " + header)
	}
	for _, f := range fields {
		known := false
		for _, c := range classNames {
			if c.name == f {
				p.bits |= c.bits
				known = true
			}
		}
		if !known {
			panic("referent: " + file + ": no class " + header)
		}
	}
	return p
}

// expand adds an entry in all its forms: "a|b c" and the plural of "kid+" or
// "child~children".
func (l lexicon) expand(head phrase, done, rest []string) {
	if len(rest) == 0 {
		l.add(head, done)
		return
	}
	word := rest[0]
	next := func(w string, bits class) {
		p := head
		p.bits |= bits
		l.expand(p, append(append([]string(nil), done...), w), rest[1:])
	}
	if strings.Contains(word, "|") {
		for _, w := range strings.Split(word, "|") {
			next(w, 0)
		}
		return
	}
	if one, many, ok := strings.Cut(word, "~"); ok {
		next(one, 0)
		next(many, plural)
		return
	}
	if one, ok := strings.CutSuffix(word, "+"); ok {
		next(one, 0)
		next(inMany(one), plural)
		return
	}
	next(word, 0)
}

// inMany is the regular plural of a word.
func inMany(w string) string {
	switch {
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"):
		return w + "es"
	case strings.HasSuffix(w, "y") && len(w) > 2 && !strings.ContainsAny(w[len(w)-2:len(w)-1], "aeiou"):
		return w[:len(w)-1] + "ies"
	}
	return w + "s"
}

func (l lexicon) add(p phrase, ws []string) {
	e := l[ws[0]]
	if e == nil {
		e = &entry{}
		l[ws[0]] = e
	}
	if len(ws) == 1 && p.weight == 0 {
		e.bits |= p.bits
		return
	}
	for i := range e.phrases {
		if o := &e.phrases[i]; p.weight == 0 && o.weight == 0 && slices.Equal(o.words, ws) {
			o.bits |= p.bits
			return
		}
	}
	p.words = ws
	e.phrases = append(e.phrases, p)
}
