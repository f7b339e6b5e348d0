package publish

import (
	"slices"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

type (
	rulesFile struct {
		Rules []ruleFile `yaml:"rules"`
	}
	ruleFile struct {
		ID        string     `yaml:"id"`
		Kind      string     `yaml:"kind"`
		Category  string     `yaml:"category"`
		Level     string     `yaml:"level"`
		Authority string     `yaml:"authority"`
		Cite      string     `yaml:"cite"`
		Message   saying     `yaml:"message"`
		Why       saying     `yaml:"why"`
		Guidance  string     `yaml:"guidance"`
		Phrases   []string   `yaml:"phrases"`
		Near      nearFile   `yaml:"near"`
		Sets      [][]string `yaml:"sets"`
		Masks     []string   `yaml:"masks"`
		Unless    []string   `yaml:"unless"`
		Examples  Examples   `yaml:"examples"`
	}
	nearFile struct {
		First  []string `yaml:"first"`
		Second []string `yaml:"second"`
		Within int      `yaml:"within"`
	}
)

func (r *agencyReader) rules() {
	for _, name := range r.files("rules", ".yaml") {
		var f rulesFile
		source := r.read(name, &f, true)
		for i := range f.Rules {
			at := line(name, source, "id: "+f.Rules[i].ID)
			r.rule(at, &f.Rules[i])
			r.place("rule "+f.Rules[i].ID, name, source, "id: "+f.Rules[i].ID)
		}
	}
}

func (r *agencyReader) rule(at string, f *ruleFile) {
	out := policy.AgencyRule{
		ID: f.ID, Authority: f.Authority, Cite: f.Cite, Page: f.Guidance, Within: f.Near.Within,
		Message: r.text(f.Message), Why: r.text(f.Why), Unless: wordings(f.Unless),
		Level: r.level(at, f.Level), Flag: trimmed(f.Examples.Flag), Pass: trimmed(f.Examples.Pass),
	}
	var ok bool
	if out.Category, ok = verdict.ParseCategory(f.Category); !ok {
		r.failf(at, "category %q is not known: client-identifier, client-story, client-image, demeaning, boundary, employer-info or online-advice", f.Category)
	}
	kind := slices.Index(policy.AgencyKindNames, f.Kind)
	if kind < 0 {
		r.failf(at, "kind %q is not known: phrase, near, set or mask", f.Kind)
		kind = 0
	}
	out.Kind = policy.AgencyKind(kind)
	out.Lists = r.lists(at, out.Kind, f)
	r.out.Bundle.Rules = append(r.out.Bundle.Rules, out)
}

// lists takes the lists of the rule's kind and refuses those of another, which
// would stand there unread.
func (r *agencyReader) lists(at string, kind policy.AgencyKind, f *ruleFile) (out [][]string) {
	here := [...]bool{len(f.Phrases) > 0, len(f.Near.First)+len(f.Near.Second) > 0, len(f.Sets) > 0, len(f.Masks) > 0}
	keys := [...]string{"phrases", "near", "sets", "masks"}
	for i, there := range here {
		if there != (i == int(kind)) {
			r.failf(at, "kind: %s goes with %s: and with no other list", policy.AgencyKindNames[kind], keys[kind])
			return nil
		}
	}
	switch kind {
	case policy.PhraseList:
		return [][]string{wordings(f.Phrases)}
	case policy.NearPair:
		return [][]string{wordings(f.Near.First), wordings(f.Near.Second)}
	case policy.WordSets:
		for _, s := range f.Sets {
			out = append(out, wordings(s))
		}
		return out
	}
	return [][]string{trimmed(f.Masks)}
}

// wordings are the lines of a list as drafts are read, sorted, each once.
func wordings(list []string) (out []string) {
	for _, s := range list {
		out = append(out, loose(s))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func trimmed(list []string) (out []string) {
	for _, s := range list {
		out = append(out, strings.TrimSpace(s))
	}
	return out
}
