package identify

import "strings"

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

// cueNames are the headers of lexicon/name.txt, in the order of the cues.
var cueNames = [...]string{"", "polite", "rank", "naming", "served", "aunt", "little", "particle", "placehead", "sickness", "law", "suffix"}

// strongHead reports whether a head noun makes a place or an illness of the
// name before it even in small letters; "maria house" may be a slip, "ludlow
// street" is none.
func strongHead(word string) bool {
	return listed("ave hwy blvd palsy street avenue clinic county academy hospice disease sarcoma highway hospital syndrome "+
		"catheter lymphoma maneuver boulevard elementary university", word)
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
func byname(word string) bool { return listed("ol lil big mama papa baby tiny young little", word) }

// invented reports whether a whole name is a character's, a title's or a
// stand-in for nobody.
func invented(name string) bool { return strings.Contains(nobody, ","+name+",") }

const nobody = ",harry potter,mickey mouse,john doe,jane doe,jane roe,richard roe,santa claus,uncle sam,sherlock holmes," +
	"charlie brown,peter pan,grey,florence nightingale,mary poppins,forrest gump,ted lasso,joe schmo,karen,chad," +
	"debbie downer,karens,jesus,jesus christ,god,santa,brooklyn nine,abbott,mr rogers,pepper,"
