package publish

import (
	"encoding/json"
	"errors"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
)

// PlainRule is a rule that a form can show whole: wordings or number forms, in
// one language.
type PlainRule struct {
	ID        string `yaml:"id"`
	Kind      string `yaml:"kind"` // "phrase" or "mask"
	Category  string `yaml:"category"`
	Level     string `yaml:"level"`
	Authority string `yaml:"authority"`
	Cite      string `yaml:"cite"`
	Message   string `yaml:"message"`
	Why       string `yaml:"why"`
	Guidance  string `yaml:"guidance"`

	Phrases  []string `yaml:"phrases"`
	Masks    []string `yaml:"masks"`
	Unless   []string `yaml:"unless"`
	Examples Examples `yaml:"examples"`
}

type plainRules struct {
	Rules []PlainRule `yaml:"rules"`
}

// Text writes the rule as a file of rules that holds it alone. Every text stands
// in double quotes, as JSON has them: no word of a person's is a sign of YAML.
func (r *PlainRule) Text() (string, error) {
	w := ruleWriter{}
	w.WriteString("rules:\n")
	w.field("  - ", "id", r.ID)
	for _, f := range [][2]string{{"kind", r.Kind}, {"category", r.Category}, {"level", r.Level}, {"authority", r.Authority},
		{"cite", r.Cite}, {"message", r.Message}, {"why", r.Why}, {"guidance", r.Guidance}} {
		if f[1] != "" {
			w.field("    ", f[0], f[1])
		}
	}
	w.list("    ", "phrases", r.Phrases)
	w.list("    ", "masks", r.Masks)
	w.list("    ", "unless", r.Unless)
	w.WriteString("    examples:\n")
	w.list("      ", "flag", r.Examples.Flag)
	w.list("      ", "pass", r.Examples.Pass)
	return w.String(), w.err
}

type ruleWriter struct {
	strings.Builder
	err error
}

func (w *ruleWriter) field(indent, key, text string) {
	quoted, err := json.Marshal(text)
	w.err = errors.Join(w.err, err)
	w.WriteString(indent + key + ": " + string(quoted) + "\n")
}

func (w *ruleWriter) list(indent, key string, texts []string) {
	if len(texts) == 0 {
		return
	}
	w.WriteString(indent + key + ":\n")
	for _, text := range texts {
		quoted, err := json.Marshal(text)
		w.err = errors.Join(w.err, err)
		w.WriteString(indent + "  - " + string(quoted) + "\n")
	}
}

// ReadPlainRule reads such a file, and reports whether it holds one rule and
// nothing that would be lost by writing it anew: no notes, no second language.
func ReadPlainRule(text string) (*PlainRule, bool) {
	for _, t := range lexer.Tokenize(text) {
		if t.Type == token.CommentType {
			return nil, false
		}
	}
	var f plainRules
	source := []byte(text)
	if aliased(source) > 0 || yaml.UnmarshalWithOptions(source, &f, yaml.Strict()) != nil || len(f.Rules) != 1 {
		return nil, false
	}
	r := &f.Rules[0]
	return r, r.Kind == "phrase" || r.Kind == "mask"
}
