package identify

// class is a list of words. The names in the lists' headers are classNames.
type class uint8

const (
	diagnosisClass class = iota
	hurtClass
	ailmentClass
	bodyClass
	notIllClass
	sexClass
	sexManyClass
	ethnicClass
	colourClass
	speakingClass
	beingClass
	noPartClass
	ageClass
	ageManyClass
	agePairClass
	gradeClass
	schoolYearClass
	kinClass
	shapeClass
	childrenClass
	familyWordClass
	ownerClass
	myClass
	notableClass
	tieClass
	weekdayClass
	weekdayShortClass
	weekdaysClass
	monthClass
	monthLikeClass
	holidayClass
	momentClass
	clockWordClass
	lastClass
	everyClass
	ampmClass
	halfClass
	numberClass
	decadeClass
	digitClass
	ordinalClass
	unitClass
	yearUnitClass
	monthUnitClass
	oldClass
	townClass
	stateClass
	stateCodeClass
	countryClass
	hereClass
	fromClass
	movedClass
	streetClass
	streetSureClass
	compassClass
	onRoadClass
	dwellingClass
	noPlaceClass
	headClass
	headSureClass
	headRunClass
	numberedClass
	numberedRoomClass
	floorWardClass
	wingNameClass
	genericClass
	saintClass
	organizationClass
	orgHeadClass
	ownClass
	occupationClass
	professionClass
	tradeClass
	doesClass
	ownJobClass
	rareClass
	eventClass
	onlyClass
	oneNounClass
	recordClass
	plateClass
	mrnWordClass
	ssnWordClass
	lastFourClass
	phoneWordClass
	hotlineClass
	handleWordClass
	caseTypeClass
	ageWordClass
	locusClass
	articleClass
	numeralClass // no list: a token that begins with a digit
	capitalClass // no list: a token with a capital
	unknownClass // no list: a word of no list
	classes
)

var classNames = [classes]string{
	"diagnosis", "hurt", "ailment", "body", "notill", "sex", "sexmany", "ethnic", "colour",
	"speaking", "being", "nopart", "age", "agemany", "agepair", "grade", "schoolyear", "kin",
	"shape", "children", "familyword", "owner", "my", "notable", "tie", "weekday",
	"weekdayshort", "weekdays", "month", "monthlike", "holiday", "moment", "clockword", "last",
	"every", "ampm", "half", "number", "decade", "digit", "ordinal", "unit", "yearunit",
	"monthunit", "old", "town", "state", "statecode", "country", "here", "from", "moved",
	"street", "streetsure", "compass", "onroad", "dwelling", "noplace", "head", "headsure",
	"headrun", "numbered", "numberedroom", "floorward", "wingname", "generic", "saint",
	"organization", "orghead", "own", "occupation", "profession", "trade", "does", "ownjob",
	"rare", "event", "only", "onenoun", "record", "plate", "mrnword", "ssnword", "lastfour",
	"phoneword", "hotline", "handleword", "casetype", "ageword", "locus", "article",
	"numeral", "capital", "unknown",
}

func classNamed(name string) class {
	for i, n := range classNames {
		if n == name {
			return class(i)
		}
	}
	panic("identify: no list of words has the name " + name)
}

// set is a set of classes.
type set [2]uint64

func (s *set) add(c class)       { s[c>>6] |= 1 << (c & 63) }
func (s *set) has(c class) bool  { return s[c>>6]&(1<<(c&63)) != 0 }
func (s *set) meets(o *set) bool { return s[0]&o[0]|s[1]&o[1] != 0 }

func setOf(list ...class) *set {
	s := new(set)
	for _, c := range list {
		s.add(c)
	}
	return s
}

// wake is a set of detectors: those whose finds may begin with a token. They
// pass over all others.
type wake uint16

const (
	recordWake wake = 1 << iota
	addressWake
	ageWake
	dateWake
	timeWake
	facilityWake
	locationWake
	organizationWake
	diagnosisWake
	demographicWake
	familyWake
	occupationWake
	eventWake
)

// starts are the classes that the finds of each detector begin with, in the
// order of the wakes.
var starts = [...]*set{
	setOf(recordClass, caseTypeClass, numeralClass, capitalClass),
	setOf(dwellingClass, numeralClass, capitalClass, locusClass),
	setOf(ageClass, ageManyClass, agePairClass, ageWordClass, numberClass, ordinalClass, decadeClass, schoolYearClass, numeralClass),
	setOf(holidayClass, monthClass, monthLikeClass, weekdayClass, weekdayShortClass, weekdaysClass, ordinalClass, lastClass, numeralClass),
	setOf(momentClass, halfClass, numberClass, numeralClass),
	setOf(saintClass, numberedClass, numberedRoomClass, ordinalClass, wingNameClass, genericClass, numeralClass, capitalClass),
	setOf(townClass, stateClass, countryClass, hereClass, locusClass, ordinalClass, numeralClass, capitalClass),
	setOf(organizationClass, capitalClass),
	setOf(diagnosisClass, hurtClass, ailmentClass, bodyClass, numberClass, numeralClass, unknownClass),
	setOf(sexClass, sexManyClass, ethnicClass, noPartClass, colourClass),
	setOf(notableClass, kinClass, shapeClass, ownerClass, familyWordClass, articleClass, numberClass, numeralClass),
	setOf(tradeClass, occupationClass, professionClass, doesClass),
	setOf(rareClass, eventClass, onlyClass),
}

// wakes gives the detectors that a token of these classes wakes.
func (s *set) wakes() wake {
	var w wake
	for i, classes := range starts {
		if s.meets(classes) {
			w |= 1 << i
		}
	}
	return w
}

// What a token wakes by its form.
var (
	numeralWakes = setOf(numeralClass).wakes()
	capitalWakes = setOf(capitalClass).wakes()
)
