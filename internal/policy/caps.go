package policy

import (
	"strings"

	"secondlook/internal/verdict"
)

// Change says how far an agency may move a built-in rule.
type Change struct {
	Rule     string
	BuiltIn  verdict.Level
	Low, Top verdict.Level
}

// builtSteps are the rules that are steps of the engine, not data.
var builtSteps = []Change{
	{Rule: "identifier.name", BuiltIn: verdict.Hold},
	{Rule: "identifier.contact", BuiltIn: verdict.Hold},
	{Rule: "identifier.record", BuiltIn: verdict.Hold},
	{Rule: "story.rare", BuiltIn: verdict.Hold},
	{Rule: "story.combination", BuiltIn: verdict.Hold},
	{Rule: "story.detail", BuiltIn: verdict.Caution},
	{Rule: "story.general", BuiltIn: verdict.Note},
}

// Changes lists the built-in rules whose level an agency may change, with the
// caps. A rule that holds, support in a crisis and individual advice stay as they
// are; any other moves by one step, never to clear; venting stays a note.
func Changes(p *Policy) []Change {
	var out []Change
	for _, s := range builtSteps {
		category := verdict.ClientStory
		if strings.HasPrefix(s.Rule, "identifier.") {
			category = verdict.ClientIdentifier
		}
		out = appendChange(out, s.Rule, category, s.BuiltIn)
	}
	for i := range p.Rules {
		if r := &p.Rules[i]; r.Kind == PhraseRule {
			out = appendChange(out, r.ID, r.Category, r.Level)
		}
	}
	return out
}

func appendChange(out []Change, rule string, category verdict.Category, built verdict.Level) []Change {
	if built == verdict.Hold {
		return out
	}
	c := Change{Rule: rule, BuiltIn: built, Low: max(built-1, verdict.Note), Top: built + 1}
	switch category {
	case verdict.Crisis, verdict.OnlineAdvice, verdict.WorkVenting:
		return out
	case verdict.EmployerInfo:
		c.Top = min(c.Top, verdict.Caution)
	}
	if c.Low == c.Top {
		return out
	}
	return append(out, c)
}
