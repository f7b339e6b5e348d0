package model

import (
	"math/bits"

	"secondlook/internal/verdict"
)

// Levels are what the earlier steps say of the whole draft, in numbers.
const (
	LevelWork      = iota // how much it speaks from service work, 0 to 1000
	LevelSure             // certainty of the surest case
	LevelParts            // how many details the fullest case has
	LevelNames            // how many names
	LevelRare             // a rare detail
	LevelStranger         // the surest case is a stranger's
	LevelServedOne        // how sure a single person served is
	LevelServedMany
	LevelKin
	LevelColleague
	LevelPublic
	LevelSelf
	LevelUnknown
	LevelMet
	LevelRule // the highest level of a rule that spoke, for each category
	Levels    = LevelRule + int(verdict.Categories)
)

// Inputs are the numbers that the trees ask about.
const (
	inDraft  = 0
	inBest   = inDraft + Heads
	inMost   = inBest + Heads
	inLead   = inMost + Heads    // of each tag, the furthest lead
	inTagged = inLead + Tags     // of each tag, how many runs of tokens lead
	inSeen   = inTagged + Tags   // of each person, the furthest lead
	inPeople = inSeen + People   // of each person, how many runs
	inKinds  = inPeople + People // how many kinds of detail lead by none, by half a logit less, by one more
	inLevels = inKinds + 3
	inCues   = inLevels + Levels
	inFields = inCues + 20 // how many runs of each field
	Inputs   = inFields + MaxFields
)

// PartOf is what a span type counts as in a combination, roughly: what identify
// found on the same words knows better.
var PartOf = [verdict.SpanTypes]verdict.Part{
	verdict.Age: verdict.PartAge, verdict.Date: verdict.PartTime, verdict.Time: verdict.PartTime,
	verdict.Location: verdict.PartPlace, verdict.Facility: verdict.PartPlace, verdict.Organization: verdict.PartPlace,
	verdict.Diagnosis: verdict.PartHealth, verdict.Demographic: verdict.PartSex, verdict.Family: verdict.PartFamily,
	verdict.Occupation: verdict.PartWork, verdict.Event: verdict.PartEvent,
}

func small(n int32) int16 { return int16(min(max(n, -30000), 30000)) }

// InputsOf puts together what the trees ask about.
func InputsOf(f *Figures, l *LinearReading, told []Told) *[Inputs]int16 {
	in := new([Inputs]int16)
	for h := range Heads {
		in[inDraft+h], in[inBest+h], in[inMost+h] = small(l.Draft.Scores[h]), small(l.Best.Scores[h]), small(l.Most[h])
	}
	for k := range Tags {
		in[inLead+k] = -9000
	}
	for k := range People {
		in[inSeen+k] = -9000
	}
	bounds := [3]int32{0, -700, 1000}
	var kinds [3]uint32
	tag, who := uint8(NoTag), uint8(Nobody)
	for i := range told {
		t := &told[i]
		in[inLead+int(t.Tag)] = max(in[inLead+int(t.Tag)], small(t.Lead))
		in[inSeen+int(t.Who)] = max(in[inSeen+int(t.Who)], small(t.Seen))
		now := uint8(NoTag)
		if t.Lead > 0 {
			now = t.Tag
		}
		if now != tag && now != NoTag {
			in[inTagged+int(now)]++
		}
		tag = now
		now = Nobody
		if t.Seen > 0 {
			now = t.Who
		}
		if now != who && now != Nobody {
			in[inPeople+int(now)]++
		}
		who = now
		if int(t.Tag) < SetsOff && PartOf[t.Tag] != verdict.NoPart {
			for b, bound := range bounds {
				if t.Lead > bound {
					kinds[b] |= 1 << PartOf[t.Tag]
				}
			}
		}
	}
	for b, k := range kinds {
		for ; k != 0; k &= k - 1 {
			in[inKinds+b]++
		}
	}
	for k, v := range f.Levels {
		in[inLevels+k] = small(v)
	}
	for i := range f.Sentences {
		for b := range 20 {
			if f.Sentences[i].Cues&(1<<b) != 0 {
				in[inCues+b]++
			}
		}
	}
	was := uint64(0)
	for i := range f.Tokens {
		for now := f.Tokens[i].Fields &^ was; now != 0; now &= now - 1 {
			in[inFields+bits.TrailingZeros64(now)]++
		}
		was = f.Tokens[i].Fields
	}
	return in
}
