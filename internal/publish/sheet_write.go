package publish

import (
	"bytes"
	"encoding/json"
	"strings"
)

// Saying is one text in each of some languages, as forms have it.
type Saying map[string]string

// by gives a saying by language; one text alone is in the first.
func (s saying) in(first string) Saying {
	switch {
	case s.by != nil:
		return Saying(s.by)
	case s.one == "":
		return Saying{}
	}
	return Saying{first: s.one}
}

// lines are lines of YAML as a form writes them. Every text stands in double
// quotes, as JSON has them: no word of a person's is a sign of YAML.
type lines []string

func quoted(text string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a string of Go always encodes
	return strings.TrimSuffix(b.String(), "\n")
}

func spacesOf(n int) string { return strings.Repeat(" ", n) }

// field writes "key: text", nothing where there is no text.
func (l *lines) field(indent int, key, text string) {
	if text != "" {
		*l = append(*l, spacesOf(indent)+key+": "+quoted(text))
	}
}

// list writes one text a line below key, nothing where there is none.
func (l *lines) list(indent int, key string, texts []string) {
	if len(texts) == 0 {
		return
	}
	*l = append(*l, spacesOf(indent)+key+":")
	for _, t := range texts {
		*l = append(*l, spacesOf(indent+2)+"- "+quoted(t))
	}
}

// flow writes the texts as [a, b].
func flow(texts []string) string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = quoted(t)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// saying writes one text, or one for each language, the languages in their order.
func (l *lines) saying(indent int, key string, s Saying, languages []string) {
	var parts []string
	for _, lang := range languages {
		if s[lang] != "" {
			parts = append(parts, lang+": "+quoted(s[lang]))
		}
	}
	switch {
	case len(parts) == 0:
	case len(parts) == 1 && s[languages[0]] != "":
		l.field(indent, key, s[languages[0]])
	default:
		*l = append(*l, spacesOf(indent)+key+": { "+strings.Join(parts, ", ")+" }")
	}
}

// item makes the lines an item of a list: the first begins with a dash.
func (l lines) item(indent int) []string {
	if len(l) > 0 {
		l[0] = spacesOf(indent) + "- " + strings.TrimLeft(l[0], " ")
	}
	return l
}
