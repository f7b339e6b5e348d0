// Package corpus reads labelled posts, checks that they keep to the labelling
// guide, and scores verdicts against them. It does not know how a verdict is
// made.
//
// A post is one JSON object a line:
//
//	{"id","text","platform","labels":[category…],"protected":bool,
//	 "expected":level,"also_ok":[level…],"spans":[{"text","type"}],"why",
//	 "author","sector","split","pair","about":[{"text","who","number"}]}
//
// From "author" on the keys are those of training posts and may be absent.
// Errors name file, line and id, never a word of a post.
package corpus

import (
	"encoding/json"
	"slices"

	"secondlook/internal/verdict"
)

// Post is one labelled post.
type Post struct {
	ID        string   `json:"id"`
	Text      string   `json:"text"`
	Platform  string   `json:"platform"`
	Labels    []string `json:"labels"`
	Protected bool     `json:"protected"`
	Expected  Level    `json:"expected"`
	AlsoOK    []Level  `json:"also_ok"`
	Spans     []Span   `json:"spans"`
	Why       string   `json:"why"`
	Author    string   `json:"author"`
	Sector    string   `json:"sector"`
	Split     string   `json:"split"`
	Pair      string   `json:"pair"`
	About     []About  `json:"about"`
}

// Span is a typed stretch, given by its text alone.
type Span struct {
	Text string `json:"text"`
	Type string `json:"type"`
}

// About is one person spoken of.
type About struct {
	Text   string `json:"text"`
	Who    string `json:"who"`
	Number string `json:"number"`
}

// Level is a verdict.Level in JSON.
type Level struct{ verdict.Level }

// UnmarshalJSON reads a level's name.
func (l *Level) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return errLevel
	}
	level, ok := verdict.ParseLevel(s)
	if !ok {
		return errLevel
	}
	l.Level = level
	return nil
}

// Accepts reports whether the level is the expected one or as good.
func (p *Post) Accepts(l verdict.Level) bool {
	return l == p.Expected.Level || slices.Contains(p.AlsoOK, Level{l})
}

// Near reports whether the level is at most one step from an accepted one.
func (p *Post) Near(l verdict.Level) bool {
	for _, ok := range append([]Level{p.Expected}, p.AlsoOK...) {
		if d := int(l) - int(ok.Level); d >= -1 && d <= 1 {
			return true
		}
	}
	return false
}
