package publish

import (
	"reflect"
	"strconv"

	"github.com/goccy/go-yaml"
)

// PlainRule is a rule as a form shows it.
type PlainRule struct {
	ID, Kind, Category, Level, Authority, Cite, Guidance string // Kind is one of policy.AgencyKindNames

	Message, Why           Saying
	Phrases, Masks, Unless []string
	First, Second          []string // the two lists of a near rule
	Within                 int      // words that may stand between them
	Sets                   [][]string
	Examples               Examples
}

// plain is the form of a rule as it is written; a text without a language is in
// the first.
func (f *ruleFile) plain(first string) PlainRule {
	return PlainRule{
		ID: f.ID, Kind: f.Kind, Category: f.Category, Level: f.Level, Authority: f.Authority, Cite: f.Cite, Guidance: f.Guidance,
		Message: f.Message.in(first), Why: f.Why.in(first), Phrases: f.Phrases, Masks: f.Masks, Unless: f.Unless,
		First: f.Near.First, Second: f.Near.Second, Within: f.Near.Within, Sets: f.Sets, Examples: f.Examples,
	}
}

// lines writes the rule as an item of a list.
func (r *PlainRule) lines(indent int, languages []string) []string {
	l, in := lines{}, indent+2
	l.field(in, "id", r.ID)
	for _, f := range [][2]string{{"kind", r.Kind}, {"category", r.Category}, {"level", r.Level}, {"authority", r.Authority}, {"cite", r.Cite}} {
		l.field(in, f[0], f[1])
	}
	l.saying(in, "message", r.Message, languages)
	l.saying(in, "why", r.Why, languages)
	l.field(in, "guidance", r.Guidance)
	switch r.Kind {
	case "near":
		l = append(l, spacesOf(in)+"near:")
		l.list(in+2, "first", r.First)
		l.list(in+2, "second", r.Second)
		l = append(l, spacesOf(in+2)+"within: "+strconv.Itoa(r.Within))
	case "set":
		l = append(l, spacesOf(in)+"sets:")
		for _, s := range r.Sets {
			l = append(l, spacesOf(in+2)+"- "+flow(s))
		}
	}
	l.list(in, "phrases", r.Phrases)
	l.list(in, "masks", r.Masks)
	l.list(in, "unless", r.Unless)
	l = append(l, spacesOf(in)+"examples:")
	l.list(in+2, "flag", r.Examples.Flag)
	l.list(in+2, "pass", r.Examples.Pass)
	return l.item(indent)
}

// RuleFile is a file of rules, for forms.
type RuleFile struct {
	Rules []PlainRule
	Notes []int // how many notes stand inside of each: its form loses them
	s     *sheet
	first string
	langs []string
}

// ReadRules reads a file of rules for forms; languages are the agency's, the
// first one is that of texts that name none. ErrNoForm where only its text can be
// edited.
func ReadRules(text string, languages []string) (*RuleFile, error) {
	if len(languages) == 0 {
		return nil, ErrNoForm
	}
	var f rulesFile
	s, err := readSheet(text)
	if err != nil {
		return nil, err
	}
	if err := decode(text, &f); err != nil {
		return nil, err
	}
	at, ok := s.items("rules")
	if !ok || len(at) != len(f.Rules) {
		return nil, ErrNoForm
	}
	out := &RuleFile{s: s, first: languages[0], langs: languages}
	for i := range f.Rules {
		out.Rules = append(out.Rules, f.Rules[i].plain(languages[0]))
		out.Notes = append(out.Notes, s.notes(at[i]))
	}
	return out, nil
}

// decode reads YAML whose every key is known; ErrNoForm where it is not so.
func decode(text string, into any) error {
	if yaml.UnmarshalWithOptions([]byte(text), into, yaml.Strict()) != nil {
		return ErrNoForm
	}
	return nil
}

// Put writes rule i anew, i = len(Rules) adds one, and returns the file's text.
// All other lines are as they were.
func (f *RuleFile) Put(i int, r *PlainRule) (string, error) {
	if err := f.s.setItem("rules", i, func(indent int) []string { return r.lines(indent, f.langs) }); err != nil {
		return "", err
	}
	return f.checked(append(append(append([]PlainRule{}, f.Rules[:i]...), *r), f.Rules[min(i+1, len(f.Rules)):]...))
}

// Drop takes rule i out and returns the file's text.
func (f *RuleFile) Drop(i int) (string, error) {
	if err := f.s.dropItem("rules", i); err != nil {
		return "", err
	}
	return f.checked(append(append([]PlainRule{}, f.Rules[:i]...), f.Rules[i+1:]...))
}

// checked is the text, where reading it again gives these rules and nothing else.
func (f *RuleFile) checked(want []PlainRule) (string, error) {
	text := f.s.text()
	again, err := ReadRules(text, f.langs)
	if err != nil || len(again.Rules) != len(want) {
		return "", ErrNoForm
	}
	for i := range want {
		if !same(want[i], again.Rules[i]) {
			return "", ErrNoForm
		}
	}
	return text, nil
}

// same reports whether two forms say the same; a list of nothing is no list.
func same(a, b any) bool {
	return reflect.DeepEqual(bare(reflect.ValueOf(a)), bare(reflect.ValueOf(b)))
}

// bare is a value as something to compare, without what is empty.
func bare(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Struct:
		out := map[string]any{}
		for i := range v.NumField() {
			if x := bare(v.Field(i)); x != nil {
				out[v.Type().Field(i).Name] = x
			}
		}
		return filled(out)
	case reflect.Map:
		out := map[string]any{}
		for _, k := range v.MapKeys() {
			if x := bare(v.MapIndex(k)); x != nil {
				out[k.String()] = x
			}
		}
		return filled(out)
	case reflect.Slice:
		var out []any
		for i := range v.Len() {
			out = append(out, bare(v.Index(i)))
		}
		if out == nil {
			return nil
		}
		return out
	}
	if v.IsZero() {
		return nil
	}
	return v.Interface()
}

func filled(m map[string]any) any {
	if len(m) == 0 {
		return nil
	}
	return m
}
