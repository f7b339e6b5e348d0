package engine

import (
	"strings"

	"secondlook/internal/identify"
	"secondlook/internal/policy"
	"secondlook/internal/referent"
	"secondlook/internal/rules"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// annotate tells the matcher, token by token, who and what was found, and
// sentence by sentence whether it speaks of a person served.
func annotate(doc *text.Doc, mentions []identify.Mention, people referent.Reading) rules.Input {
	n := len(doc.Tokens)
	in := rules.Input{
		Doc: doc, Classes: make([]policy.Class, n), Cues: make([]policy.Cue, len(doc.Sentences)),
		AfterPerson: make([]int32, n), AfterMention: make([]int32, n),
	}
	for i := range in.AfterPerson {
		in.AfterPerson[i], in.AfterMention[i] = int32(i+1), int32(i+1)
	}
	for i := range mentions {
		m := &mentions[i]
		in.Classes[m.First] |= mentionClass(m)
		in.AfterMention[m.First] = max(in.AfterMention[m.First], int32(m.Last))
	}
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if t.Kind == text.Number || coded(t) {
			in.Classes[i] |= policy.Num
		}
		switch t.Word {
		case "you", "your", "you're", "you've", "u", "ur", "yours":
			in.Classes[i] |= policy.You
		case "i", "i'm", "i've", "i'd", "me", "my", "i'll", "im":
			in.Classes[i] |= policy.Author
		}
	}
	for i := range people.People {
		person(&in, &people.People[i])
	}
	if people.Work >= atWork {
		in.Draft |= policy.CueWork
	}
	for s := range in.Cues {
		in.Draft |= in.Cues[s]
	}
	return in
}

// coded reports whether a word is letters and digits mixed: C2580Y.
func coded(t *text.Token) bool {
	return t.Kind == text.Word && len(t.Plain) >= 4 && strings.ContainsAny(t.Plain, "0123456789") && !t.Has(text.Disguised)
}

// atWork is the least Reading.Work at which a draft speaks from service work.
const atWork = 350

// sure is the least certainty at which a person served is one for the rules.
const sure = 500

func person(in *rules.Input, p *referent.Person) {
	class := personClass(p)
	for _, ref := range p.Refs {
		in.Classes[ref.First] |= class
		in.AfterPerson[ref.First] = max(in.AfterPerson[ref.First], int32(ref.Last))
		s := in.Doc.Tokens[ref.First].Sentence
		if class&policy.Clients != 0 {
			in.Cues[s] |= policy.CueClients
		}
		if class&policy.Client != 0 {
			in.Cues[s] |= policy.CueClient
		}
	}
}

func personClass(p *referent.Person) policy.Class {
	if p.Learnt {
		return policy.Someone // a rule speaks only of whom the draft's own words call so
	}
	switch p.Who {
	case referent.Served:
		switch {
		case p.Sure < sure:
			return policy.Someone
		case p.Number == referent.One:
			return policy.Client | policy.Clients
		default:
			return policy.Clients
		}
	case referent.Kin:
		return policy.Kin
	case referent.Colleague:
		return policy.Colleague
	case referent.Self:
		return policy.Author
	case referent.Public:
		return policy.Public
	}
	return policy.Someone
}

func mentionClass(m *identify.Mention) policy.Class {
	switch m.Type {
	case verdict.Person:
		return policy.Name
	case verdict.Phone, verdict.Email, verdict.Handle, verdict.Address:
		return policy.Contact
	case verdict.Age:
		return policy.Age
	case verdict.Date, verdict.Time:
		return policy.When
	case verdict.Location, verdict.Facility, verdict.Organization:
		return policy.Place
	case verdict.Diagnosis:
		return policy.Health
	case verdict.Family:
		return policy.KinWord
	case verdict.Demographic:
		return policy.Sex
	case verdict.Occupation:
		return policy.Occupation
	}
	return 0
}
