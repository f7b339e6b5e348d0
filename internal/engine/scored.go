package engine

import (
	"slices"
	"strconv"

	"secondlook/internal/combine"
	"secondlook/internal/model"
	"secondlook/internal/policy"
	"secondlook/internal/shield"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// scored hears the trained scorer. What is in doubt falls where the draft is
// ordinary to it; where nothing else has spoken aloud, it may raise a draft to
// caution by itself, and to hold only by the details that can be shown.
func (c *check) scored() {
	if c.foreign || len(c.doc.Sentences) == 0 {
		return
	}
	best := model.Trained().Best(c.sample().Figures())
	c.explain("model", "alert "+strconv.Itoa(best.Scores[0])+" of "+strconv.Itoa(model.Threshold)+" "+best.Category().String(),
		c.doc.Sentences[best.Peak].Span)
	if best.Scores[0] < model.Ordinary {
		c.found = slices.DeleteFunc(c.found, func(f shield.Candidate) bool { return f.Doubt && f.Level.Alert() })
	}
	if best.Scores[0] < model.Threshold || c.alerted() {
		return
	}
	c.raise(best)
}

// raise adds what the scorer found in a window: the story, by its details where
// there are any, and what else it is.
func (c *check) raise(best model.Window) {
	category := best.Category()
	story := category == verdict.ClientStory || category == verdict.ClientIdentifier
	k := c.told(best)
	if k != nil && (story || best.Scores[1+int(verdict.ClientStory)] >= alsoStory) {
		if len(k.Names) > 0 {
			c.named(k, combine.Alert)
		}
		c.add(c.story(k, combine.Alert))
		c.parts = k.Parts
	}
	if story && k != nil {
		return
	}
	message := scoredMessages[category]
	if category == verdict.Crisis && c.spokenByAuthor(best.Peak) {
		message = "crisis_self"
	}
	c.add(shield.Candidate{Finding: verdict.Finding{
		Rule: "model." + category.String(), Category: category, Level: verdict.Caution,
		Score: scoreOf(best.Scores[0]), Message: message, Authority: "builtin", Cite: "builtin",
		Spans: []verdict.Span{{Span: c.short(best.Peak), Type: verdict.Phrase}},
	}})
}

// alsoStory is the score from which something else is a story too.
const alsoStory = -1000

// scoredMessages say what a category the scorer found may be about, in the
// words of the mildest rule of that category.
var scoredMessages = [verdict.Categories]string{
	verdict.ClientIdentifier: "story_detail",
	verdict.ClientStory:      "story_detail",
	verdict.ClientImage:      "image_work",
	verdict.Demeaning:        "demeaning_group",
	verdict.Boundary:         "boundary_contact",
	verdict.EmployerInfo:     "employer_matter",
	verdict.OnlineAdvice:     "advice_individual",
	verdict.Crisis:           "crisis_other",
}

// spokenByAuthor reports whether the author stands in a sentence as I or me.
func (c *check) spokenByAuthor(sentence int) bool {
	s := &c.doc.Sentences[sentence]
	return slices.ContainsFunc(c.input.Classes[s.First:s.Last], func(k policy.Class) bool { return k&policy.Author != 0 })
}

func (c *check) alerted() bool {
	for i := range c.found {
		if c.found[i].Level.Alert() {
			return true
		}
	}
	return false
}

// told returns the case with the most details among those spoken of in the
// window, if any has one.
func (c *check) told(w model.Window) *combine.Case {
	var most *combine.Case
	for i := range c.cases {
		k := &c.cases[i]
		s := c.doc.Tokens[c.doc.Token(k.Head.Start)].Sentence
		if s < w.First || s >= w.Last || len(k.Parts)+len(k.Names) == 0 {
			continue
		}
		if most == nil || len(k.Parts) > len(most.Parts) {
			most = k
		}
	}
	return most
}

// short returns the sentence, or what of it can be pointed at.
func (c *check) short(sentence int) text.Span {
	s := &c.doc.Sentences[sentence]
	last := s.First
	for last < s.Last && c.doc.Tokens[last].End-s.Start <= longestClause {
		last++
	}
	if last == s.Last || last == s.First {
		return s.Span
	}
	return c.doc.Cover(s.First, last)
}

// scoreOf maps a logit above the threshold to 500 to 1000.
func scoreOf(logit int) int { return min(500+(logit-model.Threshold)/10, 1000) }
