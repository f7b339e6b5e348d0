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
	"phoneword", "hotline", "handleword", "casetype",
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

func (s *set) add(c class)      { s[c>>6] |= 1 << (c & 63) }
func (s *set) has(c class) bool { return s[c>>6]&(1<<(c&63)) != 0 }
