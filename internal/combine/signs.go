package combine

import (
	"secondlook/internal/policy"
	"secondlook/internal/referent"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// cueSigns are the signs that a cue gives: of the person's sentences, or, the
// last ones, of the draft.
var cueSigns = [...]struct {
	cue   policy.Cue
	sign  sign
	draft bool
}{
	{policy.CueEvent, event, false}, {policy.CueDeath, death, false}, {policy.CueGeneral, general, false},
	{policy.CueFiction, fiction, false}, {policy.CueOwn, own, false}, {policy.CueCommerce, commerce, false},
	{policy.CueQuestion, question, false}, {policy.CueAdvice, advice, false},
	{policy.CuePrevent, prevent, true}, {policy.CueHelping, helping, true}, {policy.CueWork, atWork, true},
}

// partSigns are the signs that a detail gives by its kind.
var partSigns = [verdict.Parts]sign{
	verdict.PartAge: age, verdict.PartHealth: health, verdict.PartPlace: place, verdict.PartFamily: family,
	verdict.PartTime: when, verdict.PartSex: sex, verdict.PartWork: trade,
}

// signs lists what is there, in thousandths.
func (c *Case) signs(doc *text.Doc, r referent.Reading, cues []policy.Cue, draft policy.Cue) (v [signs]int) {
	v[always] = 1000
	here := c.told(doc, r, cues, &v)
	v[work] = r.Work
	v[happened] = yes(c.Happened)
	v[alone] = yes(len(c.Parts) == 0)
	v[details] = 1000 * min(len(c.Parts), 3)
	v[rare] = yes(c.Rare)
	v[named] = yes(len(c.Names) > 0)
	for _, p := range c.Parts {
		if s := partSigns[p.Part]; s != always {
			v[s] = 1000
		}
	}
	for _, x := range cueSigns {
		if !x.draft && here&x.cue != 0 || x.draft && draft&x.cue != 0 {
			v[x.sign] = 1000
		}
	}
	for i := range r.People {
		switch r.People[i].Who {
		case referent.Kin:
			v[kin] = 1000
		case referent.Public:
			v[public] = 1000
		case referent.Colleague:
			v[colleague] = 1000
		}
	}
	return v
}

func yes(b bool) int {
	if b {
		return 1000
	}
	return 0
}

// told reads the words for the person and the sentences they stand in, and
// returns the cues of those.
func (c *Case) told(doc *text.Doc, r referent.Reading, cues []policy.Cue, v *[signs]int) (here policy.Cue) {
	v[unnamed] = 1000
	for _, p := range c.People {
		person := &r.People[p]
		v[reading] = max(v[reading], served(person))
		v[settled] = max(v[settled], yes(person.Who == referent.Served && person.Sure >= firm))
		for _, ref := range person.Refs {
			if !ref.Pronoun {
				v[unnamed] = 0
			}
			if w := doc.Tokens[ref.First].Word; (w == "one" || w == "another") && ref.Last > ref.First+2 {
				v[picked] = 1000
			}
			s := doc.Tokens[ref.First].Sentence
			here |= cues[s]
			for i := doc.Sentences[s].First; i < doc.Sentences[s].Last && v[contact] == 0; i++ {
				switch doc.Tokens[i].Word {
				case "me", "my", "i", "us", "we", "our", "i'm", "i've", "i'd", "we're", "we've", "ma", "im":
					v[contact] = 1000
				}
			}
		}
	}
	return here
}
