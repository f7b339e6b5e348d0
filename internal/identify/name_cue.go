package identify

// cue is what a word says about a name beside it.
type cue uint8

const (
	noCue       cue = iota
	cuePolite       // Mr: before a surname, part of the mention
	cueRank         // Judge, Officer: before a name, no part of it
	cueNaming       // named, called
	cueServed       // client, patient: "client K", "my client marisol"
	cueKin          // Aunt, Grandma
	cueLittle       // Lil, Big, Baby: first half of a nickname
	cueParticle     // de, van, al
	cuePlace        // Street, Hospital: the name before it is a place's
	cueSickness     // disease, syndrome: the name before it is a doctor's
	cueLaw          // Act, Law, Principle, Alert
	cueSuffix       // Jr, III
)

// cueOf tells what a lower-case word says about its neighbours.
func cueOf(word string) cue {
	switch word {
	case "mr", "mrs", "ms", "miss", "mx", "dr", "mister", "missus", "madam", "sir", "señor", "señora", "sr", "sra":
		return cuePolite
	case "judge", "officer", "nurse", "chief", "coach", "doctor", "professor", "prof", "principal", "deputy",
		"sheriff", "sergeant", "sgt", "lieutenant", "lt", "captain", "capt", "detective", "det", "constable",
		"pastor", "reverend", "rev", "rabbi", "imam", "father", "fr", "brother", "sister", "deacon", "bishop",
		"justice", "magistrate", "attorney", "counselor", "senator", "sen", "rep", "representative",
		"congressman", "congresswoman", "governor", "gov", "mayor", "president", "director", "superintendent",
		"supervisor", "manager", "trooper", "inspector", "commissioner", "matron", "colonel", "major",
		"corporal", "private", "medic", "teacher", "caseworker", "paramedic", "pfc", "cpl", "queen", "king", "prince",
		"princess", "lord", "lady", "dame", "saint", "minister", "secretary", "councillor", "elder", "social":
		return cueRank
	case "named", "called", "name", "surname", "meet", "forename", "nickname", "nicknamed", "aka", "lastname", "initials":
		return cueNaming
	case "client", "patient", "resident", "student", "pt", "kiddo", "inmate", "tenant", "consumer", "member",
		"guest", "kid", "boy", "girl", "baby", "child", "pupil", "mentee", "youth", "teen", "son", "daughter", "mom", "mum",
		"dad", "mother", "husband", "wife", "foster", "guy", "lady's", "arrestee", "detainee", "service-user", "cl":
		return cueServed
	case "aunt", "auntie", "aunty", "uncle", "grandma", "grandpa", "granny", "nana", "cousin", "tia", "tio", "tía",
		"tío", "abuela", "mama", "papa", "nanny", "miz":
		return cueKin
	case "lil", "lil'", "little", "big", "old", "young", "wee", "tiny", "lilbit", "ol":
		return cueLittle
	case "de", "da", "del", "della", "di", "du", "van", "von", "der", "den", "bin", "ibn", "bint", "al", "el", "la", "le",
		"ter", "ten", "st", "dos", "das", "abu", "ben", "ap", "mac":
		return cueParticle
	case "jr", "ii", "iii", "iv", "snr", "jnr":
		return cueSuffix
	}
	return headOf(word)
}

// headOf tells nouns that make what stands before them no person's name.
func headOf(word string) cue {
	switch word {
	case "street", "road", "rd", "avenue", "ave", "lane", "drive", "boulevard", "blvd", "court", "place", "square",
		"park", "hospital", "clinic", "school", "elementary", "middle", "high", "academy", "college", "university",
		"church", "hall", "house", "home", "hospice", "shelter", "center", "centre", "manor", "lodge", "ward", "unit",
		"building", "tower", "towers", "wing", "campus", "library", "county", "city", "township", "village", "heights",
		"hill", "hills", "island", "lake", "river", "creek", "beach", "bridge", "station", "airport", "stadium",
		"institute", "foundation", "trust", "memorial", "inc", "llc", "ltd", "corp", "company", "group", "bank",
		"primary", "secondary", "parish", "cathedral", "temple", "mosque", "apartments", "estates", "pharmacy", "infirmary",
		"crescent", "terrace", "close", "way", "highway", "pkwy", "parkway", "valley", "bay", "beds", "pavilion", "gardens",
		"cafe", "grill", "restaurant", "pizza", "bar", "tavern", "hotel", "inn", "jail", "prison", "facility", "fc", "united",
		"medical", "regional", "general", "health", "services", "agency", "nursery", "preschool", "kindergarten", "daycare":
		return cuePlace
	case "disease", "syndrome", "disorder", "catheter", "scale", "score", "sign", "palsy", "lift", "tube", "maneuver",
		"manoeuvre", "lymphoma", "sarcoma", "fracture", "inventory", "stage", "reflex", "position", "tape", "criteria",
		"diseases", "cath", "bag":
		return cueSickness
	case "act", "law", "principle", "alert", "rights", "amendment", "day", "award", "prize", "rule", "doctrine", "bill",
		"warning", "warnings", "v", "vs", "case", "report", "inquiry", "effect", "theory", "model", "method":
		return cueLaw
	}
	return noCue
}

// strongHead reports whether a head noun makes a place or an illness of the
// name before it even in small letters; "maria house" may be a slip, "ludlow
// street" is none.
func strongHead(word string) bool {
	switch word {
	case "street", "avenue", "ave", "boulevard", "hospital", "clinic", "elementary", "academy", "university", "hospice",
		"county", "syndrome", "disease", "catheter", "palsy", "lymphoma", "sarcoma", "maneuver", "hwy", "highway", "blvd":
		return true
	}
	return false
}

// titleOf gives the one spelling of a title.
func titleOf(word string) string {
	switch word {
	case "mister":
		return "mr"
	case "missus":
		return "mrs"
	case "doctor":
		return "dr"
	case "sergeant":
		return "sgt"
	case "lieutenant":
		return "lt"
	case "captain":
		return "capt"
	case "detective":
		return "det"
	case "professor":
		return "prof"
	case "reverend":
		return "rev"
	case "auntie", "aunty":
		return "aunt"
	}
	return word
}

// byname reports whether a word is the first half of a nickname: Big Mike.
func byname(word string) bool {
	switch word {
	case "lil", "big", "mama", "papa", "baby", "ol", "tiny", "young", "little":
		return true
	}
	return false
}

// invented reports whether a whole name is a character's, a title's or a
// stand-in for nobody.
func invented(name string) bool {
	switch name {
	case "harry potter", "mickey mouse", "john doe", "jane doe", "jane roe", "richard roe", "santa claus", "uncle sam", "sherlock holmes",
		"charlie brown", "peter pan", "grey", "florence nightingale", "mary poppins", "forrest gump", "ted lasso", "joe schmo",
		"karen", "chad", "debbie downer", "karens", "jesus", "jesus christ", "god", "santa", "brooklyn nine", "abbott", "mr rogers", "pepper":
		return true
	}
	return false
}
