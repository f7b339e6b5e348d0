package publish

// PlainPractice is a practice post as a form shows it.
type PlainPractice struct {
	Draft, Expect string
	Why           Saying
}

// PracticeFile is a file of practice posts, for forms.
type PracticeFile struct {
	Posts []PlainPractice
	Notes []int // how many notes stand inside of each
	s     *sheet
	langs []string
}

// ReadPractice reads a file of practice posts for forms; ErrNoForm where only its
// text can be edited.
func ReadPractice(text string, languages []string) (*PracticeFile, error) {
	var f practiceFile
	s, err := readSheet(text)
	if err != nil || len(languages) == 0 {
		return nil, ErrNoForm
	}
	if s.body != nil {
		if err := decode(text, &f); err != nil {
			return nil, err
		}
	}
	at, ok := s.items("practice")
	if !ok || len(at) != len(f.Practice) {
		return nil, ErrNoForm
	}
	out := &PracticeFile{s: s, langs: languages}
	for i, p := range f.Practice {
		out.Posts = append(out.Posts, PlainPractice{p.Draft, p.Expect, p.Why.in(languages[0])})
		out.Notes = append(out.Notes, s.notes(at[i]))
	}
	return out, nil
}

// Put writes post i anew, i = len(Posts) adds one, and returns the file's text.
func (f *PracticeFile) Put(i int, p *PlainPractice) (string, error) {
	err := f.s.setItem("practice", i, func(indent int) []string {
		l := lines{}
		l.field(indent+2, "draft", p.Draft)
		l.field(indent+2, "expect", p.Expect)
		l.saying(indent+2, "why", p.Why, f.langs)
		return l.item(indent)
	})
	if err != nil {
		return "", err
	}
	return f.checked(append(append(append([]PlainPractice{}, f.Posts[:i]...), *p), f.Posts[min(i+1, len(f.Posts)):]...))
}

// Drop takes post i out and returns the file's text.
func (f *PracticeFile) Drop(i int) (string, error) {
	if err := f.s.dropItem("practice", i); err != nil {
		return "", err
	}
	return f.checked(append(append([]PlainPractice{}, f.Posts[:i]...), f.Posts[i+1:]...))
}

func (f *PracticeFile) checked(want []PlainPractice) (string, error) {
	text := f.s.text()
	again, err := ReadPractice(text, f.langs)
	if err != nil || !same(want, again.Posts) {
		return "", ErrNoForm
	}
	return text, nil
}
