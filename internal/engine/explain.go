package engine

import (
	"strconv"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// explain adds a line to the explanation, where one was asked for.
func (c *check) explain(step, line string, span text.Span) {
	if c.ctx.Explain {
		c.lines = append(c.lines, verdict.Step{Step: step, Text: line, Span: span})
	}
}

func (c *check) explainReading() {
	if !c.ctx.Explain {
		return
	}
	c.explain("view", c.doc.Loose.Text, text.Span{})
	for i := range c.mentions {
		m := &c.mentions[i]
		line := "#" + strconv.Itoa(i) + " " + m.Type.String()
		if m.Part != verdict.NoPart {
			line += " " + m.Part.String()
		}
		c.explain("identifiers", line+" "+m.Value+" "+strconv.Itoa(m.Sure), m.Span)
	}
	for _, line := range c.people.Explain(c.doc) {
		c.explain("referents", line, text.Span{})
	}
	for i, cues := range c.input.Cues {
		c.explain("cues", cueNames(cues), c.doc.Sentences[i].Span)
	}
}

func cueNames(c policy.Cue) string {
	var names []string
	for i, n := range policy.CueNames {
		if c&(1<<i) != 0 {
			names = append(names, n)
		}
	}
	return strings.Join(names, " ")
}
