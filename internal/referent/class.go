package referent

// class is a set of what a word or phrase of the lexicon can be.
type class uint64

const (
	client class = 1 << iota // a person served, by the word alone
	role                     // served where the work says so
	human                    // anybody
	kin                      // the author's own after "my"
	friend                   // a friend, a date, a pet
	colleague
	public
	bed    // "bed 4", "room 12"
	sharer // a group of people in the singular
	male
	female
	plural
	poss1
	poss2
	poss3
	indef
	def
	demo
	generic
	quant
	first // I, we
	you
	he
	she
	they
	object
	be
	modal
	ifs
	whens
	past
	perfect
	present
	notPast
	day
	stop
	title
	civil
	quotes
	workplace
	meal
	foster
	encounter
	toll
	lone
	compound
	froms
	year
	ask
	thing  // a placement, a transport: seldom the person
	vague  // someone
	grade  // a school year: a pupil after "my"
	serves // what a worker does for somebody served
	tends  // what he does for others, too
)

// nouns are the classes that can head a noun phrase about people.
const nouns = client | role | human | kin | friend | colleague | public

// determiners open a noun phrase.
const determiners = poss1 | poss2 | poss3 | indef | def | demo | generic | quant

// pronouns of the third person.
const pronouns = he | she | they

// classNames are the words of a section header in the lexicon.
var classNames = [...]struct {
	name string
	bits class
}{
	{"client", client}, {"role", role}, {"human", human}, {"kin", kin}, {"friend", friend},
	{"colleague", colleague}, {"public", public}, {"bed", bed}, {"sharer", sharer},
	{"male", male}, {"female", female}, {"plural", plural},
	{"poss1", poss1}, {"poss2", poss2}, {"poss3", poss3}, {"indef", indef}, {"def", def},
	{"demo", demo}, {"generic", generic}, {"quant", quant}, {"i", first}, {"you", you},
	{"he", he}, {"she", she}, {"they", they}, {"object", object}, {"be", be}, {"modal", modal},
	{"if", ifs}, {"when", whens}, {"past", past}, {"perfect", perfect}, {"present", present},
	{"notpast", notPast}, {"day", day}, {"stop", stop}, {"title", title}, {"civil", civil},
	{"quotes", quotes}, {"workplace", workplace}, {"meal", meal}, {"foster", foster},
	{"encounter", encounter}, {"toll", toll}, {"lone", lone},
	{"compound", compound}, {"from", froms}, {"year", year}, {"ask", ask}, {"thing", thing}, {"vague", vague},
	{"grade", grade}, {"serves", serves}, {"tends", tends},
}

// frame is what a stretch of the draft is about.
type frame uint8

const (
	work      frame = iota // the author's own service work
	meet                   // something happened with a person served
	own                    // the author's own care
	stranger               // off duty: friends, films, sport
	inPrint                // published, news
	trade                  // commerce
	theory                 // nobody in particular
	thanks                 // a colleague's day
	fostering              // children looked after at home
	reply                  // an answer to a review
	consult                // somebody who could see a person is looked for
	frames
)

var frameNames = [frames]string{"work", "meet", "own", "stranger", "public", "trade", "theory", "thanks", "fostering", "reply", "consult"}
