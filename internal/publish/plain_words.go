package publish

import "slices"

// PlainWords are words.yaml as a form shows it.
type PlainWords struct {
	Clients  []ClientWords
	Places   []NameWords
	Programs []NameWords
	Levels   []PlainLevel
}

// ClientWords are one word for a person served, and for several.
type ClientWords struct{ One, Many string }

// NameWords are a public name, other ways to say it, and whether it alone tells
// why somebody is there.
type NameWords struct {
	Name    string
	Also    []string
	Reveals bool
}

// PlainLevel is a change to how loud a built-in check is.
type PlainLevel struct {
	Rule, Level string
	Why         Saying
}

// ReadWords reads words.yaml for its form; ErrNoForm where only its text can be
// edited. notes are how many notes the form loses.
func ReadWords(text string, languages []string) (w *PlainWords, notes int, err error) {
	var f wordsFile
	s, err := readSheet(text)
	if err != nil || len(languages) == 0 {
		return nil, 0, ErrNoForm
	}
	if len(s.lines) > 0 && s.body != nil {
		if err := decode(text, &f); err != nil {
			return nil, 0, err
		}
	}
	w = &PlainWords{}
	for _, c := range f.Clients {
		w.Clients = append(w.Clients, ClientWords(c))
	}
	for _, n := range f.Places {
		w.Places = append(w.Places, NameWords(n))
	}
	for _, n := range f.Programs {
		w.Programs = append(w.Programs, NameWords(n))
	}
	for _, l := range f.Levels {
		w.Levels = append(w.Levels, PlainLevel{l.Rule, l.Level, l.Why.in(languages[0])})
	}
	return w, s.notesIn(w.parts(languages)), nil
}

// parts are the lists of the file.
func (w *PlainWords) parts(languages []string) []part {
	list := func(key string, of writing) part {
		return part{[]string{key}, func(n int) []string { return headed(n, key, of(n+2)) }}
	}
	return []part{list("clients", w.clients), list("places", func(n int) []string { return names(n, w.Places) }),
		list("programs", func(n int) []string { return names(n, w.Programs) }), list("levels", func(n int) []string { return w.levels(n, languages) })}
}

// PutWords writes the words over those of a file, and returns its text. Lists
// that say the same as before keep their lines.
func PutWords(text string, w *PlainWords, languages []string) (string, error) {
	was, _, err := ReadWords(text, languages)
	if err != nil {
		return "", err
	}
	before := was.parts(languages)
	for i, part := range w.parts(languages) {
		if slices.Equal(before[i].lines(0), part.lines(0)) {
			continue
		}
		s, err := readSheet(text) // each part anew: lines have moved
		if err != nil {
			return "", err
		}
		if err := s.set(part.lines, part.keys...); err != nil {
			return "", err
		}
		text = s.text()
	}
	again, _, err := ReadWords(text, languages)
	if err != nil || !same(*w, *again) {
		return "", ErrNoForm
	}
	return text, nil
}

// headed is a list below its key, "key: []" where it is empty.
func headed(indent int, key string, list []string) []string {
	if len(list) == 0 {
		return []string{spacesOf(indent) + key + ": []"}
	}
	return append([]string{spacesOf(indent) + key + ":"}, list...)
}

func (w *PlainWords) clients(indent int) (out []string) {
	for _, c := range w.Clients {
		out = append(out, spacesOf(indent)+"- { one: "+quoted(c.One)+", many: "+quoted(c.Many)+" }")
	}
	return out
}

func names(indent int, list []NameWords) (out []string) {
	for _, n := range list {
		l := spacesOf(indent) + "- { name: " + quoted(n.Name)
		if len(n.Also) > 0 {
			l += ", also: " + flow(n.Also)
		}
		if n.Reveals {
			l += ", reveals: true"
		}
		out = append(out, l+" }")
	}
	return out
}

func (w *PlainWords) levels(indent int, languages []string) (out []string) {
	for _, c := range w.Levels {
		l := lines{}
		l.field(indent+2, "rule", c.Rule)
		l.field(indent+2, "level", c.Level)
		l.saying(indent+2, "why", c.Why, languages)
		out = append(out, l.item(indent)...)
	}
	return out
}
