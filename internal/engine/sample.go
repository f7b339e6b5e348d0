package engine

import (
	"slices"
	"strconv"
	"strings"

	"secondlook/internal/model"
	"secondlook/internal/referent"
)

// Sample reads a draft as the scorer does, for the trainer. The scorer learns from
// English and is not asked about Spanish drafts: their reading stays out of it.
func (e *Engine) Sample(draft string) *model.Input {
	c := e.look(draft, Context{Edit: -1}, stepBudget)
	c.spoken, c.whole = nil, false
	for _, s := range steps {
		if s.name != "model" {
			s.run(&c)
		}
	}
	return c.sample()
}

// sample turns what the steps found into the scorer's input.
func (c *check) sample() *model.Input {
	n := len(c.doc.Tokens)
	in := &model.Input{
		Doc: c.doc, Stand: make([]string, n), Who: make([]uint8, n),
		Draft: uint32(c.input.Draft), Facts: c.facts(), Levels: c.levels(),
	}
	for _, cues := range c.input.Cues {
		in.Cues = append(in.Cues, uint32(cues))
	}
	for i := range c.people.People {
		p := &c.people.People[i]
		for _, ref := range p.Refs {
			for k := ref.First; k < ref.Last; k++ {
				in.Who[k] = model.WhoOf(uint8(p.Who), uint8(p.Number))
			}
			if ref.Pronoun && ref.Last == ref.First+1 && p.Who != referent.Self {
				in.Stand[ref.First] = "@" + p.Who.String()
			}
		}
	}
	for i := range c.mentions {
		m := &c.mentions[i]
		said := model.Mention{First: m.First, Last: m.Last, Type: uint8(m.Type), Sure: m.Sure >= mentionSure}
		if p := c.people.Owner[i]; p >= 0 {
			said.Whose = model.WhoOf(uint8(c.people.People[p].Who), uint8(c.people.People[p].Number))
		}
		in.Mentions = append(in.Mentions, said)
		if !said.Sure {
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

// levels are what the steps say of the whole draft, in numbers.
func (c *check) levels() (v [model.Levels]int32) {
	atLeast := func(k, n int) { v[k] = max(v[k], int32(n)) }
	atLeast(model.LevelWork, c.people.Work)
	for i := range c.people.People {
		p := &c.people.People[i]
		switch {
		case p.Who == referent.Served && p.Number == referent.One:
			atLeast(model.LevelServedOne, p.Sure)
		case p.Who == referent.Served:
			atLeast(model.LevelServedMany, p.Sure)
		case p.Who == referent.Kin:
			atLeast(model.LevelKin, p.Sure)
		case p.Who == referent.Colleague:
			atLeast(model.LevelColleague, p.Sure)
		case p.Who == referent.Public:
			atLeast(model.LevelPublic, p.Sure)
		case p.Who == referent.Self:
			atLeast(model.LevelSelf, p.Sure)
		default:
			atLeast(model.LevelUnknown, p.Sure)
		}
		if p.Encounter {
			v[model.LevelMet] = 1
		}
	}
	for i := range c.cases {
		k := &c.cases[i]
		if int32(k.Sure) > v[model.LevelSure] {
			v[model.LevelStranger] = 0
			if k.Stranger {
				v[model.LevelStranger] = 1
			}
		}
		atLeast(model.LevelSure, k.Sure)
		atLeast(model.LevelParts, len(k.Parts))
		atLeast(model.LevelNames, len(k.Names))
		if k.Rare {
			v[model.LevelRare] = 1
		}
	}
	for i := range c.found {
		f := &c.found[i]
		if strings.HasPrefix(f.Rule, "story.") || strings.HasPrefix(f.Rule, "identifier.") {
			continue // its numbers are those above
		}
		atLeast(model.LevelRule+int(f.Category), int(f.Level)+1)
	}
	return v
}

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
		add("rule", learntAs(c.found[i].Rule))
	}
	return out
}

// learntAs is the rule under whose name the scorer learnt what a rule says: one
// that was split since tells it what it told as one.
func learntAs(rule string) string {
	if rule == "crisis.self-or-other" {
		return "crisis.self"
	}
	return rule
}
