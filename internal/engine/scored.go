package engine

import (
	"slices"
	"strconv"
	"strings"

	"secondlook/internal/combine"
	"secondlook/internal/model"
	"secondlook/internal/policy"
	"secondlook/internal/shield"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// scored hears the trained scorer, which weighs all that the steps before it
// found. Its precedence, in order:
//
//  1. a record number and a word of wanting to die stand whatever the scorer says,
//     the words of other rules but for advice unless it is far from agreeing;
//  2. a case that was counted together falls where the draft is under the
//     threshold, advice and what is told or named of somebody plainly served only
//     well under it; the note on a case falls where the scorer hears no note;
//  3. a story held for its details is a caution where the scorer sees no hold;
//  4. over the threshold, and where nothing else speaks aloud, the scorer raises
//     the draft to caution by itself, with the words that weighed most;
//  5. to hold only by what can be shown: names, three details or a rare one, or
//     words that set off a category that holds.
func (c *check) scored() {
	if c.foreign || c.whole || len(c.doc.Sentences) == 0 {
		return
	}
	figures := c.sample().Figures()
	c.read = c.engine.scorer.Read(figures)
	if c.ctx.Explain {
		c.explainScores(figures)
	}
	alert := c.over(model.Alert)
	if labour := c.over(model.Labour); labour > 0 || labour > -maybe && alert < firmly {
		c.input.Draft |= policy.CueLabour
	}
	c.found = slices.DeleteFunc(c.found, func(f shield.Candidate) bool {
		return f.Level.Alert() && alert < bears(&f, c.input.Draft&policy.CueLabour != 0) || f.Rule == "story.general" && c.over(model.Speak) < 0
	})
	if alert > 0 {
		c.raise()
	}
	for i := range c.found {
		c.found[i].Tied = c.found[i].Tied || c.found[i].Category.Client() && alert > firmly
	}
	c.temper()
	c.hint()
}

// bears returns how far over its threshold the scorer must at least be for an
// alert of another step to stand: thousandths of a logit.
func bears(f *shield.Candidate, labour bool) int32 {
	switch {
	case f.Rule == "identifier.record", strings.HasPrefix(f.Rule, "crisis.self"), f.Rule == "crisis.close", f.Rule == "spanish.close", f.Rule == "identifier.name" && f.Score >= plain:
		return always
	case f.Rule == "identifier.name" && f.Tied && f.Score >= nearly:
		return -named
	case f.Category == verdict.OnlineAdvice:
		return -lean
	case strings.HasPrefix(f.Rule, "story.") && f.Tied && !labour:
		return -tiedLean
	case strings.HasPrefix(f.Rule, "story."), strings.HasPrefix(f.Rule, "identifier."):
		return 0
	}
	return -distrust
}

// What is counted together is wrong on ordinary posts more often than right as
// soon as the scorer is under its threshold; the words of rules are not.
const (
	plain    = 980 // the certainty of the name in "my client Sarah"
	nearly   = 800
	named    = 3000 // of the name of somebody plainly served
	tiedLean = 1000 // of a story whose person the words alone call served
	lean     = 1500
	distrust = 6000
	always   = -1 << 31
)

// On a labour topic the scorer is believed of a client only where it is firmly
// over its threshold; a draft that may be on one is taken to be, up to there.
const (
	firmly = 2000
	maybe  = 1000
)

// over is by how many thousandths of a logit an output is over its threshold.
func (c *check) over(output int) int32 { return c.read.Scores[output] - c.engine.scorer.At[output] }

// raise adds what the scorer found: the categories that are over their
// thresholds, or else the one that comes nearest to its own.
func (c *check) raise() {
	best, most := verdict.ClientStory, int32(-1<<30)
	var raised []verdict.Category
	for k := range verdict.Categories {
		z := c.over(model.OfCategory + int(k))
		if z > most && k != verdict.WorkVenting && k != verdict.ClientIdentifier {
			best, most = k, z
		}
		if z > 0 && k != verdict.WorkVenting && k != verdict.ClientIdentifier && (k != verdict.Crisis || c.speaksOfDanger()) {
			raised = append(raised, k)
		}
	}
	if len(raised) == 0 {
		if c.alerted() {
			return
		}
		raised = append(raised, best)
	}
	for _, k := range raised {
		if c.speaksOf(k) {
			continue
		}
		if k == verdict.ClientStory {
			c.tell()
			continue
		}
		c.add(shield.Candidate{Finding: c.setOff(k)})
	}
}

// speaksOfDanger reports whether words set the crisis off: in a draft longer than
// those that were learnt from, the sum over all of it may, of nobody's danger.
func (c *check) speaksOfDanger() bool {
	first, last := c.words(model.SetsOff + int(verdict.Crisis))
	return last > first || len(c.doc.Sentences) <= learntLength
}

// learntLength is how many sentences few posts that were learnt from exceed.
const learntLength = 8

// tell raises the story: of the case with the most details, or of the words
// that speak of the person.
func (c *check) tell() {
	if k := c.told(c.read.Linear.Best); k != nil {
		if len(k.Names) > 0 {
			c.named(k, combine.Alert)
		}
		f := c.story(k, combine.Alert)
		f.Doubt = false
		c.add(f)
		c.parts = k.Parts
		return
	}
	f := c.setOff(verdict.ClientStory)
	f.Rule, f.Message = "story.detail", "story_detail"
	if details := c.tagged(); len(details) > 0 {
		f.Spans = details
	}
	c.add(shield.Candidate{Finding: f})
}

// tagged are the details of a person served that the tagger sees.
func (c *check) tagged() (out []verdict.Span) {
	for i := 0; i < len(c.read.Told); i++ {
		tag, first := c.read.Told[i].Tag, i
		if int(tag) >= model.SetsOff || c.read.Told[i].Lead <= 0 {
			continue
		}
		for i+1 < len(c.read.Told) && c.read.Told[i+1].Tag == tag && c.read.Told[i+1].Lead > 0 &&
			c.doc.Tokens[i+1].Sentence == c.doc.Tokens[first].Sentence {
			i++
		}
		out = append(out, verdict.Span{Span: c.doc.Cover(first, i+1), Type: verdict.SpanType(tag)})
	}
	return out
}

// hint adds the notes that the scorer sees where nothing else was found: a story
// that tells nothing of anybody, and venting.
func (c *check) hint() {
	if len(c.found) > 0 || c.over(model.Speak) <= hintOver || c.input.Draft&policy.CueLabour != 0 {
		return
	}
	for _, k := range []verdict.Category{verdict.WorkVenting, verdict.ClientStory} {
		if c.over(model.OfCategory+int(k)) > 0 {
			f := c.setOff(k)
			f.Level = verdict.Note
			c.add(shield.Candidate{Finding: f})
			return
		}
	}
}

// hintOver is how far over its threshold the scorer is that speaks at all.
const hintOver = 300

// setOff is a finding of the scorer's own: the words that its tagger takes to
// set off the category, or the sentence that weighs most.
func (c *check) setOff(k verdict.Category) verdict.Finding {
	f := verdict.Finding{
		Rule: "model." + k.String(), Category: k, Level: verdict.Caution,
		Score: scoreOf(c.over(model.Alert)), Message: scoredMessages[k], Authority: "builtin", Cite: "builtin",
	}
	at := c.doc.Sentences[c.read.Linear.Best.Peak]
	if first, last := c.words(model.SetsOff + int(k)); last > first {
		f.Spans = []verdict.Span{{Span: c.doc.Cover(first, last), Type: verdict.Phrase}}
		at = c.doc.Sentences[c.doc.Tokens[first].Sentence]
	} else {
		f.Spans = []verdict.Span{{Span: c.short(c.read.Linear.Best.Peak), Type: verdict.Phrase}}
	}
	if k == verdict.Crisis && c.spokenByAuthor(&at) {
		f.Message = "crisis_self"
	}
	return f
}

// words returns the run of tokens, in one sentence, that the tagger is surest
// is of a tag: empty where none leads.
func (c *check) words(tag int) (first, last int) {
	best, sum := int32(0), int32(0)
	start := 0
	for i := range c.read.Told {
		t := &c.read.Told[i]
		if int(t.Tag) != tag || t.Lead < 0 || i > 0 && c.doc.Tokens[i].Sentence != c.doc.Tokens[i-1].Sentence {
			sum, start = 0, i
		}
		if int(t.Tag) == tag && t.Lead >= 0 {
			if sum == 0 {
				start = i
			}
			if sum += 1 + t.Lead; sum > best {
				best, first, last = sum, start, i+1
			}
		}
	}
	return first, last
}

// temper lowers a story that is held for its details alone where the scorer
// sees no hold, and raises to hold what it does see held and can be shown.
func (c *check) temper() {
	hold := c.over(model.Hold)
	for i := range c.found {
		f := &c.found[i]
		if f.Rule == "story.combination" && hold < -slack {
			f.Level, f.Rule, f.Message = verdict.Caution, "story.detail", "story_detail"
		}
	}
	if hold <= 0 || c.level() != verdict.Caution {
		return
	}
	for i := range c.found {
		f := &c.found[i]
		if f.Level != verdict.Caution || !mayHold(f.Category) {
			continue
		}
		if f.Category == verdict.ClientStory && len(f.Spans) < 2 && hold < slack {
			continue
		}
		f.Level = verdict.Hold
		if f.Rule == "story.detail" {
			f.Rule, f.Message = "story.combination", "story_combination"
		}
		return
	}
}

// slack is how far on either side of its threshold a hold is not sure.
const slack = 500

// mayHold: crisis, advice and venting are never held.
func mayHold(k verdict.Category) bool {
	return k != verdict.Crisis && k != verdict.OnlineAdvice && k != verdict.WorkVenting
}

// scoredMessages say what a category the scorer found may be about, in the
// words of the mildest rule of that category.
var scoredMessages = [verdict.Categories]string{
	verdict.ClientIdentifier: "story_detail",
	verdict.ClientStory:      "story_general",
	verdict.ClientImage:      "image_work",
	verdict.Demeaning:        "demeaning_group",
	verdict.Boundary:         "boundary_contact",
	verdict.WorkVenting:      "venting_named",
	verdict.EmployerInfo:     "employer_matter",
	verdict.OnlineAdvice:     "advice_individual",
	verdict.Crisis:           "crisis_other",
}

// spokenByAuthor reports whether the author stands in a sentence as I or me.
func (c *check) spokenByAuthor(s *text.Sentence) bool {
	return slices.ContainsFunc(c.input.Classes[s.First:s.Last], func(k policy.Class) bool { return k&policy.Author != 0 })
}

func (c *check) alerted() bool { return c.level().Alert() }

// level is the highest of what was found so far.
func (c *check) level() (l verdict.Level) {
	for i := range c.found {
		l = max(l, c.found[i].Level)
	}
	return l
}

// speaksOf reports whether a category is already spoken of aloud, or a rule has
// judged it a note: a picture with consent.
func (c *check) speaksOf(k verdict.Category) bool {
	return slices.ContainsFunc(c.found, func(f shield.Candidate) bool {
		return f.Category == k && (f.Level.Alert() || k != verdict.ClientStory && k != verdict.Crisis)
	})
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

// scoreOf maps how far over the threshold the scorer is to 500 to 1000.
func scoreOf(over int32) int { return min(500+int(max(over, 0))/10, 1000) }

func (c *check) explainScores(figures *model.Figures) {
	peak := c.doc.Sentences[c.read.Linear.Best.Peak].Span
	line := "alert " + strconv.Itoa(int(c.read.Scores[model.Alert])) + " of " + strconv.Itoa(int(c.engine.scorer.At[model.Alert])) +
		", hold " + strconv.Itoa(int(c.read.Scores[model.Hold])) + " of " + strconv.Itoa(int(c.engine.scorer.At[model.Hold]))
	for k := range verdict.Categories {
		if o := model.OfCategory + int(k); c.over(o) > 0 {
			line += ", " + k.String() + " " + strconv.Itoa(int(c.read.Scores[o])) + " of " + strconv.Itoa(int(c.engine.scorer.At[o]))
		}
	}
	c.explain("model", line, peak)
	c.explainWords(figures)
}

// mostWords is how many words an explanation names.
const mostWords = 5

// explainWords names the words of the sentence that weighs most, the heaviest
// first, and the words that the tagger takes for a detail or a category.
func (c *check) explainWords(f *model.Figures) {
	s := &f.Sentences[c.read.Linear.Best.Peak]
	weights := c.engine.scorer.Linear.Weigh(f, s)
	order := make([]int, len(weights))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(weights[b] - weights[a]) })
	for _, i := range order[:min(len(order), mostWords)] {
		if weights[i] > 0 {
			t := &c.doc.Tokens[s.First+i]
			c.explain("model", "weighs "+strconv.Itoa(int(weights[i]))+" "+t.Word, t.Span)
		}
	}
	for i, t := range c.read.Told {
		if t.Lead > 0 {
			c.explain("model", "tagged "+tagName(t.Tag)+" by "+strconv.Itoa(int(t.Lead)), c.doc.Tokens[i].Span)
		}
	}
}

func tagName(tag uint8) string {
	if int(tag) < model.SetsOff {
		return verdict.SpanType(tag).String()
	}
	return verdict.Category(int(tag) - model.SetsOff).String()
}
