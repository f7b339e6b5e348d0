package rewrite

import "strings"

// The small words by which a sentence hangs together, apart by a space. They
// decide what may be left out; a word that is missing costs an edit, or one
// that reads less well, never a detail that stays unseen.
const (
	determiners = "a an the this that another one some my our your his her their its these those"
	possessive  = "my our your his her their its whose"
	be          = "is was are were be been being 's am 're isn't wasn't"
	conjunction = "and but or so because then & yet while when since if that who which"

	pronouns = "i you he him she it we us they them me"

	function = determiners + " " + be + " " + conjunction +
		" i me you he him she it we us they them in on at by of to from for with without into onto over under about after before until till" +
		" near around through during off out up down not no only just also very too as than again still already ever never" +
		" where what how why there here now today tonight tomorrow have has had do does did will would can could should may might must" +
		" don't doesn't didn't can't won't i'm i've it's she's he's they're we're"

	// verbs that often follow whom or what is spoken of
	verbs = "is was are were has had have does did do will would can could should may might must said says say told tells asked asks came comes" +
		" come went goes go got gets get ran runs run left leaves cried cries called calls took takes made makes gave gives lost loses found finds" +
		" died dies passed moved moves lives lived wants wanted needs needed loves loved likes liked looked looks sat sits stood spoke told" +
		" hit kept keeps knew knows met saw sees felt feels slept broke brought bit ate wrote woke threw began finally just never always still" +
		" ended turned turns started starts stopped showed shows walked walks tried tries missed misses spent spends asked hugged smiled" +
		" isn't wasn't doesn't didn't hasn't hadn't won't can't couldn't wouldn't don't aren't weren't haven't overdosed coded relapsed"

	// nouns for one person, which a name or an age may stand beside
	persons = "client patient resident kid child boy girl baby toddler infant newborn teen teenager student mom mum mother dad father brother sister" +
		" son daughter grandma grandmother grandpa grandfather uncle aunt cousin wife husband partner boyfriend girlfriend guest member guy man woman" +
		" lady gentleman inmate neighbor neighbour youth veteran tenant consumer participant friend roommate person individual survivor victim adult" +
		" fella lad lass pupil kiddo parent caregiver senior elder preemie twin sibling immigrant refugee soldier male female ones one" +
		" clients patients residents kids children boys girls babies teens teenagers students twins siblings moms mothers guests members men women people family" +
		" clienta clientas cliente paciente usuaria usuario alumna alumno residente" // in drafts that mix two languages
)

// pick is what a list of pairs, word=other, has for w; "" where it has nothing.
func pick(pairs, w string) string {
	for rest := pairs; rest != ""; {
		pair, more, _ := strings.Cut(rest, " ")
		if word, other, _ := strings.Cut(pair, "="); word == w {
			return other
		}
		rest = more
	}
	return ""
}

// noun reports whether token i is a word for one person or a few.
//
//go:noinline
func (r *reader) noun(i int) bool { return r.is(i, persons) }

// describes reports whether what stands before token i describes a person whom
// a noun within the next words names: "14 year old | autistic boy".
//
//go:noinline
func (r *reader) describes(i int) bool {
	for j := i; j < i+4; j++ {
		if r.noun(j) {
			return true
		}
		if r.over(j) || r.comma(j) && j == i || r.is(j, function) || r.is(j, verbs) || r.owned(j) {
			return false
		}
	}
	return false
}
