package identify

import (
	_ "embed" // the word lists
	"slices"
	"strconv"
	"strings"

	"secondlook/internal/text"
)

// The word lists are kept as they are read and edited: a header in brackets
// names the class, how sure a hit is (0 to 1000), and "cap" or "upper" where
// the draft must have a capital or nothing but capitals. Under it entries
// parted by commas; "~" after an entry adds its plural in s, "=" gives the
// value to which several spellings are normalised.
var (
	//go:embed lexicon/diagnosis.txt
	diagnosisWords string
	//go:embed lexicon/people.txt
	peopleWords string
	//go:embed lexicon/family.txt
	familyWords string
	//go:embed lexicon/time.txt
	timeWords string
	//go:embed lexicon/place.txt
	placeWords string
	//go:embed lexicon/facility.txt
	facilityWords string
	//go:embed lexicon/occupation.txt
	occupationWords string
	//go:embed lexicon/event.txt
	eventWords string
	//go:embed lexicon/record.txt
	recordWords string
	//go:embed lexicon/name.txt
	besideNames string
)

// lexicon is built once, when the program starts, and never written again: it
// is a constant that the language cannot spell.
var lexicon = build(diagnosisWords, peopleWords, familyWords, timeWords, placeWords,
	facilityWords, occupationWords, eventWords, recordWords, besideNames)

// entry is a word or a phrase of the lists. rest is what follows its first
// word, as spelled in the list.
type entry struct {
	rest, value string
	next        int32 // the next entry of the same first word, -1 for none
	sure        int16
	class       class
	need        text.Flags // Capital, AllCaps or none
	plural      bool
	cue         cue // of a list of lexicon/name.txt
	verb        verb
}

// node is a first word: what it is by itself, and the entries it begins.
type node struct {
	word    string
	alone   set   // classes of its single-word entries
	begins  set   // classes of all its entries
	entries int32 // index of the longest, -1 for none
	wakes   wake
	cue     cue
	verb    verb
}

// table finds the node of a word by open addressing; slots hold an index+1.
type table struct {
	slots   []uint16
	nodes   []node
	entries []entry
}

const slotBits = 14

func build(lists ...string) *table {
	t := &table{slots: make([]uint16, 1<<slotBits), nodes: make([]node, 0, 6000), entries: make([]entry, 0, 8000)}
	for _, list := range lists {
		t.read(list)
	}
	for i := range t.nodes {
		t.nodes[i].wakes = t.nodes[i].begins.wakes()
	}
	return t
}

// read adds a list. A list is ours, and a test reads them all: an unknown
// class stops the program at its start.
func (t *table) read(list string) {
	var header entry
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			header = parseHeader(strings.Trim(line, "[]"))
		default:
			for item := range strings.SplitSeq(line, ",") {
				t.add(strings.TrimSpace(item), header)
			}
		}
	}
}

func parseHeader(s string) entry {
	name, rest, _ := strings.Cut(s, " ")
	e := entry{sure: 900}
	if at := slices.Index(cueNames[:], name); at > 0 {
		e.cue = cue(at)
	} else if at := slices.Index(verbNames[:], name); at > 0 {
		e.verb = verb(at)
	} else {
		e.class = classNamed(name)
	}
	for word := range strings.FieldsSeq(rest) {
		switch word {
		case "cap":
			e.need = text.Capital
		case "upper":
			e.need = text.AllCaps
		default:
			n, _ := strconv.Atoi(word)
			e.sure = int16(n)
		}
	}
	return e
}

func (t *table) add(item string, e entry) {
	if item == "" {
		return
	}
	if e.cue != noCue || e.verb != noVerb {
		n := t.node(item)
		n.cue, n.verb = max(n.cue, e.cue), max(n.verb, e.verb)
		return
	}
	item, e.value, _ = strings.Cut(item, "=")
	item, e.plural = strings.CutSuffix(item, "~")
	if e.value == "" {
		e.value = item
	}
	cut := firstWord(item)
	e.rest = strings.TrimLeft(item[cut:], " -")
	t.link(item[:cut], e)
	if e.plural && e.rest == "" {
		t.link(item[:cut]+"s", e)
	}
}

// link adds e to the chain of its first word, longest first.
func (t *table) link(word string, e entry) {
	n := t.node(word)
	n.begins.add(e.class)
	if e.rest == "" && e.need == 0 {
		n.alone.add(e.class)
	}
	at := &n.entries
	for *at >= 0 && len(t.entries[*at].rest) >= len(e.rest) {
		at = &t.entries[*at].next
	}
	e.next = *at
	*at = int32(len(t.entries))
	t.entries = append(t.entries, e)
}

// node returns the node of a word, made where there is none.
func (t *table) node(word string) *node {
	h := hash(word)
	for t.slots[h] != 0 {
		if n := &t.nodes[t.slots[h]-1]; n.word == word {
			return n
		}
		h = (h + 1) & (1<<slotBits - 1)
	}
	t.nodes = append(t.nodes, node{word: word, entries: -1})
	t.slots[h] = uint16(len(t.nodes))
	return &t.nodes[len(t.nodes)-1]
}

var noNode = &node{entries: -1, wakes: setOf(unknownClass).wakes()}

// look returns the node of a word, noNode where no list has it.
func (t *table) look(word string) *node {
	for h := hash(word); t.slots[h] != 0; h = (h + 1) & (1<<slotBits - 1) {
		if n := &t.nodes[t.slots[h]-1]; n.word == word {
			return n
		}
	}
	return noNode
}

// listed is look without the words that only say something of a name.
func (t *table) listed(word string) *node {
	if n := t.look(word); n.entries >= 0 {
		return n
	}
	return noNode
}

// hash is FNV-1a, folded to a slot.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return (h ^ h>>slotBits) & (1<<slotBits - 1)
}

// firstWord gives the length of the first token of a list entry, cut as the
// tokens of a draft are.
func firstWord(s string) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' || c == '-':
			return i
		case c == '\'' && strings.HasPrefix(s[i:], "'s") && (i+2 == len(s) || s[i+2] == ' '):
			return i
		case strings.IndexByte("&/.+#", c) >= 0:
			return max(i, 1)
		}
	}
	return len(s)
}
