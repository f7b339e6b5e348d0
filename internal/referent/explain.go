package referent

import (
	"strconv"
	"strings"

	"secondlook/internal/text"
)

var whoNames = [...]string{"unknown", "served", "kin", "colleague", "self", "public"}

func (w Who) String() string { return whoNames[min(int(w), len(whoNames)-1)] }

var numberNames = [...]string{"one", "many", "hypothetical"}

func (n Number) String() string { return numberNames[min(int(n), len(numberNames)-1)] }

// Explain tells the reading in lines for people, one a person: who, how many,
// how sure, and the words.
func (r Reading) Explain(doc *text.Doc) []string {
	out := []string{"work " + strconv.Itoa(r.Work)}
	for i := range r.People {
		p := &r.People[i]
		var b strings.Builder
		b.WriteString(p.Who.String() + " " + p.Number.String() + " " + strconv.Itoa(p.Sure))
		if p.Encounter {
			b.WriteString(" met")
		}
		for k := range p.Refs {
			if k == 8 {
				b.WriteString(" …")
				break
			}
			f := &p.Refs[k]
			b.WriteString(" [" + doc.Source[f.Start:f.End] + "]")
		}
		for _, m := range p.Owns {
			b.WriteString(" #" + strconv.Itoa(m))
		}
		out = append(out, b.String())
	}
	return out
}
