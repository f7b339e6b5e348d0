package publish

import (
	"strings"

	"github.com/goccy/go-yaml"
)

// PlainRule is a rule that a form can show whole: wordings or number forms, in
// one language.
type PlainRule struct {
	ID        string `yaml:"id"`
	Kind      string `yaml:"kind"` // "phrase" or "mask"
	Category  string `yaml:"category"`
	Level     string `yaml:"level"`
	Authority string `yaml:"authority"`
	Cite      string `yaml:"cite,omitempty"`
	Message   string `yaml:"message"`
	Why       string `yaml:"why"`
	Guidance  string `yaml:"guidance,omitempty"`

	Phrases  []string `yaml:"phrases,omitempty"`
	Masks    []string `yaml:"masks,omitempty"`
	Unless   []string `yaml:"unless,omitempty"`
	Examples Examples `yaml:"examples"`
}

type plainRules struct {
	Rules []PlainRule `yaml:"rules"`
}

// Text writes the rule as a file of rules that holds it alone.
func (r *PlainRule) Text() (string, error) {
	b, err := yaml.MarshalWithOptions(plainRules{[]PlainRule{*r}}, yaml.Indent(2), yaml.IndentSequence(true))
	return string(b), err
}

// ReadPlainRule reads such a file, and reports whether it holds one rule and
// nothing that would be lost by writing it anew: no notes, no second language.
func ReadPlainRule(text string) (*PlainRule, bool) {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(strings.TrimSpace(line), "#") {
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
