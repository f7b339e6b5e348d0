// Package publish turns what people write into what the engine reads (policy):
// the built-in rules (Compile), and an agency's folder of YAML and Markdown
// (ReadAgency). Prove tries a bundle out with the engine that will run it and
// reports to people, Diff says what changes for a worker. It runs on the author's
// machine and on the server, never in the browser; what it lets through the
// engine judges again.
package publish

import (
	"errors"
	"fmt"
	"slices"

	"github.com/goccy/go-yaml"

	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

// File is one YAML source file.
type File struct {
	Name  string              `yaml:"-"`
	Sets  map[string][]string `yaml:"sets"`
	Rules []Rule              `yaml:"rules"`
}

// Rule is one rule as it is written.
type Rule struct {
	ID        string   `yaml:"id"`
	Kind      string   `yaml:"kind"` // "phrase" (the default) or "cue"
	Category  string   `yaml:"category"`
	Level     string   `yaml:"level"`
	Score     int      `yaml:"score"`
	Authority string   `yaml:"authority"`
	Cite      string   `yaml:"cite"`
	Message   string   `yaml:"message"`
	Tied      bool     `yaml:"tied"`
	Cue       string   `yaml:"cue"`
	Needs     []string `yaml:"needs"`
	Near      []string `yaml:"near"`
	Unless    []string `yaml:"unless"`
	Patterns  []string `yaml:"patterns"`
	Except    []string `yaml:"except"`
	Why       string   `yaml:"why"`
	Examples  Examples `yaml:"examples"`
}

// Examples are the lines a rule must and must not flag. In a Flag line the
// span that the rule is to point at may stand in [square brackets].
type Examples struct {
	Flag []string `yaml:"flag"`
	Pass []string `yaml:"pass"`
}

// ParseFile reads one YAML source; an unknown field is an error that names the
// line.
func ParseFile(name string, source []byte) (*File, error) {
	f := &File{Name: name}
	if err := yaml.UnmarshalWithOptions(source, f, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return f, nil
}

// Compile turns source files into one policy. All faults are reported, each
// with its file and rule.
func Compile(files []*File) (*policy.Policy, error) {
	c := compiler{sets: map[string]uint32{}, words: map[string]uint32{}, p: &policy.Policy{}}
	c.collectSets(files)
	for _, f := range files {
		for i := range f.Rules {
			c.where = f.Name + ": rule " + f.Rules[i].ID
			c.rule(&f.Rules[i])
		}
	}
	c.sortWords()
	return c.p, errors.Join(c.errs...)
}

type compiler struct {
	p     *policy.Policy
	sets  map[string]uint32
	words map[string]uint32
	where string
	errs  []error
	ids   map[string]bool
}

func (c *compiler) failf(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("%s: %w", c.where, fmt.Errorf(format, args...)))
}

func (c *compiler) collectSets(files []*File) {
	var names []string
	phrases := map[string][]string{}
	for _, f := range files {
		for name, list := range f.Sets {
			if _, twice := phrases[name]; twice {
				c.where = f.Name
				c.failf("set %s stands twice", name)
			}
			phrases[name] = list
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for i, name := range names {
		c.where = "set " + name
		c.sets[name] = uint32(i)
		set := policy.Set{Name: name}
		for _, s := range phrases[name] {
			set.Phrases = append(set.Phrases, c.phrase(s))
		}
		c.p.Sets = append(c.p.Sets, set)
	}
}

func (c *compiler) rule(r *Rule) {
	out := policy.Rule{
		ID: r.ID, Score: r.Score, Authority: r.Authority, Cite: r.Cite, Message: r.Message, Tied: r.Tied,
		Needs: c.cues(r.Needs), Near: c.cues(r.Near), Unless: c.cues(r.Unless),
	}
	if c.ids == nil {
		c.ids = map[string]bool{}
	}
	if r.ID == "" || c.ids[r.ID] {
		c.failf("the id is missing or stands twice")
	}
	c.ids[r.ID] = true
	switch r.Kind {
	case "", "phrase":
		c.finding(r, &out)
	case "cue":
		out.Kind = policy.CueRule
		out.Cue = c.cues([]string{r.Cue})
	default:
		c.failf("kind %q is not known: phrase or cue", r.Kind)
	}
	if len(r.Patterns) == 0 {
		c.failf("there are no patterns")
	}
	out.Patterns, out.Except = c.patterns(r.Patterns), c.patterns(r.Except)
	c.p.Rules = append(c.p.Rules, out)
}

func (c *compiler) finding(r *Rule, out *policy.Rule) {
	var ok bool
	if out.Category, ok = verdict.ParseCategory(r.Category); !ok {
		c.failf("category %q is not known", r.Category)
	}
	if out.Level, ok = verdict.ParseLevel(r.Level); !ok || out.Level == verdict.Clear {
		c.failf("level %q is none of note, caution, hold", r.Level)
	}
	if r.Score < 1 || r.Score > 1000 {
		c.failf("score %d is not within 1 to 1000", r.Score)
	}
	if r.Message == "" || r.Why == "" || r.Authority == "" {
		c.failf("message, why and authority are all needed")
	}
	if len(r.Examples.Flag) < 3 || len(r.Examples.Pass) < 3 {
		c.failf("three examples that must flag and three that must pass are needed")
	}
}

func (c *compiler) cues(names []string) (out policy.Cue) {
	for _, n := range names {
		i := slices.Index(policy.CueNames, n)
		if i < 0 {
			c.failf("cue %q is not known", n)
			continue
		}
		out |= 1 << i
	}
	return out
}
