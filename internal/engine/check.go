package engine

import (
	"strconv"

	"secondlook/internal/combine"
	"secondlook/internal/identify"
	"secondlook/internal/model"
	"secondlook/internal/policy"
	"secondlook/internal/referent"
	"secondlook/internal/rules"
	"secondlook/internal/shield"
	"secondlook/internal/spanish"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// check is one draft, or one window of it, on its way through the steps.
type check struct {
	engine   *Engine
	ctx      Context
	budget   rules.Budget
	agency   rules.Budget // what the agency's rules may still spend
	doc      *text.Doc
	foreign  bool             // a language the engine does not read: identifiers alone
	spoken   *spanish.Draft   // its words as Spanish
	whole    bool             // the draft is in Spanish: word lists read it, and what was learnt of English is silent
	spanish  *spanish.Reading // what Spanish words of it tell; nil for none
	mentions []identify.Mention
	people   referent.Reading
	cases    []combine.Case
	input    rules.Input
	parts    []verdict.Counted
	found    []shield.Candidate
	lines    []verdict.Step
	read     *model.Reading // what the trained scorer says
}

// look begins a check of what text is read of a draft.
func (e *Engine) look(draft string, ctx Context, budget rules.Budget) check {
	doc := text.Read(draft)
	spoken := spanish.Look(doc)
	return check{engine: e, ctx: ctx, budget: budget, doc: doc, spoken: spoken, whole: spoken.Whole()}
}

// steps are the engine. Their order is the precedence: what a later step says
// rests on the earlier ones. After the last of them, over all that was read,
// come the labour shield, the findings and the level; see Engine.Check.
var steps = []step{
	{"identifiers", (*check).identifiers},
	{"referents", (*check).referents},
	{"cues", (*check).cues},
	{"records", (*check).records},
	{"rules", (*check).rules},
	{"combination", (*check).combination},
	{"model", (*check).scored},
	{"agency", (*check).agencyRules},
	{"attachments", (*check).attached},
}

type step struct {
	name string
	run  func(*check)
}

func (c *check) run() {
	for _, s := range steps {
		if !c.engine.without[s.name] {
			s.run(c)
		}
	}
}

func (c *check) identifiers() {
	c.mentions = identify.Find(c.doc)
	if c.engine.agency != nil {
		c.mentions = c.engine.agency.names.Add(c.doc, c.mentions)
	}
	if c.spoken == nil {
		return
	}
	if c.spanish = c.spoken.Read(c.mentions); c.spanish != nil {
		c.mentions = c.spanish.Mentions
	}
}

func (c *check) referents() {
	hint := referent.Hint{Setting: c.ctx.Setting}
	if c.engine.agency != nil {
		hint.Clients = c.engine.agency.clients
	}
	if c.whole {
		c.people = c.spanish.Join(referent.Reading{})
		return
	}
	c.people = c.engine.people.Read(c.doc, c.mentions, hint)
	if c.spanish != nil {
		c.people = c.spanish.Join(c.people)
	}
}

func (c *check) cues() {
	c.input = annotate(c.doc, c.mentions, c.people)
	c.engine.matcher.Cues(&c.input, &c.budget)
	c.explainReading()
}

func (c *check) rules() {
	if c.foreign {
		return
	}
	p := c.engine.matcher.Policy()
	for _, h := range c.engine.matcher.Find(&c.input, &c.budget) {
		r := &p.Rules[h.Rule]
		c.add(shield.Candidate{
			Tied: r.Tied,
			Finding: verdict.Finding{
				Rule: r.ID, Category: r.Category, Level: r.Level, Score: r.Score,
				Message: r.Message, Authority: r.Authority, Cite: r.Cite,
				Spans: []verdict.Span{{Span: c.doc.Cover(h.First, h.Last), Type: verdict.Phrase}},
			},
		})
	}
}

// combination speaks of each person served: by name, and by what is told.
func (c *check) combination() {
	if c.foreign {
		return
	}
	c.cases = combine.Cases(c.doc, c.mentions, c.people)
	if len(c.cases) == 0 && !c.whole {
		c.cases = combine.Strangers(c.doc, c.mentions, c.people, c.input.Cues, c.input.Draft)
	}
	for i := range c.cases {
		k := &c.cases[i]
		sure := k.Sure
		if !k.Stranger && !c.whole {
			sure = combine.Certainty(c.doc, k, c.people, c.input.Cues, c.input.Draft)
		}
		k.Sure = sure
		c.explain("combination", "certainty "+strconv.Itoa(sure)+" details "+strconv.Itoa(len(k.Parts)), k.Head)
		if k.Called {
			c.named(k, max(sure, plain))
		} else if sure >= combine.Naming(k) {
			c.named(k, sure)
		}
		if sure < combine.Hint {
			continue
		}
		c.add(c.story(k, sure))
		if sure >= combine.Alert && len(k.Parts) > len(c.parts) {
			c.parts = k.Parts
		}
	}
}

// named adds what names the person, and what reaches the person; record
// numbers have a step of their own.
func (c *check) named(k *combine.Case, sure int) {
	name := verdict.Finding{
		Rule: "identifier.name", Category: verdict.ClientIdentifier, Level: verdict.Hold, Score: sure,
		Message: "identifier_name", Authority: "ethics", Cite: "nasw_1_07",
	}
	contact := name
	contact.Rule, contact.Message = "identifier.contact", "identifier_contact"
	for _, m := range k.Names {
		span := verdict.Span{Span: c.mentions[m].Span, Type: c.mentions[m].Type}
		switch span.Type {
		case verdict.SSN, verdict.RecordID:
		case verdict.Person:
			name.Spans = append(name.Spans, span)
		default:
			contact.Spans = append(contact.Spans, span)
		}
	}
	for _, f := range []verdict.Finding{name, contact} {
		if len(f.Spans) > 0 {
			c.add(shield.Candidate{Finding: f, Tied: k.Called || tied(k), Doubt: !k.Called && (k.Stranger || k.Sure < settled)})
		}
	}
}

func (c *check) story(k *combine.Case, sure int) shield.Candidate {
	f := verdict.Finding{
		Category: verdict.ClientStory, Level: k.Level(), Score: sure, Authority: "ethics", Cite: "nasw_1_07",
	}
	if sure < combine.Alert {
		f.Level = verdict.Note
	}
	switch {
	case f.Level == verdict.Hold && k.Rare:
		f.Rule, f.Message = "story.rare", "story_rare"
	case f.Level == verdict.Hold:
		f.Rule, f.Message = "story.combination", "story_combination"
	case f.Level == verdict.Caution:
		f.Rule, f.Message = "story.detail", "story_detail"
	default:
		f.Rule, f.Message = "story.general", "story_general"
	}
	if c.whole && sure < settled && f.Rule == "story.combination" {
		f.Level, f.Rule, f.Message = verdict.Caution, "story.detail", "story_detail"
	}
	if c.input.Draft&policy.CueDeath != 0 && f.Level < verdict.Hold {
		f.Message = "story_death"
	}
	for _, m := range k.Details {
		f.Spans = append(f.Spans, verdict.Span{Span: c.mentions[m].Span, Type: c.mentions[m].Type})
	}
	if len(f.Spans) == 0 {
		f.Spans = []verdict.Span{{Span: c.clause(k.Head), Type: verdict.Phrase}}
	}
	return shield.Candidate{Finding: f, Tied: tied(k), Doubt: k.Stranger || k.Sure < settled}
}

// settled is the certainty from which a person served needs no second opinion.
const settled = 700

// tied reports whether a case is one particular client beyond doubt: on a
// labour topic a stranger of the story is most often a colleague or a boss.
func tied(k *combine.Case) bool { return !k.Stranger && k.Sure >= settled }

// longestClause is how many bytes are pointed at where no detail is.
const longestClause = 160

// clause returns the sentence around a span, cut to it where it is long.
func (c *check) clause(s text.Span) text.Span {
	sentence := c.doc.Sentences[c.doc.Tokens[c.doc.Token(s.Start)].Sentence]
	if sentence.End-sentence.Start <= longestClause {
		return sentence.Span
	}
	return s
}

// records are identifiers by their form alone, whoever is spoken of.
func (c *check) records() {
	for i := range c.mentions {
		m := &c.mentions[i]
		if !m.Direct || m.Sure < 700 {
			continue
		}
		f := verdict.Finding{
			Rule: "identifier.record", Category: verdict.ClientIdentifier, Level: verdict.Hold, Score: m.Sure,
			Message: "identifier_record", Authority: "law", Cite: "hipaa_164_514",
			Spans: []verdict.Span{{Span: m.Span, Type: m.Type}},
		}
		switch m.Type {
		case verdict.SSN, verdict.RecordID:
			c.add(shield.Candidate{Finding: f, Tied: true})
		}
	}
}

func (c *check) add(f shield.Candidate) { c.found = append(c.found, f) }
