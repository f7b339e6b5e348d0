package engine

import (
	"slices"
	"strconv"

	"secondlook/internal/model"
	"secondlook/internal/referent"
	"secondlook/internal/rules"
	"secondlook/internal/text"
)

// Sample reads a draft as the scorer does, for the trainer.
func (e *Engine) Sample(draft string) *model.Input {
	c := check{engine: e, ctx: Context{Edit: -1}, budget: rules.Budget(stepBudget), doc: text.Read(draft)}
	for _, s := range steps {
		if s.name != "model" {
			s.run(&c)
		}
	}
	return c.sample()
}

// sample turns what the steps found into the scorer's input.
func (c *check) sample() *model.Input {
	in := &model.Input{Doc: c.doc, Stand: make([]string, len(c.doc.Tokens)), Draft: uint32(c.input.Draft), Facts: c.facts()}
	for _, cues := range c.input.Cues {
		in.Cues = append(in.Cues, uint32(cues))
	}
	for i := range c.people.People {
		p := &c.people.People[i]
		for _, ref := range p.Refs {
			if ref.Pronoun && ref.Last == ref.First+1 && p.Who != referent.Self {
				in.Stand[ref.First] = "@" + p.Who.String()
			}
		}
	}
	for i := range c.mentions {
		m := &c.mentions[i]
		if m.Sure < mentionSure {
			continue
		}
		for t := m.First; t < m.Last; t++ {
			in.Stand[t] = model.Skip
		}
		in.Stand[m.First] = "#" + m.Type.String()
	}
	return in
}

// mentionSure is the least certainty at which a mention stands for its words.
const mentionSure = 450

// facts are what the whole draft is about, each once.
func (c *check) facts() []string {
	out := []string{"work" + strconv.Itoa(min(c.people.Work/150, 5))}
	add := func(kind, what string) {
		if f := kind + what; !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	for i := range c.people.People {
		p := &c.people.People[i]
		add(p.Who.String(), p.Number.String())
		if p.Encounter {
			add("met", p.Who.String())
		}
	}
	for i := range c.mentions {
		if c.mentions[i].Sure >= mentionSure {
			add("type", c.mentions[i].Type.String())
		}
	}
	sure, parts := 0, 0
	for i := range c.cases {
		k := &c.cases[i]
		sure, parts = max(sure, k.Sure), max(parts, len(k.Parts))
		for _, p := range k.Parts {
			add("part", p.Part.String())
		}
	}
	add("sure", strconv.Itoa(sure/100))
	add("parts", strconv.Itoa(min(parts, 4)))
	for i := range c.found {
		add("rule", c.found[i].Rule)
	}
	return out
}
