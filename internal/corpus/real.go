package corpus

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// Real are the labels of a public post whose words stay outside the repository:
// it is known by its id and the hash of its text, and its marks by offsets in
// bytes, half open. One JSON object a line:
//
//	{"id","hash","labels","protected","expected","also_ok",
//	 "spans":[{"start","end","type"}],"about":[{"start","end","who","number"}]}
type Real struct {
	ID        string      `json:"id"`
	Hash      string      `json:"hash"`
	Labels    []string    `json:"labels"`
	Protected bool        `json:"protected"`
	Expected  Level       `json:"expected"`
	AlsoOK    []Level     `json:"also_ok"`
	Spans     []RealSpan  `json:"spans"`
	About     []RealAbout `json:"about"`
}

// RealSpan is a typed stretch by its offsets.
type RealSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
}

// Span returns the offsets.
func (s RealSpan) Span() text.Span { return text.Span{Start: s.Start, End: s.End} }

// RealAbout is one person spoken of, by offsets.
type RealAbout struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Who    string `json:"who"`
	Number string `json:"number"`
}

// Span returns the offsets.
func (a RealAbout) Span() text.Span { return text.Span{Start: a.Start, End: a.End} }

// HashOf is how Real.Hash is made: half of a SHA-256, in hexadecimal.
func HashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:16])
}

// ReadReal reads a file of them and checks what can be checked without the text.
func ReadReal(name string) ([]Real, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []Real
	var problems []error
	ids := map[string]bool{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var r Real
		decoder := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		decoder.DisallowUnknownFields() // a text must not slip in
		err := decoder.Decode(&r)
		if err == nil {
			err = r.check()
		} else {
			err = errors.New("not a line of labels")
		}
		if err == nil && ids[r.ID] {
			err = errors.New("same id twice")
		}
		if err != nil {
			problems = append(problems, locate(fmt.Sprintf("%s:%d", name, n), r.ID, err))
			continue
		}
		ids[r.ID] = true
		all = append(all, r)
	}
	return all, errors.Join(append(problems, lines.Err())...)
}

func (r *Real) check() error {
	p := Post{ID: r.ID, Text: "x", Labels: r.Labels}
	problems := []error{p.check()}
	wrong := func(format string, args ...any) { problems = append(problems, fmt.Errorf(format, args...)) }
	if len(r.Hash) != 32 {
		wrong("no hash")
	}
	for i, s := range r.Spans {
		if _, ok := verdict.ParseSpanType(s.Type); !ok {
			wrong("span %d: unknown type %q", i+1, s.Type)
		}
		if s.Start < 0 || s.End <= s.Start {
			wrong("span %d is empty", i+1)
		}
	}
	for i, a := range r.About {
		if !slices.Contains(relations, a.Who) || !slices.Contains(numbers, a.Number) {
			wrong("about %d: unknown who or number", i+1)
		}
		if a.Start < 0 || a.End <= a.Start {
			wrong("about %d is empty", i+1)
		}
	}
	return errors.Join(problems...)
}

// Post joins the labels with the text they were made for.
func (r *Real) Post(text string) (*Post, error) {
	if HashOf(text) != r.Hash {
		return nil, fmt.Errorf("%q: its text is not the one that was labelled", r.ID)
	}
	p := &Post{
		ID: r.ID, Text: text, Labels: r.Labels, Protected: r.Protected, Expected: r.Expected, AlsoOK: r.AlsoOK,
		Author: "real", Split: "train",
	}
	for _, s := range r.Spans {
		if s.End > len(text) {
			return nil, fmt.Errorf("%q: a span is outside the text", r.ID)
		}
		p.Spans = append(p.Spans, Span{strings.Clone(text[s.Start:s.End]), s.Type})
	}
	for _, a := range r.About {
		if a.End > len(text) {
			return nil, fmt.Errorf("%q: a person is outside the text", r.ID)
		}
		p.About = append(p.About, About{strings.Clone(text[a.Start:a.End]), a.Who, a.Number})
	}
	return p, nil
}
