package spanish

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"secondlook/internal/identify"
	"secondlook/internal/referent"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

func look(draft string) (*text.Doc, *Reading) {
	doc := text.Read(draft)
	return doc, Look(doc).Read(identify.Find(doc))
}

// found is the words of each mention of a type.
func found(doc *text.Doc, r *Reading, t verdict.SpanType) (out []string) {
	for _, m := range r.Mentions {
		if m.Type == t {
			out = append(out, doc.Slice(m.Span))
		}
	}
	return out
}

func TestDetails(t *testing.T) {
	for _, c := range []struct {
		draft string
		kind  verdict.SpanType
		want  []string
	}{
		{"Mi clienta María de la Luz Peña vino el martes a la corte.", verdict.Person, []string{"María de la Luz Peña"}},
		{"mi clienta maria lopez no vino a la cita que le di", verdict.Person, []string{"maria lopez"}},
		{"La usuaria se llama Rosa y vive con su mamá en el centro.", verdict.Person, []string{"Rosa"}},
		{"Mi clienta, la señora Gómez, no llegó a la audiencia.", verdict.Person, []string{"Gómez"}},
		{"Mi clienta Medicaid le negó la silla que necesita.", verdict.Person, nil},
		{"El paciente nació el 3 de mayo y lo vi ayer en la clínica.", verdict.Date, []string{"3 de mayo", "ayer"}},
		{"Los martes atiendo en la clínica con las compañeras.", verdict.Date, nil},
		{"Tengo 8 años de experiencia y llevo 3 años en la clínica.", verdict.Age, nil},
		{"El niño de 8 años y su hermanito de ocho meses no comen.", verdict.Age, []string{"8 años", "ocho meses"}},
		{"Vive en la calle Hidalgo 45 con la familia de su esposo.", verdict.Address, []string{"calle Hidalgo 45"}},
		{"El expediente núm. 2023/88412 ya está en el juzgado de lo familiar.", verdict.RecordID, []string{"2023/88412"}},
		{"El caso 2024 fue el mejor año de la clínica y de todas.", verdict.RecordID, nil},
		{"Mi hijo y mi mamá están bien, gracias a todos por preguntar.", verdict.Family, nil},
		{"La señora vino con sus dos hijas y el abuelo de las niñas.", verdict.Family, []string{"hijas", "abuelo", "niñas"}},
	} {
		doc, r := look(c.draft)
		require.NotNil(t, r, c.draft)
		require.Equal(t, c.want, found(doc, r, c.kind), c.draft)
	}
}

func TestEnglishIsNotRead(t *testing.T) {
	for _, draft := range []string{
		"My client Maria Lopez missed court on Tuesday.", "Viva la vida, said the man in the red hat.",
		"No problem, see you at La Rosa at six.", "", "El Paso",
	} {
		_, r := look(draft)
		require.Nil(t, r, draft)
	}
}

// TestLists holds that every class has words, and that no word of a name list is
// a word that would make of any sentence a name.
func TestLists(t *testing.T) {
	var all class
	for _, c := range words {
		all |= c
	}
	for i, name := range classNames {
		require.NotZero(t, all&(1<<i), name)
	}
	for word, c := range words {
		require.False(t, c&(given|surname) != 0 && c&(function|english) != 0, word)
		require.Equal(t, fold(strings.ToLower(word)), word)
	}
}

// TestRead: whatever the words, what is found lies inside the draft, in order,
// and belongs to somebody who is there.
func TestRead(t *testing.T) {
	list := slices.Sorted(maps.Keys(words))
	list = append(list, ",", ".", "María", "López", "12345", "8", "#", "\n", "M.", "?")
	rapid.Check(t, func(t *rapid.T) {
		draft := strings.Join(rapid.SliceOfN(rapid.SampledFrom(list), 0, 40).Draw(t, "words"), " ")
		doc, r := look(draft)
		if r == nil {
			return
		}
		last := 0
		for _, m := range r.Mentions {
			require.LessOrEqual(t, last, m.Start)
			require.Less(t, m.Start, m.End)
			require.LessOrEqual(t, m.End, len(doc.Source))
			require.Less(t, m.First, m.Last)
			last = m.Start
		}
		joined := r.Join(referent.Reading{})
		require.Len(t, joined.Owner, len(r.Mentions))
		for i, p := range joined.People {
			require.NotEmpty(t, p.Refs)
			for _, m := range p.Owns {
				require.Equal(t, i, joined.Owner[m])
			}
		}
	})
}
